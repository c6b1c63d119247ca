import { dayOf } from '../core/day.ts'
import type { Evidence } from '../core/evidence.ts'
import type { Fact } from '../core/fact.ts'
import { oneOf } from '../language/words.ts'
import { cellsOf, type Line, quoted } from './lines.ts'

/** XX项整改措施: a number that nobody filled in. What is masked (王XX, XX公司) is none. */
const BLANK = new RegExp(`(?<![\\p{Script=Latin}\\d×*])[Xx×]{2,4}${oneOf('signing', 'counted')}`, 'u')
/** 2022年2月30日 */
const WRITTEN = /(?<!\d)((?:19|20)\d{2})\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日/gu
/** 2021.6.31, as a cell has it: of other figures that look like days few end so. */
const TYPED = /^((?:19|20)\d{2})(?<sign>[./-])(0?2|0?4|0?6|0?9|11)\k<sign>(29|3[01])$/u
const DAYS = new RegExp(`${WRITTEN.source}|${TYPED.source}`, 'u')

/** ××镇人民政府 alone on a line: a model was signed as it came. */
const MODEL = new RegExp(`^[×XxＸ○*]{1,4}${oneOf('signing', 'modelBodies')}$`, 'u')

const MOST = 20

/** What a paper writes that nobody can have meant: a number left open, a day that is in no calendar. */
export function slipsOf(evidence: Evidence, lines: readonly Line[]): Fact<string>[] {
  const found = lines.flatMap((line) => [...openIn(line), ...daysIn(line)])
  for (const cell of cellsOf(evidence, DAYS)) found.push(...daysIn(cell))
  return found.slice(0, MOST)
}

function openIn(line: Line): Fact<string>[] {
  if (MODEL.test(line.text)) return [slip(line, line.text, '是模板里的字样，没有改', [0, line.text.length])]
  const blank = BLANK.exec(line.text)
  if (!blank) return []
  const end = blank.index + blank[0].length
  return [
    slip(line, line.text.slice(blank.index, end + AFTER).split(/[,，。;；]/u)[0] ?? blank[0], '数字没有填', [
      blank.index,
      end,
    ]),
  ]
}

const AFTER = 6

/** A figure that was recognised may be another one. */
function daysIn(line: Line): Fact<string>[] {
  if (line.certainty < 1) return []
  const written = [...line.text.matchAll(WRITTEN)].map((found) => ({ found, day: found.slice(1, 4) }))
  const typed = TYPED.exec(line.text)
  const all = typed ? [...written, { found: typed, day: [typed[1], typed[3], typed[4]] }] : written
  return all.flatMap(({ found, day: [year, month, day] }) =>
    dayOf(Number(year), Number(month), Number(day)) === undefined
      ? [slip(line, found[0], '没有这一天', [found.index ?? 0, (found.index ?? 0) + found[0].length])]
      : [],
  )
}

const slip = (line: Line, value: string, why: string, [start, end]: readonly [number, number]): Fact<string> => ({
  value,
  at: quoted(line, start, end),
  certainty: 'certain',
  why,
})
