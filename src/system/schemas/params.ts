import type { Kind, Param, ParamValues } from '../../core/kind.ts'
import { type Percent, percentName } from '../../core/percent.ts'
import { type Span, spanName } from '../../core/span.ts'
import { mapping, type Schema } from './shape.ts'

const word: Schema = { type: 'string', minLength: 1 }
const wordList: Schema = { type: 'array', items: word }
const span: Schema = {
  type: 'string',
  pattern: '^[0-9]{1,4} *个? *(工作日|日|天|月|小时)$',
  examples: ['15日', '7个工作日', '3个月'],
}
const date: Schema = { type: 'string', format: 'date', examples: ['2022-07-31'] }
// Types in a list with keywords that each bind only one of them, not `anyOf`: a failed branch of that says nothing useful.
const oneOrMore: Schema = {
  type: ['string', 'number', 'array'],
  minLength: 1,
  minItems: 1,
  items: { type: ['string', 'number'] },
}

const cellTest: Schema = {
  type: ['string', 'number', 'array', 'object'],
  description: 'present、absent、一个值、几个值，或者一组条件',
  minLength: 1,
  minItems: 1,
  minProperties: 1,
  items: { type: ['string', 'number'] },
  properties: {
    is: oneOrMore,
    not: oneOrMore,
    contains: oneOrMore,
    unless: oneOrMore,
    without: oneOrMore,
    'at-least': { type: 'number' },
    'at-most': { type: 'number' },
    from: date,
    until: date,
    before: word,
    'not-after': word,
    'differs-from': word,
    within: span,
    of: word,
  },
  dependencies: { within: ['of'], of: ['within'], unless: ['contains'] },
  additionalProperties: false,
}

/** Stands once in a file that has rules: half of all parameters are conditions, and each copy would be compiled anew. */
export const DEFINITIONS: Schema = { where: { type: 'object', additionalProperties: cellTest } }
const where: Schema = { allOf: [{ $ref: '#/definitions/where' }] }

type Check = ParamValues['checks'][number]

const TYPES: Readonly<Record<keyof ParamValues, Schema>> = {
  text: word,
  texts: wordList,
  classes: { type: 'array', items: { type: ['string', 'array'], minLength: 1, minItems: 1, items: word } },
  integer: { type: 'integer' },
  number: { type: 'number' },
  flag: { type: 'boolean' },
  percent: { type: 'string', pattern: '^[0-9]{1,9}(\\.[0-9]{1,6})? *[%\uff05]$', examples: ['95%', '99.5%'] },
  day: date,
  'month-day': { type: 'string', format: 'month-day', examples: ['03-01'] },
  span,
  ledger: word,
  column: word,
  columns: wordList,
  where,
  material: word,
  materials: wordList,
  parameter: word,
  checks: {
    type: 'array',
    items: mapping<Check>({ ledger: word, where: { ...where, default: {} }, says: { type: 'string', default: '' } }),
  },
}

/** Of one parameter, with its default as an author would write it. */
export function paramSchema(param: Param): Schema {
  const base: Schema = param.type === 'choice' ? { type: 'string', enum: param.of } : TYPES[param.type]
  const { description } = param
  if (param.default === undefined) return { ...base, description, ...(base.type === 'array' && { minItems: 1 }) }
  if (param.default !== null) return { ...base, description, default: written(param) }
  if (param.type === 'where') return { description, default: null, anyOf: [{ type: 'null' }, where] }
  return {
    ...base,
    description,
    type: [base.type, 'null'].flat(),
    ...(Array.isArray(base.enum) && { enum: [...base.enum, null] }),
    ...(base.type === 'array' && { minItems: 1 }),
    default: null,
  }
}

/** Defaults stand in kinds as `judge` gets them. */
function written({ type, default: value }: Param): unknown {
  if (type === 'where') return {}
  if (type === 'percent' && isPercent(value)) return percentName(value)
  if (type === 'span' && isSpan(value)) return spanName(value)
  return value
}

const isPercent = (value: unknown): value is Percent => typeof value === 'object' && value !== null && 'part' in value
const isSpan = (value: unknown): value is Span => typeof value === 'object' && value !== null && 'count' in value

/** What a rule of this kind may hold beside the keys that all rules share. */
export function schemaOf({ summary, params }: Kind): Schema {
  const properties = Object.fromEntries(Object.entries(params).map(([name, param]) => [name, paramSchema(param)]))
  const required = Object.entries(params).flatMap(([name, param]) => (param.default === undefined ? [name] : []))
  return { type: 'object', description: summary, properties, required, additionalProperties: false }
}
