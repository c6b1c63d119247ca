import { basename, resolve } from 'node:path'
import { UserError } from '../core/problem.ts'
import type { IndicatorSystem, Unit } from '../core/system.ts'
import type { UnitFile } from '../core/unit-file.ts'
import { shippedSystem, version } from './about.ts'
import type { Io } from './io.ts'

export async function systemOf(folder: string | undefined, io: Io): Promise<IndicatorSystem> {
  const { loadSystem } = await import('../system/load.ts')
  return loadSystem(folder === undefined ? shippedSystem() : resolve(io.cwd, folder), { version: version() })
}

/** The unit as asked, else as audit.yaml says, else as the folder is called. A name nobody knows is a usage error. */
export async function unitOf(
  system: IndicatorSystem,
  asked: string | undefined,
  given: UnitFile | null,
  folder: string,
): Promise<Unit> {
  const [name, from] = asked
    ? [asked, '--unit']
    : given?.unit
      ? [given.unit, 'audit.yaml']
      : [basename(folder), '文件夹名']
  // The doctor must run without what this needs.
  const { resolveUnit } = await import('../system/responsibility.ts')
  const found = resolveUnit(system, name)
  if ('unit' in found) return found.unit
  const nearest = found.nearest.length > 0 ? `，最接近的是：${found.nearest.join('、')}` : ''
  const next = asked ? '请改正 --unit 的单位名称' : '请用 --unit 指明单位，如 --unit 区司法局'
  throw new UserError(`${from}“${name}”不在责任单位名单中${nearest}。${next}；全部单位见 audit indicators units`)
}
