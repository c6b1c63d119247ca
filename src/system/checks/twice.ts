import { bare } from '../../language/text.ts'
import { entry, textOf } from '../values.ts'
import { quoted } from '../words.ts'
import type { Check } from './check.ts'

/** Tells every item whose `key` another item has already. */
export function unlike(check: Pick<Check, 'tell' | 'place'>, items: readonly object[], key: string): void {
  const seen = new Map<string, object>()
  for (const item of items) {
    const value = textOf(item, key)
    if (value === undefined) continue
    const first = seen.get(value)
    if (first) check.tell(item, key, `${quoted(value)}重复，已用于 ${check.place(first, key)}`)
    else seen.set(value, item)
  }
}

/** Tells every name that two items answer to; names are compared bare, as they are when files are matched. */
export function unlikeNames(check: Check, items: readonly object[], others: string): void {
  const seen = new Map<string, { readonly item: object; readonly place: string }>()
  for (const item of items)
    for (const { holder, at, name } of namesOf(item, others)) {
      const first = seen.get(bare(name))
      if (first && first.item !== item) check.tell(holder, at, `${quoted(name)}重复，已用于 ${first.place}`)
      if (!first) seen.set(bare(name), { item, place: check.place(holder, at) })
    }
}

type Name = { readonly holder: object; readonly at: string | number; readonly name: string }

function namesOf(item: object, others: string): Name[] {
  const name = textOf(item, 'name')
  const more = entry(item, others)
  const listed = Array.isArray(more) ? more : []
  return [
    ...(name ? [{ holder: item, at: 'name', name }] : []),
    ...listed.flatMap((other: unknown, at): Name[] =>
      typeof other === 'string' ? [{ holder: listed, at, name: other }] : [],
    ),
  ]
}
