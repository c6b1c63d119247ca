import { type Fault, faultLine, UserError } from '../core/problem.ts'
import type { IndicatorSystem } from '../core/system.ts'
import { compiledFile, fetched, keyOf, written } from './compiled.ts'
import { filesIn } from './files.ts'
import { inOrder } from './origins.ts'
import type { Checked } from './read.ts'
import type { Kinds } from './schemas/indicators.ts'

export type { Checked } from './read.ts'
export type { Kinds } from './schemas/indicators.ts'

/** Defaults: the tool's own kinds, and the compiled systems beside the built programme. */
export type Loading = { readonly kinds?: Kinds; readonly version?: string; readonly compiled?: URL }

/** A system whose every reference holds. Otherwise a UserError that lists all faults of all files. */
export async function loadSystem(folder: string, loading: Loading = {}): Promise<IndicatorSystem> {
  const { kinds = await ownKinds(), version = '', compiled } = loading
  const { files, faults } = await filesIn(folder)
  const known =
    faults.length === 0 ? await fetched(compiledFile(folder, compiled), keyOf(files, kinds, version)) : undefined
  if (known) return known
  const checked = await checkedFiles(files, faults, kinds)
  if (!checked.system) throw faulty(checked.faults)
  return checked.system
}

/** Always reads the files themselves. */
export async function checkSystem(folder: string, kinds?: Kinds): Promise<Checked> {
  const { files, faults } = await filesIn(folder)
  return checkedFiles(files, faults, kinds ?? (await ownKinds()))
}

/** The resolved system as the build keeps it in `dist/systems/<folder's name>.json`. */
export async function compile(
  folder: string,
  { kinds, version = '' }: Omit<Loading, 'compiled'> = {},
): Promise<string> {
  const own = kinds ?? (await ownKinds())
  const { files, faults } = await filesIn(folder)
  const checked = await checkedFiles(files, faults, own)
  if (!checked.system) throw faulty(checked.faults)
  return written({ key: keyOf(files, own, version), system: checked.system })
}

async function checkedFiles(
  files: ReadonlyMap<string, Buffer>,
  faults: readonly Fault[],
  kinds: Kinds,
): Promise<Checked> {
  // The parser and the validator are loaded only when there is something to parse.
  const { read } = await import('./read.ts')
  const checked = files.size > 0 ? await read(files, kinds) : { system: null, faults: [] }
  const all = inOrder([...faults, ...checked.faults])
  return { system: all.length === 0 ? checked.system : null, faults: all }
}

const faulty = (faults: readonly Fault[]): UserError =>
  new UserError([`指标体系有${faults.length}处错误，请改正后再审核：`, ...faults.map(faultLine)].join('\n'), faults)

async function ownKinds(): Promise<Kinds> {
  const { KINDS } = await import('../kinds/index.ts')
  return KINDS
}
