import type { Evidence, Passage, Table } from '../core/evidence.ts'
import { plain } from '../language/text.ts'
import { dayAlone } from './signatures.ts'

/** A day on a line of its own is no longer. */
const LONGEST_DAY = 40

/**
 * Papers typed one behind the other, without a page between them: what comes behind a line with a day alone begins a leaf of
 * its own, as if a page were broken there. Whether another paper begins with it, its head tells. What has pages keeps them.
 */
export function leaved(evidence: Evidence): Evidence {
  const { passages, tables } = evidence
  if (passages.some(({ at }) => at.page !== undefined)) return evidence
  const leaves: Passage[] = []
  // The leaf that a page of the programme's begins with now.
  const begun = new Map<number, number>()
  let [more, ended, before] = [0, false, 1]
  for (const passage of passages) {
    const { leaf = 1, text } = passage
    const line = text.trim()
    if (ended && line !== '' && leaf === before) more++
    if (line !== '') ended = line.length <= LONGEST_DAY && dayAlone(plain(line).trim()) !== undefined
    before = leaf
    if (!begun.has(leaf)) begun.set(leaf, leaf + more)
    leaves.push(more === 0 ? passage : { ...passage, leaf: leaf + more })
  }
  return more === 0 ? evidence : { ...evidence, passages: leaves, tables: placed(tables, leaves, begun) }
}

/** A table lies where its first row stands in the text, else where its page begins. */
function placed(tables: readonly Table[], passages: readonly Passage[], begun: ReadonlyMap<number, number>): Table[] {
  let from = 0
  return tables.map((table) => {
    const first = (table.rows[0]?.values ?? []).filter((value) => value !== null).join('\t')
    const at =
      first === ''
        ? -1
        : passages.findIndex(({ text }, nth) => nth >= from && text.startsWith(first.slice(0, LONGEST_DAY)))
    if (at >= 0) from = at + 1
    return { ...table, leaf: passages[at]?.leaf ?? begun.get(table.leaf ?? 1) ?? table.leaf ?? 1 }
  })
}
