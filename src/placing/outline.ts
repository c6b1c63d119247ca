import type { Indicator } from '../core/system.ts'
import { bare } from '../language/text.ts'
import { numberOf } from '../language/written-days.ts'
import { type Topic, topicsOf } from './topics.ts'

type Branch = { readonly level1: number; readonly level2: number }

/** What a path can be checked against: the numbers there are, and which branch of the system each hangs on. */
export type Outline = {
  readonly branches: ReadonlyMap<string, Branch>
  /** The first and second levels, their names bare and without the number. */
  readonly levels: readonly Level[]
  readonly topics: readonly Topic[]
  /**
   * All folders of the package together show whose their numbers are. The plan's: a number is an indicator, whatever words
   * stand behind it. A clerk's own: none of the low ones is, whatever its words happen to resemble.
   */
  readonly numbers?: 'plan' | 'own'
}

type Level = { readonly number: number; readonly name: string }

type Worded = Pick<Indicator, 'id' | 'level1' | 'level2'> & Partial<Pick<Indicator, 'text' | 'materials'>>

export function outlineOf(indicators: readonly Worded[]): Outline {
  const branches = new Map<string, Branch>()
  const levels = new Map<string, Level>()
  for (const { id, level1, level2 } of indicators) {
    const [one, two] = [headed(level1), headed(level2)]
    branches.set(id, { level1: one.number, level2: two.number })
    for (const level of [one, two]) if (level.name) levels.set(`${level.number} ${level.name}`, level)
  }
  return { branches, levels: [...levels.values()], topics: topicsOf(indicators) }
}

const HEADED = /^\s*([一二三四五六七八九十]{1,3}|\d{1,3})\s*[、.．,，\s-]/u

/** “三、重大行政决策科学民主合法” → 3 and the name; 0 where no number is written. */
function headed(text: string): Level {
  const found = HEADED.exec(text)
  if (!found) return { number: 0, name: bare(text) }
  return { number: numberOf(found[1]!), name: bare(text.slice(found[0].length)) }
}

/**
 * Number and words are a level, perhaps a little shortened: 3.事中事后监管 for 3.加强事中事后监管. Much shorter is more
 * likely an indicator's own short name (1.简政放权).
 */
export function isLevelName({ levels }: Outline, number: number, words: string): boolean {
  const text = bare(words)
  const alike = (name: string) => text.includes(name) || (name.includes(text) && text.length >= name.length * 0.6)
  return levels.some((level) => level.number === number && alike(level.name))
}

/** The indicator hangs on this branch; a `level2` of 0 asks for the first level only. */
export function hangsOn({ branches }: Outline, id: string, level1: number, level2 = 0): boolean {
  const branch = branches.get(id)
  return branch?.level1 === level1 && (level2 === 0 || branch.level2 === level2)
}

export const hasLevel2 = ({ branches }: Outline, level1: number, level2: number): boolean =>
  [...branches.values()].some((branch) => branch.level1 === level1 && branch.level2 === level2)
