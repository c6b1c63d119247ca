import type { Block, BlockItem } from '../../core/block.ts'
import type { Finding } from '../../core/report.ts'
import { fileName, quoted, titled } from '../../language/prose.ts'
import { clipped } from '../../language/text.ts'
import { blockOf, type Desk, grouped, nameOf } from './about.ts'

/** What somebody has to look at: one block for each thing that has to be opened. */
export function questions(findings: readonly Finding[], desk: Desk): Block[] {
  return SORTS.flatMap((sort) =>
    grouped(
      findings.filter((one) => sortOf(one) === sort),
      OPENED[sort],
    ).map((same) => MADE[sort](same, desk)),
  )
}

/** In the order in which they are told: those of one sort are answered alike. */
const SORTS = ['doubt', 'columns', 'near', 'review'] as const
type Sort = (typeof SORTS)[number]

function sortOf({ kind, key, lacks }: Finding): Sort {
  if (kind === 'review') return 'review'
  // What shows whose business it is need not be what is asked for.
  if (key === KIN) return 'doubt'
  if (lacks?.columns) return 'columns'
  return lacks?.materials && !lacks.parts ? 'near' : 'doubt'
}

const KIN = 'none-kin'

const fileOf = ({ cites }: Finding): string => cites[0]?.file ?? ''

const filesOf = ({ cites, id }: Finding): string =>
  cites.length > 0 ? [...new Set(cites.map(({ file }) => file))].join('\n') : id

const OPENED: Readonly<Record<Sort, (finding: Finding) => string>> = {
  columns: fileOf,
  review: fileOf,
  near: filesOf,
  doubt: (finding) => `${finding.key}\n${finding.remedy}\n${filesOf(finding)}`,
}

const MADE: Readonly<Record<Sort, (same: readonly Finding[], desk: Desk) => Block>> = { columns, review, near, doubt }

const idOf = ([first]: readonly Finding[]): string => `q:${first?.id}`

/** 处罚台账没有“公示日期”：54、63不能核算. */
function columns(same: readonly Finding[], desk: Desk): Block {
  const lacking = [...new Set(same.flatMap(({ lacks }) => lacks?.columns ?? []))]
  const names = same.map(({ indicator, data }) => `${nameOf(indicator)}（${data.name ?? ''}）`)
  const file = same[0] ? fileName(fileOf(same[0])) : ''
  const what = `“${file}”没有看到${quoted(lacking)}：${[...new Set(names)].join('、')}不能核算`
  const act = '表中有、只是写法不同的，请指出是哪一栏；没有的，请在表中补上'
  return blockOf(same, { id: idOf(same), class: 'question', what, act }, desk)
}

/** What only a person can judge, by the file that has to be opened for it. */
function review(same: readonly Finding[], desk: Desk): Block {
  const file = same[0] ? fileOf(same[0]) : ''
  const items = same.map(
    ({ indicator, data, cites, message }): BlockItem => ({
      words: `${nameOf(indicator)}：${data.question ?? message}`,
      places: cites,
    }),
  )
  const [only] = items.length === 1 ? same : []
  const what = only
    ? String(only.data.question ?? only.message)
    : `请打开${file === '' ? '材料' : `“${fileName(file)}”`}，答${items.length}问`
  const look = same.some(({ cites }) => cites.length > 0) ? '请看所列材料，' : '请'
  const act = `${look}答“符合”或“不符合”，写一句理由`
  return blockOf(same, { id: idOf(same), class: 'question', what, items: only ? [] : items, act }, desk)
}

/** Papers that may be what is demanded, and were not taken for it. */
function near(same: readonly Finding[], desk: Desk): Block {
  const wanted = [...new Set(same.map((one) => wantedOf(one, desk)))]
  const [why] = same.flatMap(({ data }) => [data.why, data.words].flatMap((one) => (one === undefined ? [] : [one])))
  const what = `所列文件是不是${wanted.join('、')}？${why ? `（${clipped(String(why), 80)}）` : ''}`
  const act = '是的，把文件名改成这个名称，放进该指标的文件夹；不是的，请补交'
  return blockOf(same, { id: idOf(same), class: 'question', what, act }, desk)
}

function wantedOf({ data, lacks, indicator }: Finding, { indicators }: Desk): string {
  if (data.things !== undefined) return String(data.things)
  if (data.usual !== undefined) return String(data.usual)
  const names = indicators
    .get(indicator)
    ?.materials.filter(({ id }) => lacks?.materials?.includes(id))
    .map(({ name }) => titled(name))
  const period = String(data.period ?? '').replace(/^（|）$/gu, '')
  return `${names?.join('或') ?? ''}${period ? `（${period}）` : ''}`
}

function doubt(same: readonly Finding[], desk: Desk): Block {
  const [first, ...others] = same
  const isAgain = ({ rule, key }: Finding) => rule === first?.rule && key === first.key
  const again = [...new Set(others.filter(isAgain).flatMap(({ data }) => data.period ?? []))]
  const items = others
    .filter((one) => one.message !== first?.message && !isAgain(one))
    .map(({ indicator, message, cites }) => ({ words: `${nameOf(indicator)}：${message}`, places: cites }))
  const says = first === undefined ? '' : first.kind === 'rollup' ? rolledUp(first) : rowsOf(first)
  const what = again.length > 0 ? `${says}；${again.join('、')}也是` : says
  const act = first?.kind === 'rollup' && first.data.count !== undefined ? SLIPS : (first?.remedy ?? '')
  return blockOf(same, { id: idOf(same), class: 'question', what, items, act }, desk)
}

/** A row says by itself what is odd about it. */
const rowsOf = ({ key, data, message }: Finding): string =>
  key !== 'rows-doubtful' || typeof data.rows !== 'string'
    ? message
    : data.count === 1
      ? data.rows
      : `${data.count}行需要核实：${data.rows}`

const SLIPS = '请看原件：是笔误或漏登的，更正台账或文字；不是笔误的，如实写明情况'

/** A roll-up only repeats what others say: how many, and where they are told. */
const rolledUp = ({ data, message }: Finding): string =>
  data.count === undefined
    ? message
    : `有${data.count}处数字或日期前后不一（见上面指标${data.indicators ?? ''}），请核实是不是笔误`
