import { isDay, written } from '../core/day.ts'
import { titled } from '../language/prose.ts'
import { clipped } from '../language/text.ts'
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
  readonly draft: boolean
  readonly read: 'whole' | 'partly' | 'unread'
  readonly near: string | null
  readonly times: number
}

/** What of a rule's case can be shown. */
export type Given = {
  readonly name: string
  readonly 'as-of': string | null
  readonly unit: 'department' | 'town' | null
  readonly rows: Readonly<Record<string, readonly Row[]>>
  readonly lacks: Readonly<Record<string, readonly string[]>>
  readonly parameters: Readonly<Record<string, string | number | null>>
  readonly documents: readonly Paper[]
  readonly claims: Readonly<Record<string, string | number>>
  readonly declares: string | { readonly declares: string } | null
  readonly answers: readonly (string | { readonly answer: string })[]
  readonly earlier: readonly { readonly says: string }[]
}

const SHOWN = 4

/** `names` are those of the materials and parameters, by id; `says` is what the audit says of the case. */
export function exampleOf(given: Given, names: ReadonlyMap<string, string>, says: string): Example {
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
      ...(given.unit === 'town' ? ['单位是镇'] : []),
      ...rows,
      ...Object.entries(given.lacks).map(
        ([ledger, columns]) => `${titled(ledger)}没有${columns.map((one) => `“${one}”`).join('')}栏`,
      ),
      ...given.documents.map((paper) => paperWords(paper, names)),
      ...Object.entries(given.claims).map(([subject, figure]) => `自查报告写有：${subject}${figure}`),
      ...Object.entries(given.parameters).map(
        ([id, value]) => `外部数值“${names.get(id) ?? id}”：${value ?? '尚未提供'}`,
      ),
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

function paperWords(paper: Paper, names: ReadonlyMap<string, string>): string {
  const name = paper.title ?? names.get(paper.material ?? '') ?? paper.material ?? '其他文件'
  const body = [paper.text].flat().join('')
  const said = [
    titled(name),
    ...(paper.number === null ? [] : [paper.number]),
    paper.issued === null ? '没有成文日期' : `成文于${dayWords(paper.issued)}`,
    ...(paper.sealed === null ? [] : [paper.sealed ? '已盖章' : '未检出印章']),
    ...(paper.draft ? ['未定稿'] : []),
    ...(paper.read === 'whole' ? [] : [paper.read === 'partly' ? '没有读完' : '未能读取']),
    ...(paper.near === null ? [] : [`不能确定：${paper.near}`]),
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
