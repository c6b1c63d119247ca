import type { ActOf } from '../../core/act.ts'
import { yearOf } from '../../core/day.ts'
import type { DocumentFacts } from '../../core/fact.ts'
import { anyOf, type Flow } from './flow.ts'
import { speakerIn } from './meetings.ts'

/** A report on one's own duties: whose, of which year, and where it speaks of the rule of law. */
export function accountIn(flow: Flow, { title, issued }: Facts): ActOf<'account'> | undefined {
  const name = title?.value ?? ''
  if (!/述职|述法|履职(?:情况)?报告/u.test(name) || /通知|方案|办法|评议|台账|汇总|通报|安排/u.test(name))
    return undefined
  const lines = flow.text.split('\n')
  const line = lines
    .slice(0, 6)
    .find((text) => text.length <= 40 && text !== name && new RegExp(anyOf('posts'), 'u').test(text))
  const who = line ? speakerIn(line.replace(/\s+/gu, '')) : { name: '', post: '' }
  const body = flow.text.indexOf('\n') + 1
  const own = flow.text.slice(body)
  const law =
    new RegExp(anyOf('law'), 'u').exec(own) ??
    new RegExp(`(?:^|\\n)\\s{0,4}${NUMBER}[^。\\n]{0,16}(?:${anyOf('lawHeads')})`, 'u').exec(own)
  const year = /((?:19|20)\d{2})\s*年/u.exec(name)?.[1]
  return {
    kind: 'account',
    who,
    year: year ? Number(year) : issued ? yearOf(issued.value) - 1 : null,
    law: law ? flow.at(body + law.index) : null,
    at: title?.at ?? flow.at(0),
  }
}

/** 二、(二)2.: what numbers a section. */
const NUMBER = '[(（]?[一二三四五六七八九十\\d]{1,2}[)）]?[、.．]?'

type Facts = Pick<DocumentFacts, 'title' | 'issued'>
