import { expect, test } from 'vitest'
import { blocksOf } from '../../src/audit/blocks/blocks.ts'
import type { Finding } from '../../src/core/report.ts'
import { finding } from '../helpers/sample-report.ts'

const REPORT = '自查报告.docx'
const claim = (quote: string) => ({ file: REPORT, quote })

const whole = (count: number, ...quotes: string[]): Finding =>
  finding({
    id: `package.claims@${REPORT}`,
    indicator: 'package',
    rule: 'package.claims',
    kind: 'claims',
    key: 'differ',
    data: { count, file: REPORT },
    message: `“${REPORT}”有${count}处所写与本单位的台账不一致`,
    cites: quotes.map(claim),
  })

const contradicted = (indicator: string, says: string): Finding =>
  finding({
    id: `package.claims@${indicator} ${says}`,
    indicator,
    rule: 'package.claims',
    kind: 'claims',
    key: 'contradicted',
    data: { says, why: '台账登记43件（行）', file: REPORT },
    message: `“${REPORT}”写明“${says}”，但台账登记43件（行），两处不一致`,
    cites: [claim(says), { file: `${indicator}/台账.xlsx` }],
  })

const rate = (indicator: string, quote: string): Finding =>
  finding({
    id: `${indicator}.rate`,
    indicator,
    rule: `${indicator}.rate`,
    kind: 'rate',
    key: 'below',
    message: `满意度91.7%，应达95%；${REPORT}却称100%`,
    cites: [{ file: `${indicator}/台账.xlsx`, sheet: '1', cell: 'H9' }, claim(quote)],
  })

const said = (...findings: Finding[]) =>
  blocksOf(findings, [], []).map((block) => ({ what: block.what, items: block.items.length, findings: block.findings }))

test('one wrong figure is told once, in the words of its own indicator', () => {
  const [own, all] = [contradicted('11', '受理46件'), whole(1, '受理46件')]
  expect(said(all, own)).toEqual([{ what: own.message, items: 0, findings: [own.id, all.id] }])
})

test('one wrong figure that a rate proves wrong is told with the rate', () => {
  const [own, all] = [rate('70', '满意率100%'), whole(1, '满意率100%')]
  expect(said(all, own)).toEqual([{ what: own.message, items: 0, findings: [own.id, all.id] }])
})

test('several are one thing to do: the report is corrected once', () => {
  const all = whole(3, '受理46件', '调处64件', '满意率100%')
  const own = [contradicted('11', '受理46件'), contradicted('78', '调处64件')]
  const proof = rate('70', '满意率100%')
  expect(said(all, ...own, proof)).toEqual([
    { what: all.message, items: 2, findings: [all.id, ...own.map(({ id }) => id)] },
    { what: proof.message, items: 0, findings: [proof.id] },
  ])
})

test('two reports are two things to do', () => {
  const other = {
    ...whole(1, '受理46件'),
    id: 'package.claims@总结.docx',
    cites: [{ file: '总结.docx', quote: '受理46件' }],
  }
  expect(said(whole(1, '受理46件'), contradicted('11', '受理46件'), other)).toHaveLength(2)
})
