import type { Nature } from '../core/system.ts'
import { bare } from '../language/text.ts'
import {
  AND_RULE,
  BODY,
  DENIED,
  DRAFTS,
  GENERIC,
  HARMLESS,
  ISSUED_END,
  ISSUES,
  NOT_ITSELF,
  NOUN,
  ONLY_LAST,
  OTHER_NOUN,
  RULE,
  RULE_TAIL,
  STATED,
  STATED_TAIL,
} from './wordings.ts'

/**
 * How a name holds a title, both bare. `same`: it ends with it, or a 印发通知 carries it. `holds`: more follows that may
 * or may not make it another document. `other`: it is another document about this one; `word` says by what.
 */
export type Wording =
  | { readonly how: 'same'; readonly kin?: true }
  | { readonly how: 'holds' | 'none' }
  | { readonly how: 'other'; readonly word: string; readonly is: string }

const NONE: Wording = { how: 'none' }

/** As titles are compared: bare, and 情况的报告 is 情况报告. */
export const spelled = (text: string): string => bare(text).replaceAll('的', '')

/** As words of topics are looked for: what only joins them is left out. */
export const solid = (text: string): string => spelled(text).replace(/[和与及]/gu, '')

/**
 * A title, and what it is about: 合法性审核 of 合法性审核意见书. Empty where too little is left. `as`: such papers go by
 * several names, 制度 or 办法 the one, 说明 or 零报告 the other.
 */
export type Title = { readonly text: string; readonly matter: string; readonly as: 'rule' | 'statement' | null }

export function titleOf(text: string, nature: Nature): Title {
  const isRule = nature === 'institutional' && (RULE.test(text) || !NOUN.test(text))
  const as = isRule ? 'rule' : nature === 'statement' && STATED.test(text) ? 'statement' : null
  const matter = text.replace(as === 'statement' ? STATED : NOUN, '')
  return { text, matter: matter.length >= 4 && matter !== text ? matter : '', as }
}

export function wordingOf(name: string, title: Title): Wording {
  const { text, matter } = title
  const at = name.lastIndexOf(text)
  if (at < 0) return matter && name.includes(matter) ? kin(name, title) : NONE
  const [head, tail] = [name.slice(0, at), name.slice(at + text.length)]
  const blank = /(?:模板|模版|空白|样表|范本)(?:表)?$|^(?:模板|模版|空白|样表|范本)/u.exec(head)
  if (blank) return { how: 'other', word: blank[0], is: '空白模板而非填好的材料' }
  const own = unissued(head, tail)
  if (HARMLESS.test(own) || (title.as === 'rule' && RULE_TAIL.test(own))) return { how: 'same' }
  return notItself(tail, text) ?? { how: 'holds' }
}

/** 关于印发《甲实施办法》的通知 carries the 实施办法. */
const unissued = (head: string, tail: string): string => (ISSUES.test(head) ? tail.replace(ISSUED_END, '') : tail)

/** The same matter with another ending: 合法性审核送审函 where 合法性审核意见书 is asked. */
function kin(name: string, { text: title, matter, as }: Title): Wording {
  const at = name.lastIndexOf(matter)
  const tail = name.slice(at + matter.length)
  const own = unissued(name.slice(0, at), tail)
  if (as === 'rule' && (RULE_TAIL.test(own) || AND_RULE.test(own))) return { how: 'same', kin: true }
  if (as === 'statement' && STATED_TAIL.test(tail) && DENIED.test(name)) return { how: 'same', kin: true }
  const found = notItself(tail, title)
  // Only right after the matter: 重大决策目录（送审稿） is no draft of the 重大决策程序规定.
  const close = found?.how === 'other' && tail.length <= found.word.length + 1
  return close && NOT_ITSELF.some(({ word }) => word === found.word) ? found : NONE
}

function notItself(tail: string, title: string): Wording | undefined {
  const last = tail.replace(/\d{1,8}$/u, '')
  for (const { word, is } of NOT_ITSELF) {
    if (title.includes(word)) continue
    if (ONLY_LAST.has(word) ? last.endsWith(word) : tail.includes(word)) return { how: 'other', word, is }
  }
  const noun = OTHER_NOUN.exec(last)?.[0]
  return noun && !title.endsWith(noun) ? { how: 'other', word: noun, is: `“${noun}”而非材料本身` } : undefined
}

/**
 * The title says enough to hold away from its folder: it is no general word, and if it is short, nothing before it makes
 * it the title of something else.
 */
export function isSpecific(name: string, title: string): boolean {
  if (isGeneral(title)) return false
  const head = name.slice(0, Math.max(0, name.lastIndexOf(title))).replace(/\d|年度?|[上下]半/gu, '')
  return title.length >= 6 || BODY.test(head)
}

/** So short or so common that it says nothing away from its folder, whatever name holds it. */
export const isGeneral = (title: string): boolean => title.length < 4 || GENERIC.test(title)

/** A draft's word in a name, unless it belongs to what the title speaks of: 《…(送审稿)》合法性审核意见书 is no draft. */
export function draftIn(name: string, title: string): string | undefined {
  const tail = name.slice(Math.max(0, name.lastIndexOf(title)))
  return [...DRAFTS].find((word) => tail.includes(word) && !title.includes(word))
}
