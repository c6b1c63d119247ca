import { isDay } from '../../core/day.ts'

/** JSON Schema (draft-07) as plain data: what editors complete by, and what loading validates by. */
export type Schema = { readonly [keyword: string]: unknown }

type Shape<T> = { readonly [K in keyof T]-?: Schema }

/** A mapping that refuses unknown keys. The compiler holds its keys to those of `T`; a key with a `default` may be left out. */
export function mapping<T>(properties: Shape<T>, more: Schema = {}, optional: readonly (keyof T)[] = []): Schema {
  const left = new Set<PropertyKey>(optional)
  const required = Object.entries<Schema>(properties).flatMap(([key, schema]) =>
    left.has(key) || 'default' in schema ? [] : [key],
  )
  return { type: 'object', ...more, properties, required, additionalProperties: false }
}

export const text = (description: string, more: Schema = {}): Schema => ({
  type: 'string',
  minLength: 1,
  description,
  ...more,
})

/** May be left out or empty. */
export const words = (description: string): Schema => ({ type: 'string', description, default: '' })

export const flag = (description: string, more: Schema = {}): Schema => ({ type: 'boolean', description, ...more })

export const choice = (of: readonly string[], description: string, more: Schema = {}): Schema => ({
  type: 'string',
  enum: of,
  description,
  ...more,
})

export const list = (items: Schema, description: string, more: Schema = {}): Schema => ({
  type: 'array',
  items,
  description,
  ...more,
})

/** May be left out: it is empty then. */
export const listOrNone = (items: Schema, description: string): Schema => list(items, description, { default: [] })

export const day = (description: string, more: Schema = {}): Schema => ({
  type: 'string',
  format: 'date',
  examples: ['2022-07-31'],
  description,
  ...more,
})

/** Null unless it is given. */
export function orNull(schema: Schema): Schema {
  const { type, enum: values } = schema
  const types = Array.isArray(type) ? type : [type]
  return {
    ...schema,
    type: [...types, 'null'],
    ...(Array.isArray(values) && { enum: [...values, null] }),
    default: null,
  }
}

export const SLUG: Schema = { pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$', examples: ['self-report'] }

/** `"1"`, `"100"`, `"J1"`, `"1.10"`. Text, because the number 1.10 is 1.1. */
export const INDICATOR_ID: Schema = { pattern: '^[A-Z]?[0-9]{1,4}([.-][0-9]{1,4}){0,3}$', examples: ['"28"', '"J1"'] }

/** `03-01` is a day of every year; so is `02-29`, in the years that have it. */
export const FORMATS = { date: isDay, 'month-day': (text: string): boolean => isDay(`2024-${text}`) }

/** A schema file's head. Titles are ASCII because tools make type names of them. */
export const file = (title: string, schema: Schema): Schema => ({
  $schema: 'http://json-schema.org/draft-07/schema#',
  title,
  ...schema,
})
