import type { Answer, Declaration } from '../../core/package.ts'
import type { Parameter } from '../../core/system.ts'
import { choice, day, file, flag, listOrNone, mapping, orNull, type Schema, text, words } from './shape.ts'

type Given<T> = Omit<T, 'at'>

/** `audit.yaml` as validation leaves it. Numbers are ids typed without quotes. */
export type RawUnitFile = {
  readonly unit: string | null
  readonly files: readonly RawMapping[] | Readonly<Record<string, RawPattern>>
  readonly declarations: readonly (Omit<Given<Declaration>, 'indicator'> & { readonly indicator: RawId })[]
  readonly answers: readonly Given<Answer>[]
  readonly parameters: readonly Parameter[]
}
export type RawId = string | number
export type RawMapping = {
  readonly file: string
  readonly indicators: RawId | readonly RawId[]
  readonly material: string | null
}
export type RawPattern = RawId | readonly RawId[]

// A clerk writes 41 without quotes, and as an integer it is nothing else. 1.10 would be 1.1, so it is refused.
const id: Schema = { type: ['string', 'integer'], minLength: 1, description: '指标编号' }
const ids: Schema = {
  type: ['string', 'integer', 'array'],
  minLength: 1,
  minItems: 1,
  items: id,
  description: '指标编号',
}

const line = mapping<RawMapping>({
  file: text('文件或文件夹，可用 * 和 ?'),
  indicators: ids,
  material: orNull(text('材料的编号或名称')),
})

const declaration = mapping<RawUnitFile['declarations'][number]>({
  indicator: id,
  declares: choice(['不适用', '零报告'], '声明'),
  reason: text('理由'),
  by: text('声明人'),
  on: orNull(day('声明日期')),
})

const answer = mapping<RawUnitFile['answers'][number]>({
  rule: text('要求的编号，如 27.reviewed'),
  answer: choice(['符合', '不符合'], '答复'),
  reason: text('理由'),
  by: text('答复人'),
  on: day('答复日期'),
  until: orNull(day('有效期至')),
})

const parameter = mapping<Parameter>({
  id: text('参数编号'),
  name: words('名称'),
  value: { type: ['string', 'number', 'null'], minLength: 1, description: '取值' },
  source: text('出处'),
  verified: flag('是否已核对原文', { default: false }),
})

/** By English keys; loading translates Chinese ones before. */
export const unitFileSchema = (): Schema =>
  file(
    'UnitFile',
    mapping<RawUnitFile>({
      unit: orNull(text('单位名称')),
      files: {
        type: ['array', 'object'],
        items: line,
        additionalProperties: ids,
        description: '哪个文件对应哪些指标',
        default: [],
      },
      declarations: listOrNone(declaration, '不适用和零报告的声明'),
      answers: listOrNone(answer, '对需要人工判断的要求的答复'),
      parameters: listOrNone(parameter, '本单位填报的数值'),
    }),
  )

type Names = Readonly<Record<string, string>>

/** Keys in Chinese, by the section that they stand in; the sections' own names stand under `''`. */
export const CHINESE_KEYS: Readonly<Record<string, Names>> = {
  '': { 单位: 'unit', 文件: 'files', 声明: 'declarations', 答复: 'answers', 参数: 'parameters' },
  files: { 文件: 'file', 指标: 'indicators', 材料: 'material' },
  declarations: { 指标: 'indicator', 声明: 'declares', 理由: 'reason', 声明人: 'by', 日期: 'on' },
  answers: { 要求: 'rule', 答复: 'answer', 理由: 'reason', 答复人: 'by', 日期: 'on', 有效期至: 'until' },
  parameters: { 编号: 'id', 名称: 'name', 取值: 'value', 出处: 'source', 已核对: 'verified' },
}

/** For editors, which see the file as it is written: every key in either language. */
export function bilingual(schema: Schema, section = ''): Schema {
  const spellings = (key: string) => [
    key,
    ...Object.entries(CHINESE_KEYS[section] ?? {}).flatMap(([chinese, name]) => (name === key ? [chinese] : [])),
  ]
  const properties = Object.entries(schemaAt(schema, 'properties')).flatMap(([key, value]) => {
    const items = schemaAt(schemaAt({ value }, 'value'), 'items')
    const both =
      section === '' && 'properties' in items
        ? { ...schemaAt({ value }, 'value'), items: bilingual(items, key) }
        : value
    return spellings(key).map((name): [string, unknown] => [name, both])
  })
  const { required, ...rest } = schema
  const needed = Array.isArray(required) ? required.map(String) : []
  return {
    ...rest,
    properties: Object.fromEntries(properties),
    ...(needed.length > 0 && {
      allOf: needed.map((key) => ({ anyOf: spellings(key).map((name) => ({ required: [name] })) })),
    }),
  }
}

function schemaAt(schema: Schema, key: string): Schema {
  const value = schema[key]
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
