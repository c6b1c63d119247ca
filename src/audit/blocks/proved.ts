import type { Block } from '../../core/block.ts'
import type { Finding } from '../../core/report.ts'
import { blockOf, type Desk, grouped, nameOf } from './about.ts'
import { claimed } from './claimed.ts'

/** What the unit's own papers prove wrong: the same fault in the same places is one thing to mend, whatever indicators it breaks. */
export function proved(findings: readonly Finding[], desk: Desk): Block[] {
  const { reports, rest, told } = claimed(findings, desk)
  const others = grouped(rest, placesOf).map((same) => {
    const [first, ...others] = same
    const items = others
      .filter(({ message }) => message !== first?.message)
      .map(({ indicator, message, cites }) => ({ words: `${nameOf(indicator)}：${message}`, places: cites }))
    const also = same.flatMap(({ id }) => told.get(id) ?? [])
    const block = blockOf(
      same,
      {
        id: `p:${first?.id}`,
        class: 'proved',
        what: first ? whatOf(first) : '',
        act: first?.remedy ?? '',
        items,
      },
      desk,
    )
    return { ...block, findings: [...block.findings, ...also.map(({ id }) => id)] }
  })
  return [...reports, ...others]
}

/** A row says by itself what is wrong with it; its table stands beside it. */
function whatOf({ key, data, message }: Finding): string {
  const isRows = key === 'rows-wrong' || key === 'rows-blank'
  if (!isRows || typeof data.rows !== 'string') return message
  return data.count === 1
    ? data.rows
    : `${data.count}行${key === 'rows-blank' ? '有该填未填的栏' : '不符'}：${data.rows}`
}

/** Quotations are no part of a place: one rule quotes the cell, another does not. */
function placesOf({ cites, id, key, remedy }: Finding): string {
  const spots = cites.map(({ file, page = '', sheet = '', cell = '' }) => [file, page, sheet, cell].join('|'))
  return spots.length > 0 ? [key, remedy, ...spots.toSorted()].join('\n') : id
}
