import type { ErrorObject } from 'ajv'
import { entry, textOf } from './values.ts'
import { hint, nearest, quoted } from './words.ts'

/** `extra` is the key that should not be there, where the fault is about one. */
export type SchemaMessage = { readonly message: string; readonly extra: string | null }

const TYPE_NAMES: Readonly<Record<string, string>> = {
  object: '一组“键: 值”',
  array: '列表',
  string: '文字',
  integer: '整数',
  number: '数字',
  boolean: 'true 或 false',
  null: '空',
}

/** What the author wrote: the key's name or the item's number, the scalar as it stands; and keys that have two names. */
export type Words = {
  readonly name: string
  readonly isItem: boolean
  readonly written: string | null
  readonly synonyms: readonly (readonly [synonym: string, key: string])[]
}

/** One of ajv's errors as a sentence for the list's author. */
export function schemaMessage(error: ErrorObject, words: Words): SchemaMessage {
  const { keyword, params, data } = error
  const name = words.isItem ? words.name : quoted(words.name)
  const about = (message: string): SchemaMessage => ({ message: `${name}${message}`, extra: null })
  if (keyword === 'required') return { message: missing(error), extra: null }
  if (keyword === 'additionalProperties') return unknownKey(error, words)
  if (keyword === 'dependencies')
    return { message: `“${params.property}”要和“${params.missingProperty}”一起写`, extra: null }
  if (keyword === 'type') return about(wrongType(error, words.written))
  if (keyword === 'enum') return { message: wrongValue(error, name), extra: null }
  if (keyword === 'pattern' || keyword === 'format') return about(`${quoted(String(data))}的写法不对${examples(error)}`)
  if (keyword === 'minLength') return about('没有填写')
  if (keyword === 'minItems' || keyword === 'minProperties') return about('至少要有一项')
  if (keyword === 'uniqueItems') return about(`第${params.j + 1}项与第${params.i + 1}项相同`)
  return about('的写法不对')
}

function missing({ params, parentSchema }: ErrorObject): string {
  const key: string = params.missingProperty
  const description = textOf(entry(parentSchema?.properties, key), 'description')
  return `缺少“${key}”${description ? `（${description}）` : ''}`
}

function unknownKey({ params, parentSchema, data }: ErrorObject, { synonyms }: Words): SchemaMessage {
  const extra: string = params.additionalProperty
  const message = `没有${quoted(extra)}这一项`
  // {text: 另有规定的,从其规定}: the comma of a sentence ends the value, and what follows it becomes a key.
  if (entry(data, extra) === null && /\p{Script=Han}/u.test(extra))
    return { message: `${message}；如果它是前一句话的后半句，请给整句话加引号`, extra }
  return { message: `${message}${hint(extra, keysOf(parentSchema, synonyms))}`, extra }
}

/** The key that a mistyped one was probably meant to be. */
export function meantKey({ params, parentSchema }: ErrorObject, synonyms: Words['synonyms']): string | null {
  const near = nearest(params.additionalProperty, keysOf(parentSchema, synonyms))
  const keys = keysOf(parentSchema, [])
  return synonyms.find(([synonym, key]) => synonym === near && keys.includes(key))?.[1] ?? near
}

function keysOf(schema: ErrorObject['parentSchema'], synonyms: Words['synonyms']): string[] {
  const keys = Object.keys(schema?.properties ?? {})
  return [...keys, ...synonyms.flatMap(([synonym, key]) => (keys.includes(key) ? [synonym] : []))]
}

function wrongValue({ data, params }: ErrorObject, name: string): string {
  const allowed = (params.allowedValues as unknown[]).filter((value) => typeof value === 'string')
  return `${name}没有${quoted(String(data))}这个取值${hint(String(data), allowed)}`
}

function wrongType({ data, params }: ErrorObject, written: string | null): string {
  const types: string[] = [params.type].flat()
  if (data === null) return '没有填写'
  // YAML reads 1.10 as the number 1.1 and `true` as a flag; in quotes they stay what the author wrote.
  if (types.includes('string') && written !== null) return `要加引号，写作 "${quoted(written).slice(1, -1)}"`
  const expected = types.filter((type) => type !== 'null').map((type) => TYPE_NAMES[type])
  return `应为${expected.join('或')}，现为${typeName(data)}`
}

const typeName = (data: unknown): string => TYPE_NAMES[Array.isArray(data) ? 'array' : typeof data] ?? '别的内容'

function examples({ parentSchema }: ErrorObject): string {
  const shown: unknown = parentSchema?.examples
  return Array.isArray(shown) ? `，应如 ${shown.join('、')}` : ''
}
