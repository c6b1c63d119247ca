import type { Document, Package } from '../../core/package.ts'
import { cellWord } from '../../language/cell-words.ts'
import { saysUndone } from '../../language/negation.ts'
import { rowWords } from '../../language/row-words.ts'
import { plain } from '../../language/text.ts'
import { textOf } from '../../records/cell.ts'
import { amountIn } from './amounts.ts'
import { cell } from './cells.ts'
import { type Flaw, flawAt } from './flaw.ts'
import type { Column, Grid, GridRow } from './grid.ts'
import { readAs } from './read-as.ts'
import { mainEvent } from './roles.ts'
import { missingIn } from './unregistered.ts'

/** From which fine on the office's own list demands a review: of persons, and of bodies. */
type Amounts = { readonly person: number; readonly body: number; readonly says: string }

const FINE = new RegExp(
  `([^,，。;；、]{0,16})${cellWord('fines')}${cellWord('fineNames')}?${cellWord('fineReaches')}?\\s*(\\d[\\d,]*(?:\\.\\d+)?)\\s*(万)?元?(?:\\([^()]{0,12}\\))?(?:以上|及以上)`,
  'gu',
)

/** 较大数额罚款 heads a row or a sentence, and its amounts follow without the word: 对公民3000元以上，对单位10000元以上. */
const FINED = new RegExp(cellWord('fines'), 'u')
function amountsAlone(): RegExp {
  const { natural, bodies } = rowWords()
  const whom = [...natural, ...bodies].join('|')
  return new RegExp(
    `(?:^|[对处\\n,，;；、:(])(${whom})[^\\d\\n,，;；。]{0,16}?(\\d[\\d,]*(?:\\.\\d+)?)\\s*(万)?元?(?:\\([^()]{0,12}\\))?(?:以上|及以上)`,
    'gu',
  )
}

const finesIn = (text: string, pattern: RegExp): { readonly of: string; readonly amount: number }[] =>
  [...text.matchAll(pattern)].map(([, of = '', figure = '', tenThousand]) => ({
    of,
    amount: Number(figure.replaceAll(',', '')) * (tenThousand ? 10_000 : 1),
  }))

/** Fines of an amount that the unit's own list of what is reviewed first holds, entered as not reviewed. */
export function unreviewed(grid: Grid, words: readonly string[], found: Package): Flaw[] {
  const [fine] = [...readAs(grid, found, ({ name }) => name === '罚没金额'), ...grid.columns.filter(isFine)]
  const read = readAs(grid, found, ({ name }) => name.startsWith('法制审核'))
  const reviews = read.length > 0 ? read : grid.columns.filter((column) => mainEvent(column) === '法制审核')
  if (!fine) return []
  const amounts = amountsOf(found, words)
  if (reviews.length === 0) {
    const least = (row: GridRow) => (amounts ? (isBody(row) ? amounts.body : amounts.person) : Number.POSITIVE_INFINITY)
    const owing = grid.rows.flatMap((row) => {
      const amount = amountIn(cell(row, fine))
      return amount !== undefined && amount >= least(row) ? [row] : []
    })
    return amounts ? missingIn(owing, fine, amounts.says, found) : []
  }
  return grid.rows.flatMap((row) => {
    const texts = reviews.map((column) => cell(row, column))
    const amount = amountIn(cell(row, fine))
    if (amount === undefined || texts.some(isReviewed)) return []
    const denied = texts.some(saysUndone)
    if (!amounts) return denied ? [flawIn(row, reviews[0]!, texts, amount, '', false)] : []
    const least = isBody(row) ? amounts.body : amounts.person
    return amount >= least ? [flawIn(row, reviews[0]!, texts, amount, amounts.says, true)] : []
  })
}

function flawIn(
  row: GridRow,
  column: Column,
  texts: readonly string[],
  amount: number,
  says: string,
  isPlain: boolean,
) {
  const text = texts.find(Boolean) ?? '空白'
  return flawAt('办理', row, column, `罚款${amount}元，${column.name}“${text}”${says && `（${says}）`}`, isPlain)
}

const isFine = ({ parts, head }: Column): boolean => parts.attributes[0] === '金额' && head.text.includes('罚')

const REVIEWED = new RegExp(`${cellWord('reviewed')}|\\d|^(?:是|有|√|1)$`, 'u')

/** 10.29审了, 同意, 已审核; 没审 is none. */
const isReviewed = (text: string): boolean =>
  !saysUndone(text) && !rowWords().spared.some((word) => text.includes(word)) && REVIEWED.test(text)

/** 罚款(单位), 某砂石厂: a body in any cell of the row; what may be one is taken for one. */
function isBody(row: GridRow): boolean {
  const { bodies, bodyEnds } = rowWords()
  return row.grid.columns.some((column) => {
    const text = cell(row, column).slice(0, 30)
    const names = text.split(/[(),]/u)
    return (
      bodies.some((word) => text.includes(word)) || names.some((name) => bodyEnds.some((end) => name.endsWith(end)))
    )
  })
}

const known = new WeakMap<Package['documents'], Map<string, Amounts | null>>()

function amountsOf(found: Package, words: readonly string[]): Amounts | null {
  const all = known.get(found.documents) ?? new Map<string, Amounts | null>()
  known.set(found.documents, all)
  const key = words.join()
  const made = all.get(key) ?? read(found, words)
  all.set(key, made)
  return made
}

function read({ documents }: Package, words: readonly string[]): Amounts | null {
  const isList = ({ facts: { title, drafts } }: Document) =>
    drafts.length === 0 && words.some((word) => (title?.value ?? '').includes(word))
  const alone = amountsAlone()
  for (const { evidence, facts } of documents.filter(isList)) {
    const cells = evidence.tables.flatMap(({ rows }) => rows.flatMap(({ values }) => values.map(textOf)))
    const text = plain([...evidence.passages.map((passage) => passage.text), ...cells].join('\n'))
    const rows = evidence.tables.flatMap(({ rows }) => rows.map(({ values }) => plain(values.map(textOf).join('\n'))))
    const fines = [
      ...finesIn(text, FINE),
      ...[...rows, ...text.split('\n')].filter((line) => FINED.test(line)).flatMap((line) => finesIn(line, alone)),
    ]
    if (fines.length === 0) continue
    const least = (words: readonly string[]) =>
      Math.min(...fines.filter(({ of }) => words.some((word) => of.includes(word))).map(({ amount }) => amount))
    const highest = Math.max(...fines.map(({ amount }) => amount))
    const [person, body] = [least(rowWords().natural), least(rowWords().bodies)]
    return {
      person: Number.isFinite(person) ? person : highest,
      body: Number.isFinite(body) ? body : highest,
      says: `《${facts.title!.value}》列为应当审核`,
    }
  }
  return null
}
