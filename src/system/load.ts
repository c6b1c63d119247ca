import { type Fault, faultLine, UserError } from '../core/problem.ts'
import type { IndicatorSystem } from '../core/system.ts'
import { compiledFile, fetched, keyOf, written } from './compiled.ts'
import { type Layers, layersIn } from './extends-layers.ts'
import { inOrder } from './origins.ts'
import type { Checked } from './read.ts'
import type { Kinds } from './schemas/indicators.ts'

export type { Checked } from './read.ts'
export type { Kinds } from './schemas/indicators.ts'

/** Defaults: the tool's own kinds, and the compiled systems beside the built programme. */
export type Loading = {
  readonly kinds?: Kinds
  readonly version?: string
  readonly compiled?: URL
  /** The folder of the systems that others may extend by id. */
  readonly shipped?: string
}

/** A system whose every reference holds. Otherwise a UserError that lists all faults of all files. */
export async function loadSystem(folder: string, loading: Loading = {}): Promise<IndicatorSystem> {
  const { kinds = await ownKinds(), version = '', compiled, shipped } = loading
  const layers = await layersIn(folder, shipped)
  const known =
    layers.faults.length === 0
      ? await fetched(compiledFile(folder, compiled), keyOf(filesOf(layers), kinds, version))
      : undefined
  if (known) return known
  const checked = await checkedLayers(layers, kinds)
  if (!checked.system) throw faulty(checked.faults)
  return checked.system
}

/** Always reads the files themselves. */
export async function checkSystem(folder: string, kinds?: Kinds, shipped?: string): Promise<Checked> {
  return checkedLayers(await layersIn(folder, shipped), kinds ?? (await ownKinds()))
}

/** The resolved system as the build keeps it in `dist/systems/<folder's name>.json`. */
export async function compile(
  folder: string,
  { kinds, version = '', shipped }: Omit<Loading, 'compiled'> = {},
): Promise<string> {
  const own = kinds ?? (await ownKinds())
  const layers = await layersIn(folder, shipped)
  const checked = await checkedLayers(layers, own)
  if (!checked.system) throw faulty(checked.faults)
  return written({ key: keyOf(filesOf(layers), own, version), system: checked.system })
}

/** Every file that the system is made of, its own and those it extends. */
const filesOf = ({ layers }: Layers): Map<string, Buffer> => new Map(layers.flatMap(({ files }) => [...files]))

async function checkedLayers({ layers, faults, broken }: Layers, kinds: Kinds): Promise<Checked> {
  // The parser and the validator are loaded only when there is something to parse.
  const { read } = await import('./read.ts')
  const empty = layers.every(({ files }) => files.size === 0)
  const checked = !empty && !broken ? await read(layers, kinds) : { system: null, faults: [] }
  const all = inOrder([...faults, ...checked.faults])
  return { system: all.length === 0 ? checked.system : null, faults: all }
}

const faulty = (faults: readonly Fault[]): UserError =>
  new UserError([`指标体系有${faults.length}处错误，请改正后再审核：`, ...faults.map(faultLine)].join('\n'), faults)

async function ownKinds(): Promise<Kinds> {
  const { KINDS } = await import('../judging/kinds/index.ts')
  return KINDS
}
