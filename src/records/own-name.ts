import type { Table } from '../core/evidence.ts'
import type { ColumnSpec } from '../core/ledger.ts'
import type { Document } from '../core/package.ts'
import { affairsIn } from '../language/affairs.ts'
import { genres } from '../language/genres.ts'
import { bare, plain } from '../language/text.ts'
import { textOf } from './cell.ts'
import { type Affairs, KEPT } from './named.ts'

const LONGEST_NAME = 40
/** 填报单位：… and whole sentences above a table are no name of it. */
const CAPTION = /[:：。；;]/u

/**
 * The affairs that a table says it is kept of, by the nearest of its names that says any: what stands above it, its
 * sheet, then its document and its file where they name this table and not one beside it. None: it does not say.
 */
export function affairsOf(document: Document, table: Table, first: number): Affairs {
  for (const name of namesOf(document, table, first)) {
    const of = affairsIn(name)
    if (of.size > 0) return { of, kept: !NORMS.includes(genreOf(name) ?? '') }
  }
  return { of: new Set(), kept: false }
}

/**
 * What a table's own name says of all its rows, by the nearest of its names that has one of the words: 领导班子旁听庭审 over
 * rows that have no column for it. A name that says two (会前学法、讲座登记) says neither.
 */
export function kindsByName(
  document: Document,
  table: Table,
  first: number,
  specs: readonly ColumnSpec[],
): ReadonlyMap<string, string> {
  const names = namesOf(document, table, first)
  const kinds = specs.flatMap(({ name, names: words }) => {
    if (!words) return []
    const said = names.map((one) =>
      Object.keys(words).filter((kind) => words[kind]?.some((word) => one.includes(word))),
    )
    const nearest = said.find((some) => some.length > 0)
    return nearest?.length === 1 ? [[name, nearest[0]!] as const] : []
  })
  return new Map(kinds)
}

/** What stands above the first rows of figures, the sheet's name, and what the document is called. */
export const namesOver = (document: Document, table: Table): string[] => namesOf(document, table, 2)

function namesOf({ evidence, facts }: Document, table: Table, first: number): string[] {
  const above = table.rows
    .slice(0, first)
    .flatMap(({ values }) => values.map(textOf))
    .filter((text) => text.length <= LONGEST_NAME && !CAPTION.test(text))
  const title = facts.title
  const isOwn = title !== null && (title.at.sheet === undefined || title.at.sheet === table.name)
  const around = [
    isOwn ? title.value : '',
    evidence.tables.length === 1 || saysNothing(table.name) ? fileName(evidence.path) : '',
  ]
  // A report of one thing holds tables of others; only what is itself kept as a table names it.
  return [...above, table.name, ...(table.kind === 'sheet' ? around : around.filter(isKept))]
}

const fileName = (path: string): string =>
  path
    .split('/')
    .at(-1)!
    .replace(/\.[^.]{1,5}$/, '')

/** The kind of paper that a name ends in; 裁量基准表 is 基准. */
function genreOf(name: string): string | undefined {
  const text = bare(plain(name).replace(/\([^)]{0,20}\)$/u, ''))
  const whole = text.replace(/(?<=\p{Script=Han}{2})表$/u, '')
  const ending = (of: string) => genres().words.find(({ word }) => word.length > 1 && of.endsWith(word))?.genre
  return ending(whole) ?? ending(text)
}

const isKept = (name: string): boolean => KEPT.includes(genreOf(name) ?? '')

/** Kinds of paper that demand or list, and record nothing. */
const NORMS: readonly string[] = ['清单', '制度', '方案']

/** 2021年, Sheet1, 登记: the file's name is the table's. */
function saysNothing(sheet: string): boolean {
  const left = plain(sheet).replace(/sheet|年度?|月|[上下]半年|\P{Script=Han}/giu, '')
  return left === '' || genres().words.some(({ word }) => word === left)
}
