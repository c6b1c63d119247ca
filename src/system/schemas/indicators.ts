import type { Kind } from '../../core/kind.ts'
import { SEVERITIES } from '../../core/outcome.ts'
import { CELLS, type Indicator, NATURES, UNIT_KINDS } from '../../core/system.ts'
import type { RawCell, RawIndicator, RawMaterial, RawRule } from '../raw.ts'
import { basisSchema } from './laws.ts'
import { DEFINITIONS, schemaOf } from './params.ts'
import {
  choice,
  day,
  file,
  INDICATOR_ID,
  list,
  listOrNone,
  mapping,
  orNull,
  type Schema,
  SLUG,
  text,
  words,
} from './shape.ts'

export type Kinds = Readonly<Record<string, Kind>>

const cell: Schema = mapping<RawCell>(
  {
    printed: { type: 'string', description: '责任单位栏，照印发文本' },
    cell: choice(CELLS, 'explicit 印有，merged 与上行合并，absent 公布文本为空'),
    as: orNull(text('实际适用的责任单位；只有 absent 时才与 printed 不同')),
    why: words('为空时按什么推定'),
  },
  {
    if: { properties: { cell: { const: 'absent' } }, required: ['cell'] },
    then: { properties: { as: { type: 'string' }, why: { type: 'string', minLength: 1 } }, required: ['as', 'why'] },
    else: { properties: { printed: { type: 'string', minLength: 1 } } },
  },
)

const material: Schema = mapping<RawMaterial>({
  id: text('本指标内唯一的英文编号', SLUG),
  name: text('材料名称'),
  need: choice(['required', 'supporting'], 'required 必备，supporting 辅助', { default: 'required' }),
  nature: choice(NATURES, '制度类、过程类、台账、情况说明、照片、截图'),
  topic: listOrNone(text('主题词'), '材料讲什么事：每条一种说法，空格隔开的词都要有，“|”隔开的有一个即可'),
  genre: listOrNone(text('文种'), '材料是哪类文种（见 words/genres.yaml）；不写即按材料性质'),
  titles: listOrNone(text('标题中的字样'), '主题词认不出的标题；不写主题词时，不写即为名称本身'),
  except: listOrNone(text('标题中的字样'), '标题含有这些字样的，是别的材料'),
  ledger: orNull(text('台账名称')),
  shows: listOrNone(text('列名'), '台账里没有这些列的，不是这份材料'),
  issuers: listOrNone(text('单位'), '应由哪些单位印发'),
  formats: listOrNone(text('格式'), '应为哪些格式'),
  note: words('说明'),
})

const exempt: Schema = mapping<Indicator['exempts'][number]>({
  kind: choice(UNIT_KINDS, 'department 部门，town 镇'),
  why: text('为何不适用'),
})

const ruleKeys = (kinds: Kinds): { readonly [K in keyof RawRule]: Schema } => ({
  id: text('本指标内唯一的英文编号', SLUG),
  name: text('要求的名称，如“合法性审核率”'),
  kind: choice(Object.keys(kinds), '判断方式'),
  severity: choice(SEVERITIES, 'veto 否决，required 必须改，advised 建议改', { default: 'required' }),
  demanded: orNull({
    type: ['string', 'object'],
    minLength: 1,
    minProperties: 1,
    additionalProperties: text('指标原文中的话'),
    description:
      '指标原文（或所列依据）中要求这些材料的话，照抄；只要求其中几种的，按材料编号分写。不写的，没有也不判缺口',
  }),
  basis: listOrNone(basisSchema, '指标原文以外的依据'),
  erratum: orNull(text('system.yaml 中的勘误编号')),
  for: list(choice(UNIT_KINDS, ''), '对哪些单位提出', { minItems: 1, uniqueItems: true, default: [...UNIT_KINDS] }),
  'in-force': mapping<RawRule['in-force']>(
    { from: orNull(day('自何日起')), until: orNull(day('至何日止')) },
    { description: '审核基准日在此期间才判断', default: {} },
  ),
  remedy: orNull(text('整改办法；不写即用判断方式自带的说法')),
  note: words('说明'),
})

/** The keys of a rule depend on its kind, so each kind adds its own behind an `if`. */
function rule(kinds: Kinds): Schema {
  const shared = ruleKeys(kinds)
  const byKind = Object.entries(kinds).map(([name, kind]) => {
    const { properties, required, additionalProperties, description } = schemaOf(kind)
    const open = Object.fromEntries(Object.keys(shared).map((key) => [key, true]))
    return {
      if: { properties: { kind: { const: name } }, required: ['kind'] },
      then: { description, properties: { ...open, ...asSchema(properties) }, required, additionalProperties },
    }
  })
  return { type: 'object', properties: shared, required: ['id', 'name', 'kind'], allOf: byKind }
}

const asSchema = (value: unknown): Schema => ({ ...(typeof value === 'object' ? value : {}) })

export const materials = listOrNone(material, '佐证材料')
export const rules = (kinds: Kinds): Schema => listOrNone(rule(kinds), '要求')

const indicator = (kinds: Kinds): Schema =>
  mapping<RawIndicator>({
    id: text('指标编号，须加引号', INDICATOR_ID),
    level1: text('一级指标'),
    level2: text('二级指标'),
    text: text('三级指标，照印发文本'),
    units: cell,
    materials,
    rules: rules(kinds),
    exempts: listOrNone(exempt, '对哪些单位不适用'),
    kin: listOrNone(text('指标编号，须加引号', INDICATOR_ID), '本单位有这些指标的材料的，未点名也问一问本指标归不归它'),
  })

export const indicatorsSchema = (kinds: Kinds): Schema =>
  file('Indicators', { ...list(indicator(kinds), '三级指标'), definitions: DEFINITIONS })
