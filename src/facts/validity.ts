import { addDays, addMonths, type Day } from '../core/day.ts'
import type { Term } from '../core/fact.ts'
import { wordLists } from '../language/words.ts'
import { daysIn, numberOf } from '../language/written-days.ts'
import { type Line, quoted, seenIn } from './lines.ts'

/** 本预案自印发之日起施行，有效期三年。 What a rule says of the validity of others (许可证有效期三年) is none of its own. */
export function validityOf(lines: readonly Line[], issued: Day | undefined): Term | null {
  const { valid, force, renewed } = words()
  for (const [index, line] of lines.entries()) {
    const named = valid.exec(line.text)
    if (!named) continue
    const text = line.text + (/[。;]$/.test(line.text) ? '' : (lines[index + 1]?.text ?? ''))
    const sentences = [...(lines[index - 1]?.text ?? '').split(/[。;]/u), ...text.split(/[。;]/u)].filter(Boolean)
    const own = sentences.findIndex((sentence) => valid.test(sentence) && line.text.includes(sentence.slice(0, 6)))
    const said = sentences[own] ?? ''
    // 本办法自印发之日起施行。有效期三年。
    const whole = force.test(said) ? said : valid.exec(said)?.index === 0 ? `${sentences[own - 1] ?? ''},${said}` : ''
    if (!force.test(whole)) continue
    const to = endOf(whole, valid, issued)
    if (!to) continue
    const open = lines.some((one) => renewed.test(one.text))
    return { ...to, at: quoted(line), certainty: seenIn(line, 'certain'), open }
  }
  return null
}

/** 有效期至某日; or so many years from the day that it names, else from its own. */
function endOf(sentence: string, valid: RegExp, issued: Day | undefined): Pick<Term, 'from' | 'to'> | undefined {
  const at = valid.exec(sentence)?.index ?? 0
  const days = daysIn(sentence)
  const until = days.find(({ start }) => start > at && /[至到]$/u.test(sentence.slice(0, start).trim()))
  const first = days.find(({ start, end }) => start < at && /^起/u.test(sentence.slice(end)))
  const from = first?.day ?? issued ?? null
  if (until) return { from, to: until.day }
  const length = LENGTH.exec(sentence.slice(at, at + 16))
  if (!length || !from) return undefined
  const months = numberOf(length[1]!.replace('两', '二')) * (length[2] === '年' ? 12 : 1)
  return months > 0 && months <= 600 ? { from, to: addDays(addMonths(from, months), -1) } : undefined
}

const LENGTH = /([一二三四五六七八九十两\d]{1,3})(个月|年)/u

type Words = { readonly valid: RegExp; readonly force: RegExp; readonly renewed: RegExp }
let known: Words | undefined

function words(): Words {
  const lists = wordLists('signing')
  const any = (name: string) => (lists.get(name) ?? []).join('|')
  known ??= {
    valid: new RegExp(any('valid'), 'u'),
    force: new RegExp(any('inForce'), 'u'),
    renewed: new RegExp(`(?<![不未非])(?:${any('renewed')})`, 'u'),
  }
  return known
}
