import type { Evidence } from '../../core/evidence.ts'
import type { Package } from '../../core/package.ts'
import type { Place } from '../../core/place.ts'
import { paragraphsOf, sentencesOf } from '../../language/paragraphs.ts'
import { fileName } from '../../language/prose.ts'
import { rowWords } from '../../language/row-words.ts'
import { bare, clipped, pairsIn, plain } from '../../language/text.ts'
import { oneOf } from '../../language/words.ts'
import { cell } from './cells.ts'
import { type Flaw, flawAt } from './flaw.ts'
import type { Column, Grid } from './grid.ts'

/** 由14项压减为8项: so many there were, and so many are left. */
const REDUCED = new RegExp(`(\\d{1,3})项[^,。;\\d]{0,8}${oneOf('claims', 'reducing')}(?:为|到|至)(\\d{1,3})项`, 'u')
const LEAST = 4
/** So much of a column says what became of each. */
const TOLD = 0.8
/** So many pairs of signs of the table's name stand in the sentence. */
const ALIKE = 2

/**
 * What the office's own reports say is left of what it went through (14项压减为8项), where its list, item by item, keeps more
 * or fewer of as many. Another number of items is another list.
 */
export function reducedInName(grid: Grid, { documents, accounts = new Set() }: Package): Flaw[] {
  const column = grid.rows.length < LEAST ? undefined : grid.columns.find((one) => tellsFate(grid, one))
  if (!column) return []
  const kept = grid.rows.filter((row) => isKept(cell(row, column))).length
  const said = documents.flatMap(({ evidence }) => (accounts.has(evidence.path) ? claimIn(evidence, grid, kept) : []))
  const [first] = said
  const row = grid.asides[0] ?? grid.rows.at(-1)
  if (!first || !row) return []
  const words = `“${fileName(first.at.file)}”写明“${first.words}”，表中逐项只有${grid.rows.length - kept}项没有保留，保留的有${kept}项`
  return [{ ...flawAt('数字', row, column, words), by: first.at }]
}

type Said = { readonly words: string; readonly at: Place }

function claimIn(evidence: Evidence, grid: Grid, kept: number): Said[] {
  for (const { text, at } of paragraphsOf(evidence))
    for (const sentence of sentencesOf(text)) {
      const claim = REDUCED.exec(plain(sentence))
      if (!claim || Number(claim[1]) !== grid.rows.length || Number(claim[2]) === kept) continue
      if (!isOf(sentence, grid)) continue
      const words = clipped(claim[0], 40)
      return [{ words, at: { ...at, quote: words } }]
    }
  return []
}

function isOf(sentence: string, { names, near }: Grid): boolean {
  const said = new Set(pairsIn(bare(sentence)))
  return names.slice(0, near).some((name) => pairsIn(bare(name)).filter((pair) => said.has(pair)).length > ALIKE)
}

/** 保留 or 取消 in nearly every row, and some of each. */
function tellsFate(grid: Grid, column: Column): boolean {
  const texts = grid.rows.map((row) => cell(row, column))
  const [kept, gone] = [texts.filter(isKept).length, texts.filter(isGone).length]
  return kept > 0 && gone > 0 && kept + gone >= texts.length * TOLD
}

const isKept = (text: string): boolean => rowWords().keeping.some((word) => text.startsWith(word))
const isGone = (text: string): boolean => GONE.test(text)
const GONE = new RegExp(`^${oneOf('claims', 'reduced')}`, 'u')
