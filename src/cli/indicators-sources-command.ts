import type { Basis } from '../core/basis.ts'
import { UserError } from '../core/problem.ts'
import type { IndicatorSystem, SystemParameter } from '../core/system.ts'
import { systemOf } from './gathered.ts'
import type { ExitCode, Io } from './io.ts'

type Options = { readonly format: 'text' | 'json'; readonly indicators?: string }

/** A basis with the rule that rests on it. */
export type Founded = { readonly rule: string; readonly name: string } & Basis

export type Sources = {
  readonly bases: readonly Founded[]
  readonly parameters: readonly SystemParameter[]
  /** Ids of the rules and parameters that rest on what nobody has read. */
  readonly unverified: readonly string[]
}

/** `audit indicators sources`: on what law and text each rule rests, where it was read and when, and what stays 未核实. */
export async function sources(ids: readonly string[], options: Options, io: Io): Promise<ExitCode> {
  const system = await systemOf(options.indicators, io)
  const found = sourcesOf(system, ids)
  const { id, version, name } = system
  if (options.format === 'json') io.out(`${JSON.stringify({ system: { id, version, name }, ...found }, null, 2)}\n`)
  else io.out((await import('./sources-text.ts')).sourcesText(system, found))
  return 0
}

/** Of some indicators, or of all together with the outside figures. */
export function sourcesOf(system: IndicatorSystem, ids: readonly string[]): Sources {
  const all = [system.package, ...system.indicators]
  const unknown = ids.find((id) => !all.some((one) => one.id.toLowerCase() === id.toLowerCase()))
  if (unknown !== undefined) throw new UserError(`没有编号为“${unknown}”的指标，全部指标见 audit indicators list`)
  const wanted = new Set(ids.map((id) => id.toLowerCase()))
  const bases = all
    .filter(({ id }) => wanted.size === 0 || wanted.has(id.toLowerCase()))
    .flatMap(({ rules }) =>
      rules.flatMap(({ id, name, basis }) => basis.map((one): Founded => ({ rule: id, name, ...one }))),
    )
  const parameters = wanted.size === 0 ? system.parameters : []
  const open = [...bases, ...parameters].filter(({ verified }) => !verified)
  const unverified = [...new Set(open.map((one) => ('rule' in one ? one.rule : one.id)))]
  return { bases, parameters, unverified }
}
