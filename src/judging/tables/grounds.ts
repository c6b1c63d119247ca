import { cellWord } from '../../language/cell-words.ts'
import { rowWords } from '../../language/row-words.ts'
import { plain } from '../../language/text.ts'
import { cell } from './cells.ts'
import { type Flaw, flawAt } from './flaw.ts'
import type { Column, Grid, GridRow } from './grid.ts'

/** Rows that are kept though their own 依据 says that there is none. */
export function ungrounded(grid: Grid): Flaw[] {
  const grounds = grid.columns.filter(({ parts }) => parts.attributes[0] === '依据')
  if (grounds.length === 0 || isOfDropped(grid)) return []
  return grid.rows.flatMap((row) => {
    const without = grounds.filter((column) => isNoGround(cell(row, column)))
    if (without.length < grounds.length) return []
    const column = without[0]!
    const fate = fateOf(row, column)
    if (fate === 'dropped') return []
    const words = `${column.name}“${cell(row, column)}”${fate === undefined ? '' : `，却为“${fate}”`}`
    return [flawAt('依据', row, column, words, fate !== undefined || isKeptAs(grid) || isFound(column))]
  })
}

/** 保留清单: what stands in it is kept. */
const isKeptAs = ({ names }: Grid): boolean =>
  names.slice(0, 3).some((name) => rowWords().keeping.some((word) => name.includes(word)) && KEPT.test(name))
const KEPT = new RegExp(cellWord('keptAs'), 'u')

/** 认定依据: that it was found so is the act itself. */
const isFound = ({ head }: Column): boolean => FOUND.test(head.text)
const FOUND = new RegExp(cellWord('foundSo'), 'u')

/** 指挥部会议纪要〔2021〕6号 has a number, and is no law. */
const MINUTES = new RegExp(`^[^《》]*${cellWord('minutes')}[^《》]*$`, 'u')

const NONE = new RegExp(`^${cellWord('none')}(?:$|[,，。;(（\\s])`, 'u')
const LACKS = new RegExp(`^${cellWord('lacks')}[^,。;]{0,10}${cellWord('grounds')}$`, 'u')

/** 无（行业惯例）, 中心内部规定: what begins or ends so, and names no paper. */
function isNoGround(text: string): boolean {
  const words = plain(text).trim()
  if (MINUTES.test(words) && words.length <= 40) return true
  if (words === '' || words.length > 40 || /[《〔]|第.{1,6}条|号$/u.test(words)) return false
  if (NONE.test(words) || LACKS.test(words)) return true
  return rowWords().ungrounded.some((word) => word.length > 1 && words.includes(word))
}

/** What was decided on it: kept, in its own words, or dropped. */
function fateOf(row: GridRow, ground: Column): 'dropped' | string | undefined {
  const { keeping, dropping } = rowWords()
  const texts = row.grid.columns
    .filter((column) => column !== ground && isFate(column))
    .map((column) => plain(cell(row, column)))
  if (texts.some((text) => dropping.some((word) => text.includes(word)))) return 'dropped'
  return texts.find((text) => keeping.some((word) => text.includes(word)))
}

const FATE = new Set(['意见', '状态', '情况', '结果', '备注', '措施', '说明'])
const isFate = ({ parts }: Column): boolean => FATE.has(parts.attributes[0] ?? '') || parts.attributes.length === 0

/** A list of what was abolished may well be without grounds. */
const isOfDropped = ({ names }: Grid): boolean =>
  names.slice(0, 3).some((name) => rowWords().dropping.some((word) => name.includes(word) && !name.includes('清理')))

/**
 * Rows whose 依据 names no law and no article, only that there are some (“有关法律法规”), where nearly all others cite theirs.
 */
export function uncited(grid: Grid): Flaw[] {
  return grid.columns
    .filter(({ parts }) => parts.attributes.includes('依据') || parts.passing.includes('依据'))
    .flatMap((column) => {
      const filled = grid.rows.filter((row) => !/^[\s—–\-−/\\]*$/u.test(cell(row, column)))
      const cited = filled.filter((row) => CITED.test(cell(row, column)))
      if (cited.length < FEWEST_CITED || cited.length < filled.length * MOST_CITED) return []
      return filled
        .filter((row) => VAGUE.test(plain(cell(row, column))))
        .map((row) => flawAt('依据', row, column, `${column.name}${quoted(cell(row, column))}，没有写明哪部法哪一条`))
    })
}

const [FEWEST_CITED, MOST_CITED] = [3, 0.75]

/**
 * Rows of a list of what is kept whose 依据 is the office's own demand (镇便民服务中心内部办件要求), where nearly all others cite
 * a law by its name.
 */
export function unlawful(grid: Grid): Flaw[] {
  return grid.columns
    .filter(({ parts }) => parts.attributes[0] === '依据')
    .flatMap((column) => {
      const filled = grid.rows.filter((row) => !/^[\s—–\-−/\\]*$/u.test(cell(row, column)))
      const cited = filled.filter((row) => CITED.test(cell(row, column)))
      if (!isKeptAs(grid) || cited.length < FEWEST_CITED || cited.length < filled.length * MOST_CITED) return []
      return filled
        .filter((row) => OWN.test(plain(cell(row, column))) && fateOf(row, column) !== 'dropped')
        .map((row) => flawAt('依据', row, column, `${column.name}${quoted(cell(row, column))}，不是法律法规规章的规定`))
    })
}
const OWN = new RegExp(`^[^《〔]*(?:${cellWord('ownDemands')})[^《〔]*$`, 'u')
const CITED = /《[^》]+》|第.{1,6}条|〔\d{4}〕/u
const VAGUE = new RegExp(`^["“'(]?(?:${cellWord('vague')})[^《〔第]*$`, 'u')
const quoted = (text: string): string => `“${text.replace(/^[“"']|[”"']$/gu, '')}”`
