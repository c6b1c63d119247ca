import { join } from 'node:path'
import type { Fault } from '../core/problem.ts'
import type { Indicator, IndicatorSystem, Rule } from '../core/system.ts'
import { checkOf } from '../system/checks/check.ts'
import { decodedText } from '../system/decoded.ts'
import { bytesOf, namesIn as yamlIn } from '../system/files.ts'
import { namesIn } from '../system/names.ts'
import { faultAt, inOrder, type Origins } from '../system/origins.ts'
import { parse } from '../system/parse.ts'
import type { Kinds } from '../system/schemas/indicators.ts'
import { validator } from '../system/validate.ts'
import { isObject } from '../system/values.ts'
import { checkRuleCases } from './check.ts'
import type { RawCase, RawRuleCases } from './raw.ts'
import { casesSchema } from './schema.ts'

export type { Expectation, RawCase, RawPaper, RawRow, Shown } from './raw.ts'
export { SHOWN } from './raw.ts'

/** A case with the place where it was written. */
export type PlacedCase = { readonly case: RawCase; readonly file: string; readonly line: number }

/** What the authors of a rule expect of it. */
export type RuleCases = {
  readonly indicator: Indicator
  readonly rule: Rule
  readonly impossible: RawRuleCases['impossible']
  readonly cases: readonly PlacedCase[]
}

export type LoadedCases = { readonly cases: readonly RuleCases[]; readonly faults: readonly Fault[] }

/** The folder of cases in a system's folder; a system may have none. */
export const CASES = 'cases'

/**
 * All cases of a system, or everything that is wrong with their files. An audit never loads them. With `mentions` only the
 * files that name one of these rules are looked at.
 */
export async function loadCases(
  folder: string,
  system: IndicatorSystem,
  kinds: Kinds,
  mentions?: readonly string[],
): Promise<LoadedCases> {
  const origins: Origins = new Map()
  const faults: Fault[] = []
  const tainted = new Set<object>()
  const entries: object[] = []
  const validate = await validator(origins)
  const schema = casesSchema()
  for (const name of (await yamlIn(join(folder, CASES))) ?? []) {
    const file = `${CASES}/${name}`
    const value = await valueIn(join(folder, CASES, name), file, origins, faults, mentions)
    if (value === undefined) continue
    const validation = validate(schema, value)
    faults.push(...validation.faults)
    for (const holder of validation.tainted) tainted.add(holder)
    if (Array.isArray(value)) entries.push(...value.filter(isObject))
  }
  const check = checkOf(kinds, namesIn(undefined, undefined), new Map(), origins, tainted, faults)
  checkRuleCases(check, system, entries)
  if (faults.length > 0) return { cases: [], faults: inOrder(faults) }
  return {
    cases: entries.flatMap((entry) => (check.sound<RawRuleCases>(entry) ? placed(system, entry, origins) : [])),
    faults: [],
  }
}

async function valueIn(
  path: string,
  file: string,
  origins: Origins,
  faults: Fault[],
  mentions?: readonly string[],
): Promise<object | undefined> {
  const bytes = await bytesOf(path)
  const source = typeof bytes === 'string' ? undefined : decodedText(bytes)
  if (source === undefined) {
    const message = typeof bytes === 'string' ? bytes : '文件不是 UTF-8 编码，请用 UTF-8 另存'
    faults.push({ file, line: 1, column: 1, message })
    return undefined
  }
  if (mentions && !mentions.some((id) => source.includes(id))) return undefined
  const parsed = await parse(file, source, origins)
  faults.push(...parsed.faults)
  // A file of comments only says nothing.
  if (parsed.faults.length > 0 || parsed.value === null) return undefined
  if (isObject(parsed.value)) return parsed.value
  faults.push({ file, line: 1, column: 1, message: '文件的内容不是列表' })
  return undefined
}

function placed(system: IndicatorSystem, entry: RawRuleCases, origins: Origins): RuleCases[] {
  for (const indicator of [system.package, ...system.indicators])
    for (const rule of indicator.rules)
      if (rule.id === entry.rule) {
        const cases = entry.cases.map((one): PlacedCase => {
          const { file, line = 1 } = faultAt(origins, one, null, '')
          return { case: one, file, line }
        })
        return [{ indicator, rule, impossible: entry.impossible, cases }]
      }
  return []
}
