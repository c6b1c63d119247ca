import type { Table } from '../core/evidence.ts'
import { clipped } from '../language/text.ts'
import { visible } from '../language/visible.ts'
import type { Column } from './columns.ts'
import type { Fit } from './fit.ts'
import { vocabulary } from './vocabulary.ts'

function nameOfTable({ kind, name, page, hidden }: Table): string {
  const shown = clipped(visible(name), 40)
  if (kind === 'sheet') return `${hidden ? '隐藏的' : ''}工作表“${shown}”`
  return page === undefined ? `“${shown}”` : `第${page}页的表格`
}

/** How a ledger was recognised, and from which of its rows a reader might be surprised to be read. */
export function whyOf(tables: readonly Table[], { spec, columns, missing, header }: Fit): string {
  const [table] = tables
  const hidden = tables.reduce(
    (sum, { rows }) => sum + rows.slice(header.last + 1).filter((row) => row.hidden).length,
    0,
  )
  const words = `${nameOfTable(table!)}的表头有${listed([...columns.values()].map(({ head }) => head.text))}，认作“${spec.name}”`
  const lacks = missing.length > 0 ? `，缺少${columnsOf(missing)}` : ''
  return `${words}${lacks}${hidden > 0 ? `，含隐藏行${hidden}行` : ''}`
}

/** What a table has and what it lacks to be the ledger. */
export function nearWhy(table: Table, { spec, columns, missing }: Fit): string {
  const heads = [...columns.values()].map(({ head }) => head.text)
  const has = heads.length > 0 ? `表头有${listed(heads)}，` : ''
  const lacks = missing.length > 0 ? `缺少${columnsOf(missing)}` : '缺少所需的列'
  return `${nameOfTable(table)}的${has}${lacks}，未能认作“${spec.name}”；如确是该台账，请补列或改用通用列名`
}

/** What speaks for reading a column as one of the ledger's: its head, and what stands under it. */
export function columnWhy({ head, exact, words, borne, target, certainty }: Column): string {
  const isNamed = exact && !vocabulary().asked(head.labels.at(-1) ?? '').length
  const said = isNamed ? '列名相同' : words >= ALIKE ? '列名意思相同' : words >= NEAR ? '列名相近' : '列名没有说明'
  const held =
    borne === null ? '列中没有内容' : borne >= 0.95 ? '内容相符' : borne >= 0.55 ? '内容大体相符' : '内容不大相符'
  const apart = target.holds === 'value' ? [] : [target.holds === 'stretch' ? '一格写起止两端' : '一格写几个人']
  const rival = certainty < 0.55 && words >= NEAR && (borne ?? 1) >= 0.95 ? ['另有一列也像'] : []
  return [said, held, ...apart, ...rival].join('，')
}

const [ALIKE, NEAR] = [0.93, 0.5]

/** 甲、乙列, and 甲、乙等11列 where there are more. */
const columnsOf = (names: readonly string[]): string => listed(names).replace(/列?$/u, '列')

/** The first few, so that a wide table does not fill the page. */
function listed(names: readonly string[]): string {
  const shown = names
    .slice(0, 5)
    .map((name) => clipped(visible(name), 20))
    .join('、')
  return names.length > 5 ? `${shown}等${names.length}列` : shown
}
