import type { Fault } from '../../core/problem.ts'
import { bare } from '../../language/text.ts'
import { faultAt, type Origins, placeName } from '../origins.ts'
import { LISTS_FILES } from '../schemas/words/lists.ts'
import type { WordsFile } from '../schemas/words.ts'
import { entry, itemsOf, listAt, textOf } from '../values.ts'
import { hint, quoted } from '../words.ts'
import { checkRows } from './rows.ts'

const SAID = ['words', 'ends', 'starts'] as const

/** What no schema sees: a name that two bear, a word that means two things of one sort, a reference that leads nowhere. */
export function checkWords(values: ReadonlyMap<WordsFile, object>, origins: Origins): Fault[] {
  const faults: Fault[] = []
  for (const name of ['attributes', 'events', 'objects'] as const) {
    const items = itemsOf(values.get(name), name)
    faults.push(...twice(items, origins), ...dangling(items, origins))
  }
  for (const turn of itemsOf(values.get('turns'), 'turns')) {
    const ways = itemsOf(turn, 'ways')
    const ids = idsOf(ways)
    const usual = textOf(turn, 'usual')
    faults.push(...twice(ways, origins))
    if (usual !== undefined && !ids.includes(usual) && !isImplied(usual))
      faults.push(faultAt(origins, turn, 'usual', `没有${quoted(usual)}这一项${hint(usual, ids)}`))
  }
  for (const name of LISTS_FILES) faults.push(...twiceInList(values.get(name), origins))
  const asks = Object.entries(values.get('asked') ?? {}).find(([name]) => name === 'asks')?.[1]
  if (typeof asks === 'object' && asks !== null) faults.push(...twoAsks(asks, origins))
  return [...faults, ...checkRows(values.get('rows'), idsOf(itemsOf(values.get('events'), 'events')), origins)]
}

/** A word stands once in a list; two lists may share it. */
function twiceInList(lists: object | undefined, origins: Origins): Fault[] {
  return Object.keys(lists ?? {}).flatMap((name) => {
    const list = lists ? (listAt(lists, name) ?? []) : []
    return list.flatMap((word, at) =>
      typeof word === 'string' && list.indexOf(word) < at ? [faultAt(origins, list, at, `${quoted(word)}重复`)] : [],
    )
  })
}

/** A word asks one thing. */
function twoAsks(asks: object, origins: Origins): Fault[] {
  const seen = new Map<string, string>()
  return Object.keys(asks).flatMap((ask) => {
    const list = listAt(asks, ask) ?? []
    return [...list.entries()].flatMap(([at, word]) => {
      if (typeof word !== 'string') return []
      const first = seen.get(word)
      if (first !== undefined) return [faultAt(origins, list, at, `${quoted(word)}重复，已用于 ${first}`)]
      seen.set(word, placeName(origins, list, at))
      return []
    })
  })
}

/** What is meant by saying nothing need not have words. */
const isImplied = (usual: string): boolean => usual === '正' || usual === '已'

const idsOf = (items: readonly object[]): string[] => items.flatMap((item) => textOf(item, 'id') ?? [])

function twice(items: readonly object[], origins: Origins): Fault[] {
  const faults: Fault[] = []
  const seen = new Map<string, string>()
  const tell = (key: string, holder: object, at: string | number, word: string): void => {
    const first = seen.get(key)
    if (first) faults.push(faultAt(origins, holder, at, `${quoted(word)}重复，已用于 ${first}`))
    else seen.set(key, placeName(origins, holder, at))
  }
  for (const item of items) {
    const id = textOf(item, 'id')
    if (id !== undefined) tell(`id ${id}`, item, 'id', id)
    for (const where of SAID) {
      const list = listAt(item, where) ?? []
      for (const [at, word] of list.entries())
        if (typeof word === 'string') tell(`${where} ${bare(word)}`, list, at, word)
    }
  }
  return faults
}

function dangling(items: readonly object[], origins: Origins): Fault[] {
  const ids = idsOf(items)
  const unknown = (holder: object, at: string | number, id: unknown): Fault[] =>
    typeof id !== 'string' || ids.includes(id)
      ? []
      : [faultAt(origins, holder, at, `没有${quoted(id)}这一项${hint(id, ids)}`)]
  return items.flatMap((item) => {
    const near = listAt(item, 'near') ?? []
    return [...unknown(item, 'of', entry(item, 'of') ?? undefined), ...near.flatMap((id, at) => unknown(near, at, id))]
  })
}
