import { indicatorsSchema, type Kinds } from './indicators.ts'
import { lawsSchema } from './laws.ts'
import { ledgersSchema } from './ledgers.ts'
import type { Schema } from './shape.ts'
import { systemSchema } from './system.ts'
import { unitsSchema } from './units.ts'

/** What an edition may write: of an item that it inherits, its id or name is enough. Loading checks what comes of it. */
export const extensionSchemas = (kinds: Kinds): Readonly<Record<string, Schema>> => ({
  'extension-system': titled('ExtensionSystem', {
    ...loosened(systemSchema(kinds)),
    required: ['id', 'version', 'name', 'extends'],
  }),
  'extension-units': titled('ExtensionUnits', loosened(unitsSchema())),
  'extension-ledgers': titled('ExtensionLedgers', loosened(ledgersSchema())),
  'extension-laws': titled('ExtensionLaws', loosened(lawsSchema())),
  'extension-indicators': titled('ExtensionIndicators', loosened(indicatorsSchema(kinds))),
})

const titled = (title: string, schema: Schema): Schema => ({ ...schema, title })

const KEYS = ['id', 'name', 'unit']

/** A rule, a cell and what refers to a definition stand whole, and keep all that they require. */
function loosened(schema: Schema): Schema {
  if ('allOf' in schema || 'if' in schema || '$ref' in schema) return schema
  const { required, minItems: _, properties, items, ...rest } = schema
  const key = KEYS.find((name) => Array.isArray(required) && required.includes(name))
  return {
    ...rest,
    ...(isSchema(properties) && { properties: each(properties) }),
    ...(isSchema(items) && { items: loosened(items) }),
    ...(key !== undefined && { required: [key] }),
  }
}

const each = (properties: Schema): Schema =>
  Object.fromEntries(
    Object.entries(properties).map(([name, value]) => [name, isSchema(value) ? loosened(value) : value]),
  )

const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
