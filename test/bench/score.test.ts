import { expect, test } from 'vitest'
import { scoreOf } from '../../bench/packages/score.ts'
import type { FileResult, Finding } from '../../src/core/report.ts'

const finding = (indicator: string, outcome: Finding['outcome'], file = '', cell = ''): Finding => ({
  id: `${indicator}.rule`,
  indicator,
  rule: `${indicator}.rule`,
  kind: 'rate',
  outcome,
  severity: 'required',
  key: '',
  data: {},
  message: '',
  remedy: '',
  expected: '',
  actual: '',
  basis: '',
  erratum: '',
  cites: file ? [{ file, ...(cell && { cell }) }] : [],
})

const sheet = (truth: 'gap' | 'clean', ask: boolean, row: number | null = 9) => ({
  unit: '区某局',
  asOf: '2022-07-31',
  indicators: { '1': { truth, ask, gaps: truth === 'gap' ? [{ what: '逾期', file: '台账', row }] : [] } },
  papers: {},
})

test('a fault is found by a gap that cites its row, and by no other', () => {
  const at = (cell: string) =>
    scoreOf({ findings: [finding('1', 'gap', '1/台账.xlsx', cell)], files: [] }, sheet('gap', true))
  expect(at('G9').found).toBe(1)
  expect(at('G10')).toMatchObject({ found: 0, missed: 1 })
})

test('a doubt that cites it is asked, and a met verdict over it is a false one', () => {
  const asked = { findings: [finding('1', 'unclear', '1/台账.xlsx', 'G9')], files: [] }
  expect(scoreOf(asked, sheet('gap', true))).toMatchObject({ asked: 1, falseMet: 0 })
  expect(scoreOf({ findings: [finding('1', 'met')], files: [] }, sheet('gap', true))).toMatchObject({
    missed: 1,
    falseMet: 1,
  })
})

test('a gap where all is well is false, a question where none is sensible needless', () => {
  expect(scoreOf({ findings: [finding('1', 'gap')], files: [] }, sheet('clean', false)).falseGaps).toBe(1)
  expect(scoreOf({ findings: [finding('1', 'unclear')], files: [] }, sheet('clean', false)).needless).toBe(1)
  expect(scoreOf({ findings: [finding('1', 'unclear')], files: [] }, sheet('clean', true)).needless).toBe(0)
})

test('a paper is placed by a material of an indicator that it serves', () => {
  const file = (indicator: string, material: string): FileResult => ({
    path: 'a.docx',
    sha256: '',
    bytes: 0,
    format: 'docx',
    read: 'whole',
    pages: 1,
    pagesRead: 1,
    matches: [{ indicator, material, why: '' }],
    facts: {},
  })
  const papers = { ...sheet('clean', true), papers: { 'a.docx': { serves: ['7'], mustNot: ['8'] } } }
  expect(scoreOf({ findings: [], files: [file('7', '通知')] }, papers)).toMatchObject({
    files: 1,
    placed: 1,
    wrongCredits: 0,
  })
  expect(scoreOf({ findings: [], files: [file('7', '')] }, papers)).toMatchObject({ placed: 0 })
  expect(scoreOf({ findings: [], files: [file('8', '通知')] }, papers)).toMatchObject({ placed: 0, wrongCredits: 1 })
})
