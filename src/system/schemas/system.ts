import type { Cycle, Erratum, Milestone, SystemParameter } from '../../core/system.ts'
import type { RawOff, RawPackage, RawSystem } from '../raw.ts'
import { type Kinds, materials, rules } from './indicators.ts'
import { DEFINITIONS } from './params.ts'
import { day, file, flag, list, listOrNone, mapping, orNull, type Schema, SLUG, text, words } from './shape.ts'

const cycle = mapping<Cycle>({
  from: day('佐证材料的起始日'),
  to: day('截止日，即报送日'),
  note: words('说明'),
})

const milestone = mapping<Milestone>({
  id: text('英文编号', SLUG),
  name: text('节点名称'),
  due: text('时间，如 2022-07-31、每月20日'),
  source: words('出处'),
})

const parameter = mapping<SystemParameter>({
  id: text('英文编号', SLUG),
  name: text('名称'),
  value: { type: ['string', 'number', 'null'], minLength: 1, description: '取值；空即待对照' },
  source: words('出处'),
  verified: flag('是否已核对原文', { default: false }),
  checked: orNull(day('何日核对')),
})

const erratum = mapping<Erratum>({
  id: text('英文编号', SLUG),
  indicators: list(text('指标编号'), '涉及的指标', { minItems: 1, uniqueItems: true }),
  printed: text('印发文本的写法'),
  applied: text('实际适用的写法'),
  why: text('理由'),
})

const off = mapping<RawOff>({
  rule: orNull(text('规则的编号', { examples: ['28.review-limit'] })),
  indicator: orNull(text('指标的编号', { examples: ['"17"'] })),
  why: text('停用的理由'),
})

export const systemSchema = (kinds: Kinds): Schema =>
  file(
    'System',
    mapping<RawSystem>(
      {
        id: text('英文编号', SLUG),
        version: text('版本号', { pattern: '^[0-9]+\\.[0-9]+\\.[0-9]+(-[0-9A-Za-z.-]+)?$', examples: ['1.0.0'] }),
        name: text('指标体系名称，以地名开头'),
        source: text('印发文件'),
        extends: orNull(
          text('沿用哪套指标体系：随程序发布的编号，或者相对路径', { examples: ['zhaohua-2022', '../zhaohua-2023'] }),
        ),
        off: listOrNone(off, '所沿用的体系中停用的规则和指标'),
        cycle,
        milestones: listOrNone(milestone, '时间节点'),
        parameters: listOrNone(parameter, '方案未定的数值'),
        errata: listOrNone(erratum, '勘误'),
        package: mapping<RawPackage>({ text: text('整体要求的原文'), materials, rules: rules(kinds) }),
      },
      { definitions: DEFINITIONS },
    ),
  )
