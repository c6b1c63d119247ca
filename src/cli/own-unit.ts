import { existsSync } from 'node:fs'
import { basename, dirname, join, relative, sep } from 'node:path'
import { UserError } from '../core/problem.ts'
import type { IndicatorSystem, Unit } from '../core/system.ts'
import { UNIT_FILE } from '../core/unit-file.ts'
import { resolveUnit } from '../system/responsibility.ts'

/** The folder of a unit's package that a file lies in. `within` is the file's path in it, with `/`. */
export type Home = { readonly folder: string; readonly unit: Unit | null; readonly within: string }

const HIGHEST = 8

/** The nearest folder above a file that has an audit.yaml or is called as a unit is. */
export function homeOf(path: string, system: IndicatorSystem): Home | undefined {
  let folder = dirname(path)
  for (let up = 0; up < HIGHEST; up++) {
    const named = resolveUnit(system, basename(folder))
    const unit = 'unit' in named ? named.unit : null
    if (unit || existsSync(join(folder, UNIT_FILE))) return { folder, unit, within: pathIn(folder, path) }
    if (dirname(folder) === folder) return undefined
    folder = dirname(folder)
  }
  return undefined
}

/** As the package names it: relative, with `/`, NFC. */
export function pathIn(folder: string, path: string): string {
  const within = relative(folder, path).split(sep).join('/').normalize('NFC')
  if (within === '' || within.startsWith('../') || within === '..')
    throw new UserError(`“${path}”不在材料文件夹“${folder}”里面：请核对路径`)
  return within
}
