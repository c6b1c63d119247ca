import { linesOf, type Word } from '../tables/page-words.ts'

/**
 * One sign as a page shows it, its place growing downwards. `turn`: degrees out of the level or the upright, 0 for both.
 * `faint`: so light that other text is meant to be read over it.
 */
export type Sign = Word & { readonly turn: number; readonly faint: boolean }

/** How far apart two prints of one sign may lie: a bold that is made by printing twice, or a shadow. In letter heights. */
const APART = 0.12
/** And of narrow letters: two of them side by side are no print of one. */
const OF_WIDTH = 0.4

/** Each sign once: a programme that has no bold face prints every sign twice, a hair's breadth apart. */
export function printedOnce<S extends Word>(signs: readonly S[]): S[] {
  const near = new Map<string, S[]>()
  return signs.filter((sign) => {
    const reach = Math.min(APART * sign.height, OF_WIDTH * sign.width)
    if (!(reach > 0) || sign.text.trim() === '') return true
    const step = APART * sign.height * 2
    const [column, row] = [Math.round(sign.x / step), Math.round(sign.y / step)]
    const nearby = [-1, 0, 1].flatMap((dx) =>
      [-1, 0, 1].flatMap((dy) => near.get(`${sign.text} ${column + dx} ${row + dy}`) ?? []),
    )
    const isTwin = (other: S) =>
      Math.abs(other.x - sign.x) <= reach &&
      Math.abs(other.y - sign.y) <= APART * sign.height &&
      Math.abs(other.height - sign.height) <= APART * sign.height
    if (nearby.some(isTwin)) return false
    const key = `${sign.text} ${column} ${row}`
    near.set(key, [...(near.get(key) ?? []), sign])
    return true
  })
}

const LEVEL = 3

/** How far an angle is from the nearest quarter of a turn. */
export function outOfLevel(degrees: number): number {
  const rest = ((degrees % 90) + 90) % 90
  const turn = Math.min(rest, 90 - rest)
  return turn < LEVEL ? 0 : turn
}

/** What a page says, and what is printed across it: a watermark, each of its texts once. */
export type Layers = { readonly text: string; readonly across: readonly string[] }

/** A page's own text is level. What is slanted, or faint and under other text, is no part of its lines. */
export function layersOf(signs: readonly Sign[]): Layers {
  const { own, across } = parted(signs)
  const text = linesOf(own)
    .map((line) => line.text)
    .join('\n')
  return { text, across }
}

/** The signs of a page's own lines, each once, and the texts across it. */
export function parted(signs: readonly Sign[]): { readonly own: readonly Sign[]; readonly across: readonly string[] } {
  const once = printedOnce(signs)
  const level = once.filter(({ turn }) => turn === 0)
  const pale = level.filter(({ faint }) => faint)
  const under = new Set(
    underOthers(
      pale,
      level.filter(({ faint }) => !faint),
    ),
  )
  return {
    own: level.filter((sign) => !under.has(sign)),
    across: [...runsOf(once.filter(({ turn }) => turn > 0)), ...runsOf([...under])].filter(isFirst),
  }
}

const isFirst = (text: string, at: number, all: readonly string[]): boolean => all.indexOf(text) === at

/** All of the faint signs, where one of them lies over or under another text: then they are its ground. */
function underOthers(pale: readonly Sign[], own: readonly Sign[]): readonly Sign[] {
  const rows = new Map<number, Sign[]>()
  const step = 20
  for (const sign of own) {
    const row = Math.round(sign.y / step)
    rows.set(row, [...(rows.get(row) ?? []), sign])
  }
  const meets = (a: Sign, b: Sign) =>
    a.x < b.x + b.width && b.x < a.x + a.width && a.y - a.height < b.y && b.y - b.height < a.y
  const isUnder = pale.some((sign) => {
    const [from, to] = [Math.round((sign.y - sign.height) / step) - 1, Math.round(sign.y / step) + 1]
    for (let row = from; row <= to; row++) if (rows.get(row)?.some((other) => meets(sign, other))) return true
    return false
  })
  return isUnder ? pale : []
}

/** Whether two stretches of text lie over one another by more than a hair, heights growing either way. */
export function overlap(words: readonly Word[]): boolean {
  const sorted = words.toSorted((a, b) => a.y - b.y)
  for (const [at, word] of sorted.entries())
    for (let next = at + 1; next < sorted.length && next < at + NEAR; next++) {
      const other = sorted[next]!
      const least = Math.min(word.height, other.height)
      if (other.y - word.y > least / 2) break
      const across = Math.min(word.x + word.width, other.x + other.width) - Math.max(word.x, other.x)
      if (across > least / 2) return true
    }
  return false
}

const NEAR = 200

/** Signs that follow one another closely are one text. */
function runsOf(signs: readonly Sign[]): string[] {
  const runs: string[] = []
  let before: Sign | undefined
  for (const sign of signs) {
    const far = before ? Math.hypot(sign.x - before.x, sign.y - before.y) / Math.max(1, before.height) : 9
    if (far > 2.5) runs.push(sign.text)
    else runs[runs.length - 1] += far > 1.4 ? ` ${sign.text}` : sign.text
    before = sign
  }
  return runs.map((run) => run.replace(/\s+/g, ' ').trim()).filter((run) => run !== '')
}

const LEAST = 6
const DOUBLED = 0.4

/** Whether lines look as if they were printed twice: whole (某某区 某某区) or sign by sign (某 某某 某区 区). */
export function looksDoubled(text: string): boolean {
  return text.split('\n').some((line) => {
    const signs = line.replace(/[^\p{L}\p{N}]+/gu, '')
    if (signs.length < LEAST || !/\p{Script=Han}/u.test(signs)) return false
    const half = signs.length / 2
    if (Number.isInteger(half) && signs.slice(0, half) === signs.slice(half)) return true
    let pairs = 0
    for (let at = 1; at < signs.length; at++) if (signs[at] === signs[at - 1]) pairs++
    return pairs >= DOUBLED * (signs.length - 1) && new Set(signs).size > 2
  })
}
