import type { Stated } from './indicator-ids.ts'
import type { Placement } from './mapping.ts'

/** A file at the root, or in a folder there that is no indicator's, belongs to the package as a whole. */
export function placementsOf(path: string, { ids, why, topics }: Stated): Placement[] {
  if (ids.length > 0) return ids.map((indicator) => ({ indicator, material: null, own: false, why, among: ids.length }))
  const meant = topics.map((indicator) => ({ indicator, material: null, own: false, why, topics: topics.length }))
  if (path.split('/').length > 2) return meant
  const root = path.includes('/') ? '不在指标文件夹中' : '位于根目录'
  return [...meant, { indicator: 'package', material: null, own: false, why: root }]
}
