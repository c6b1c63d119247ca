import type { Block } from '../../core/block.ts'
import type { Finding } from '../../core/report.ts'
import { blockOf, type Desk, grouped, nameOf } from './about.ts'

/** What the unit's own papers prove wrong: the same fault in the same places is one thing to mend, whatever indicators it breaks. */
export const proved = (findings: readonly Finding[], desk: Desk): Block[] =>
  grouped(findings, placesOf).map((same) => {
    const [first, ...others] = same
    const items = others
      .filter(({ message }) => message !== first?.message)
      .map(({ indicator, message, cites }) => ({ words: `${nameOf(indicator)}：${message}`, places: cites }))
    return blockOf(
      same,
      { id: `p:${first?.id}`, class: 'proved', what: first?.message ?? '', act: first?.remedy ?? '', items },
      desk,
    )
  })

/** Quotations are no part of a place: one rule quotes the cell, another does not. */
function placesOf({ cites, id, key, remedy }: Finding): string {
  const spots = cites.map(({ file, page = '', sheet = '', cell = '' }) => [file, page, sheet, cell].join('|'))
  return spots.length > 0 ? [key, remedy, ...spots.toSorted()].join('\n') : id
}
