import type { Match, Package } from '../core/package.ts'
import type { Finding } from '../core/report.ts'
import type { Indicator } from '../core/system.ts'
import { isOpen } from './once.ts'

type Level = Pick<Indicator, 'id' | 'level1' | 'level2'>

/** What is not there has no place of its own: the folder where the package keeps such papers stands for it. */
export function withFolders(
  findings: readonly Finding[],
  indicators: readonly Level[],
  { matches }: Pick<Package, 'matches'>,
): Finding[] {
  const folderOf = folders(indicators, matches)
  return findings.map((one) => {
    const folder = isOpen(one) && one.cites.length === 0 ? folderOf(one.indicator) : undefined
    return folder === undefined ? one : { ...one, folder }
  })
}

/** By the papers of the indicator itself, else of its 二级指标; what is farther off lies where other business does. */
function folders(indicators: readonly Level[], matches: readonly Match[]): (id: string) => string | undefined {
  const byIndicator = new Map<string, Match[]>()
  for (const match of matches) byIndicator.set(match.indicator, [...(byIndicator.get(match.indicator) ?? []), match])
  const foldersOf = (some: readonly Level[]) =>
    some.flatMap(({ id }) => byIndicator.get(id) ?? []).map(({ file }) => folderOf(file))
  return (id) => {
    const own = indicators.find((one) => one.id === id)
    if (!own || id === 'package') return undefined
    const near = indicators.filter(({ level1, level2 }) => level1 === own.level1 && level2 === own.level2)
    const beside = mostOf(foldersOf(near))
    return mostOf(foldersOf([own])) ?? (beside !== undefined && isShared(beside, matches) ? beside : undefined)
  }
}

/** A folder of one indicator's papers is not for another's; one by business is. */
const isShared = (folder: string, matches: readonly Match[]): boolean =>
  new Set(matches.filter(({ file }) => file.startsWith(`${folder}/`)).map(({ indicator }) => indicator)).size >= SEVERAL

const SEVERAL = 3

/** An archive takes no more papers: its own folder does. */
const folderOf = (path: string): string => {
  const [outer = ''] = path.split('!/')
  return outer.slice(0, Math.max(0, outer.lastIndexOf('/')))
}

const MOST = 2 / 3

/** The deepest folder that most of them lie in; none where that is no folder at all. */
function mostOf(list: readonly string[]): string | undefined {
  const counts = new Map<string, number>()
  for (const path of list) {
    const parts = path === '' ? [] : path.split('/')
    for (let depth = 1; depth <= parts.length; depth++) {
      const folder = parts.slice(0, depth).join('/')
      counts.set(folder, (counts.get(folder) ?? 0) + 1)
    }
  }
  const deepest = [...counts].filter(([, count]) => count > list.length * MOST).map(([folder]) => folder)
  return deepest.toSorted((a, b) => b.split('/').length - a.split('/').length || (a < b ? -1 : 1))[0]
}
