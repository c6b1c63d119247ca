import type { Law } from '../../core/basis.ts'
import type { Fault } from '../../core/problem.ts'
import type { Names } from '../names.ts'
import { faultAt, type Origins, placeName } from '../origins.ts'
import type { Kinds } from '../schemas/indicators.ts'
import { isObject } from '../values.ts'

/** What every check needs: what is defined, and where to say that something is not. */
export type Check = {
  readonly kinds: Kinds
  readonly names: Names
  /** By every name that a rule may use; null where an entry has faults of its own. */
  readonly laws: ReadonlyMap<string, Law | null>
  /** `T` must be what the value's schema describes: no fault was found in it, and its defaults are filled. */
  sound<T extends object>(value: unknown): value is T
  tell(holder: object, entry: string | number | null, message: string, part?: 'key' | 'value'): void
  place(holder: object, entry: string | number): string
}

export const checkOf = (
  kinds: Kinds,
  names: Names,
  laws: Check['laws'],
  origins: Origins,
  tainted: ReadonlySet<object>,
  faults: Fault[],
): Check => ({
  kinds,
  names,
  laws,
  sound: <T extends object>(value: unknown): value is T => isObject(value) && !tainted.has(value),
  tell: (holder, entry, message, part) => faults.push(faultAt(origins, holder, entry, message, part)),
  place: (holder, entry) => placeName(origins, holder, entry),
})
