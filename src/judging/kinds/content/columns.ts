import type { Place } from '../../../core/place.ts'
import { gap, met, unclear, type Verdict } from '../../../core/verdict.ts'
import { quoted } from '../../../language/prose.ts'
import { bare } from '../../../language/text.ts'
import { cited, isWhole, type Text } from './text.ts'

/** The table that holds most of the columns speaks; where no table was recognised, the words of the text do. */
export function columnsIn(
  text: Text,
  columns: readonly string[],
  presumed: boolean,
): Verdict<'columns-there' | 'columns-missing' | 'columns-unsure' | 'not-seen'> {
  const tables = text.documents.flatMap(({ evidence }) => evidence.tables.map((table) => ({ table, evidence })))
  const heads = tables.flatMap(({ table, evidence }) =>
    table.rows.slice(0, 30).flatMap(({ values }, at) => {
      // A title over the whole table is no head, though it may hold as many of the words.
      if (new Set(values.map(textOf).filter(Boolean)).size < 2) return []
      // A head may have two rows.
      const row = [...(table.rows[at - 1]?.values ?? []), ...values]
      return [{ table, evidence, words: bare(row.map(textOf).join('\u0001')) }]
    }),
  )
  const names = columns.map((column) => column.split('/'))
  const lackingIn = (words: string) => names.filter((also) => !also.some((name) => words.includes(bare(name))))
  const best = heads
    .map(({ table, evidence, words }) => ({ table, evidence, lacking: lackingIn(words) }))
    .toSorted((a, b) => a.lacking.length - b.lacking.length)[0]
  const lacking = best ? best.lacking : lackingIn(text.whole)
  const data = { files: text.name, wanted: firsts(names), lacking: firsts(lacking) }
  const place: Place[] = best?.table.kind === 'sheet' ? [{ file: best.evidence.path, sheet: best.table.name }] : []
  const more = {
    subject: 'columns',
    expected: data.wanted,
    actual: lacking.length > 0 ? `缺${data.lacking}` : '齐全',
    cites: cited(text, place),
  }
  if (lacking.length === 0) return met('columns-there', data, more)
  // A column that was recognised wrongly is not missing.
  const isTyped = best?.table.rows.every(({ certainties }) => certainties === undefined) ?? false
  const isTable = isTyped && best !== undefined && best.lacking.length < columns.length
  if (!isTable || !text.sure || !isWhole(text)) return unclear('not-seen', data, more)
  return presumed ? unclear('columns-unsure', data, more) : gap('columns-missing', data, more)
}

const textOf = (value: unknown): string => String(value ?? '').trim()

/** 详细地址/点位地址 is asked for by its first name. */
const firsts = (names: readonly (readonly string[])[]): string => quoted(names.map(([name = '']) => name))
