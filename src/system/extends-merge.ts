import type { Entry, Origins } from './origins.ts'
import { isObject, textOf } from './values.ts'

/** What becomes of an inherited value where the extension writes its own. */
export type How = (base: unknown, own: unknown) => unknown

/** Merged mappings and lists keep the place of each entry, so that a fault points to the file that wrote it. */
export type Merging = {
  mapping(how?: Readonly<Record<string, How>>): How
  /** Items of one key are the same item; others are added. */
  byKey(key: string, each?: How): How
  /** What is not there yet is added. */
  readonly words: How
  /** The same holder with some entries replaced. */
  changed<T extends object>(holder: T, values: Readonly<Record<string, unknown>>): T
  without(list: readonly unknown[], leaves: (item: unknown) => boolean): unknown[]
  /** A new holder that stands where another one does. */
  beside<T extends object>(holder: object, made: T): T
}

export function merging(origins: Origins): Merging {
  const originOf = (holder: object) => {
    const origin = origins.get(holder)
    if (!origin) throw new Error('no origin for what is merged')
    return origin
  }

  function mapped(base: object, own: object, how: Readonly<Record<string, How>>): object {
    const [inherited, written] = [originOf(base), originOf(own)]
    const values = new Map<string, unknown>(Object.entries(base))
    for (const [key, value] of Object.entries(own)) {
      const merge = Object.hasOwn(how, key) && values.has(key) ? how[key] : undefined
      values.set(key, merge ? merge(values.get(key), value) : value)
    }
    // Unlike assignment, this makes `__proto__` an entry like any other.
    const merged = Object.fromEntries(values)
    origins.set(merged, { ...written, entries: new Map([...inherited.entries, ...written.entries]) })
    return merged
  }

  type Placed = { readonly item: unknown; readonly entry: Entry | undefined }

  const placed = (list: readonly unknown[]): Placed[] =>
    list.map((item, index) => ({ item, entry: origins.get(list)?.entries.get(index) }))

  function listed(items: readonly Placed[], like: object): unknown[] {
    const list = items.map(({ item }) => item)
    const entries = items.flatMap(({ entry }, index): [number, Entry][] => (entry ? [[index, entry]] : []))
    origins.set(list, { ...originOf(like), entries: new Map(entries) })
    return list
  }

  function byKey(base: readonly unknown[], own: readonly unknown[], key: string, each: How): unknown[] {
    const items = placed(base)
    const written = new Set<string>()
    for (const { item, entry } of placed(own)) {
      const name = textOf(item, key)
      // Twice in one extension is a slip of the author's, and told as one.
      const at =
        name === undefined || written.has(name) ? -1 : items.findIndex((other) => textOf(other.item, key) === name)
      if (name !== undefined) written.add(name)
      const found = items[at]
      if (found) items[at] = { item: each(found.item, item), entry }
      else items.push({ item, entry })
    }
    return listed(items, own)
  }

  const own: How = (_, written) => written

  return {
    mapping:
      (how = {}) =>
      (base, written) =>
        isMapping(base) && isMapping(written) ? mapped(base, written, how) : written,
    byKey:
      (key, each = own) =>
      (base, written) =>
        Array.isArray(base) && Array.isArray(written) ? byKey(base, written, key, each) : written,
    words(base, written) {
      if (!Array.isArray(base) || !Array.isArray(written)) return written
      return listed([...placed(base), ...placed(written).filter(({ item }) => !base.includes(item))], written)
    },
    changed(holder, values) {
      const copy = { ...holder, ...values }
      origins.set(copy, originOf(holder))
      return copy
    },
    without: (list, leaves) =>
      listed(
        placed(list).filter(({ item }) => !leaves(item)),
        list,
      ),
    beside(holder, made) {
      origins.set(made, { ...originOf(holder), entries: new Map() })
      return made
    },
  }
}

const isMapping = (value: unknown): value is object => isObject(value) && !Array.isArray(value)
