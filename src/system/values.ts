export const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

/** An entry of what may be a mapping; never what every object inherits. */
export const entry = (holder: unknown, key: string): unknown =>
  isObject(holder) && Object.hasOwn(holder, key) ? Reflect.get(holder, key) : undefined

export function textOf(holder: unknown, key: string): string | undefined {
  const value = entry(holder, key)
  return typeof value === 'string' ? value : undefined
}

export function listAt(holder: unknown, key: string): readonly unknown[] | undefined {
  const value = entry(holder, key)
  return Array.isArray(value) ? value : undefined
}

export const itemsOf = (holder: unknown, key: string): object[] => (listAt(holder, key) ?? []).filter(isObject)
