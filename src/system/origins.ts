import type { Fault } from '../core/problem.ts'

/** Where a mapping or list of a YAML file was written, and its entries by key or index. */
export type Origin = {
  readonly file: string
  readonly at: Position
  readonly entries: ReadonlyMap<string | number, Entry>
}

export type Position = { readonly line: number; readonly column: number }

/** `name` is the key as it stands in the file; `written` is the scalar as it stands in the file (`1.10`), before it became a number. */
export type Entry = {
  /** The file that wrote it: what an extension overrides stands among what it inherits. */
  readonly file: string
  readonly name: string
  readonly key: Position
  readonly value: Position
  readonly written: string | null
}

/**
 * Every mapping and list that loading read, with its place. Checks work on plain values and still say where: no path has
 * to be carried along, and an alias leads to what it stands for.
 */
export type Origins = Map<object, Origin>

/** At an entry's value, or at its key; at the holder itself where it has no such entry. */
export function faultAt(
  origins: Origins,
  holder: object,
  entry: string | number | null,
  message: string,
  part: 'key' | 'value' = 'value',
): Fault {
  const origin = origins.get(holder)
  if (!origin) throw new Error(`no origin for a fault: ${message}`)
  const found = entry === null ? undefined : origin.entries.get(entry)
  return { file: found?.file ?? origin.file, ...(found?.[part] ?? origin.at), message }
}

/** `01-a.yaml:3:5`, for a message that points to another place. */
export function placeName(origins: Origins, holder: object, entry: string | number): string {
  const { file, line, column } = faultAt(origins, holder, entry, '')
  return `${file}:${line}:${column}`
}

export const inOrder = (faults: readonly Fault[]): Fault[] =>
  faults.toSorted(
    (a, b) =>
      order(a.file, b.file) ||
      (a.line ?? 0) - (b.line ?? 0) ||
      (a.column ?? 0) - (b.column ?? 0) ||
      order(a.message, b.message),
  )

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
