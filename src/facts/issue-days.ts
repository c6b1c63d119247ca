import type { Day } from '../core/day.ts'
import type { Certainty, Fact } from '../core/fact.ts'
import { daysIn } from '../language/written-days.ts'
import { type Line, quoted, seenIn } from './lines.ts'
import { dayAlone, type Signature } from './signatures.ts'

/** 成文日期: with the signature; else on a line of its own; else what 版记, a label or a web page says. */
export function issueDay(lines: readonly Line[], signature: Signature | undefined): Fact<Day> | null {
  const found = stated(lines, signature)
  return found && isPictured(found, lines) && timesRead(found.value, lines) < 2
    ? { ...found, unconfirmed: true }
    : found
}

const isPictured = ({ at }: Fact<Day>, lines: readonly Line[]): boolean =>
  lines.some((line) => line.certainty < 1 && line.at.page === at.page && quoted(line).quote === at.quote)

/** What is misread in one place is hardly misread alike in another, least of all where the recogniser has no doubt. */
const CLEAR = 0.9

const timesRead = (day: Day, lines: readonly Line[]): number =>
  lines.filter(
    ({ text, certainty }) => certainty >= CLEAR && daysIn(text).some((one) => one.day === day && !one.repaired),
  ).length

function stated(lines: readonly Line[], signature: Signature | undefined): Fact<Day> | null {
  if (signature) return signed(signature)
  const alone = agreed(standingAlone(lines), 'likely', '无署名，取自单独成行的日期')
  if (alone && alone.certainty !== 'weak') return alone
  return (
    printed(lines) ??
    labelled(lines, /成文日期|签发日期|印发日期|填报日期|填表日期|填报时间|填表时间|制表日期/, 'likely') ??
    alone ??
    labelled(lines, /发布时间|发布日期|公开日期|会议时间|活动时间|培训时间|时间|日期/, 'weak')
  )
}

function signed({ day, line, repaired }: Signature): Fact<Day> {
  const certainty = seenIn(line, repaired === null ? 'certain' : 'weak')
  return { value: day, at: quoted(line), certainty, ...(repaired !== null && { why: `原文为“${repaired}”，系补正` }) }
}

/** What follows the first day of a period. */
const PERIOD = /^\s{0,9}(?:(?:至|到|起)|[-—–―~〜～]{1,3}\s{0,9}[\d一二])/u

type Dated = { readonly line: Line; readonly day: Day; readonly repaired: boolean }

function standingAlone(lines: readonly Line[]): Dated[] {
  return lines.flatMap((line, index) => {
    const found = line.text.length <= 40 ? dayAlone(line.text) : undefined
    // A cited date that fills a line of a narrow page is not the document's own.
    const cited = /(?:根据|按照|依据)[^。;:]*$|(?:于|自|至|从|到|截至|[,、(])$/.test(
      lines[index - 1]?.text.slice(-60) ?? '',
    )
    const opens = PERIOD.test(lines[index + 1]?.text.slice(0, 20) ?? '')
    return found && !cited && !opens ? [{ line, ...found }] : []
  })
}

/** 版记: 广元市昭化区人民政府办公室 2022年7月5日印发 */
function printed(lines: readonly Line[]): Fact<Day> | null {
  const found = lines.flatMap((line) => {
    const mention = line.text.length <= 80 && /印发$/.test(line.text) ? daysIn(line.text).at(-1) : undefined
    return mention && mention.end + 4 >= line.text.length
      ? [{ line, day: mention.day, repaired: mention.repaired }]
      : []
  })
  return agreed(found, 'likely', '推定：取自版记印发日期')
}

function labelled(lines: readonly Line[], label: RegExp, most: Certainty): Fact<Day> | null {
  const pattern = new RegExp(`(${label.source})\\)?:`)
  const found = lines.flatMap((line) => {
    const name = line.text.length <= 200 ? pattern.exec(line.text) : null
    const mention = name
      ? daysIn(line.text.slice(name.index)).find(({ start }) => start <= name[0].length + 1)
      : undefined
    if (name && mention && PERIOD.test(line.text.slice(name.index + mention.end))) return []
    return name && mention ? [{ line, day: mention.day, repaired: mention.repaired, name: name[1]! }] : []
  })
  return agreed(found, most, `推定：取自“${found[0]?.name}”`)
}

/** The first of several; they are as good as one only where they are one. */
function agreed(found: readonly Dated[], most: Certainty, why: string): Fact<Day> | null {
  const first = found[0]
  if (!first) return null
  const days = new Set(found.map(({ day }) => day))
  const doubt = days.size > 1 ? `${why}；另有${days.size - 1}个不同日期，请核对` : why
  const certainty = days.size > 1 || first.repaired ? 'weak' : most
  return { value: first.day, at: quoted(first.line), certainty: seenIn(first.line, certainty), why: doubt }
}
