import { isDay, written } from '../core/day.ts'
import { clipped } from '../core/text.ts'
import { titled } from '../kinds/words.ts'
import type { Example } from './explanation.ts'

type Cell = string | number | null
type Row = { readonly times: number; readonly in: string | null; readonly [column: string]: Cell }
type Paper = {
  readonly material: string | null
  readonly title: string | null
  readonly number: string | null
  readonly issued: string | null
  readonly text: string | readonly string[]
  readonly chars: number | null
  readonly table: readonly (readonly Cell[])[]
  readonly sealed: boolean | null
  readonly times: number
}

/** What of a rule's case can be shown. */
export type Given = {
  readonly name: string
  readonly 'as-of': string | null
  readonly rows: Readonly<Record<string, readonly Row[]>>
  readonly documents: readonly Paper[]
  readonly claims: Readonly<Record<string, string | number>>
  readonly declares: string | { readonly declares: string } | null
  readonly answers: readonly (string | { readonly answer: string })[]
  readonly earlier: readonly { readonly says: string }[]
}

const SHOWN = 4

/** `materials` are the names by id; `says` is what the audit says of the case. */
export function exampleOf(given: Given, materials: ReadonlyMap<string, string>, says: string): Example {
  const rows = Object.entries(given.rows).flatMap(([ledger, own]) => [
    ...(own.length === 0 ? [`${titled(ledger)}没有一条记录`] : []),
    ...own.slice(0, SHOWN).map((row) => `${titled(ledger)}：${rowWords(row)}`),
    ...(own.length > SHOWN ? [`${titled(ledger)}还有${own.length - SHOWN}条`] : []),
  ])
  const declared =
    given.declares === null || typeof given.declares === 'string' ? given.declares : given.declares.declares
  return {
    name: given.name,
    given: [
      ...(given['as-of'] === null ? [] : [`审核日：${dayWords(given['as-of'])}`]),
      ...rows,
      ...given.documents.map((paper) => paperWords(paper, materials)),
      ...Object.entries(given.claims).map(([subject, figure]) => `自查报告写有：${subject}${figure}`),
      ...(declared === null ? [] : [`本单位已就本指标声明${declared}`]),
      ...given.answers.map((one) => `已有人答复“${typeof one === 'string' ? one : one.answer}”`),
      ...given.earlier.map((one) => `其他各条的发现：${one.says}`),
    ],
    says,
  }
}

function rowWords({ times, in: file, ...cells }: Row): string {
  const filled = Object.entries(cells).map(([column, cell]) =>
    cell === null || cell === '' ? `${column}未填` : `${column}${clipped(String(cell), 40)}`,
  )
  return counted(`${filled.join('，') || '空白的一行'}${file === null ? '' : `（在“${file}”中）`}`, times, '条')
}

function paperWords(paper: Paper, materials: ReadonlyMap<string, string>): string {
  const name = paper.title ?? materials.get(paper.material ?? '') ?? paper.material ?? '其他文件'
  const body = [paper.text].flat().join('')
  const said = [
    titled(name),
    ...(paper.number === null ? [] : [paper.number]),
    paper.issued === null ? '没有成文日期' : `成文于${dayWords(paper.issued)}`,
    ...(paper.sealed === null ? [] : [paper.sealed ? '已盖章' : '未检出印章']),
    ...(paper.chars === null ? [] : [`${paper.chars}字`]),
    ...(body === '' ? [] : [`写有“${clipped(body, 60)}”`]),
    ...(paper.table[0] ? [`表格有${paper.table[0].map((cell) => `“${cell ?? ''}”`).join('')}各栏`] : []),
  ]
  return counted(said.join('，'), paper.times, '份')
}

/** `<n>` counts up where a row or a paper is repeated. */
function counted(text: string, times: number, unit: string): string {
  if (times === 1) return text.replaceAll('<n>', '1')
  return `${text.replaceAll('<n>', '1')}（${text.includes('<n>') ? '编号依次递增，共' : '同样的共'}${times}${unit}）`
}

const dayWords = (day: string): string => (isDay(day) ? written(day) : day)
