import { BODY, DRAFTS, GENERIC, HARMLESS, ISSUED, ISSUES, NOT_ITSELF, NOUN, ONLY_LAST, OTHER_NOUN } from './wordings.ts'

/**
 * How a name holds a title, both bare. `same`: it ends with it, or a 印发通知 carries it. `holds`: more follows that may
 * or may not make it another document. `other`: it is another document about this one; `word` says by what.
 */
export type Wording =
  | { readonly how: 'same' | 'holds' | 'none' }
  | { readonly how: 'other'; readonly word: string; readonly is: string }

const NONE: Wording = { how: 'none' }

/** A title, and what it is about: 合法性审核 of 合法性审核意见书. Empty where too little is left. */
export type Title = { readonly text: string; readonly matter: string }

export function titleOf(text: string): Title {
  const matter = text.replace(NOUN, '')
  return { text, matter: matter.length >= 4 && matter !== text ? matter : '' }
}

export function wordingOf(name: string, { text: title, matter }: Title): Wording {
  const at = name.lastIndexOf(title)
  if (at < 0) return matter && name.includes(matter) ? kin(name, matter, title) : NONE
  const [head, tail] = [name.slice(0, at), name.slice(at + title.length)]
  const blank = /(?:模板|模版|空白|样表|范本)(?:表)?$|^(?:模板|模版|空白|样表|范本)/u.exec(head)
  if (blank) return { how: 'other', word: blank[0], is: '空白模板而非填好的材料' }
  if (HARMLESS.test(tail) || (ISSUED.test(tail) && ISSUES.test(head))) return { how: 'same' }
  return notItself(tail, title) ?? { how: 'holds' }
}

/** The same matter with another ending: 合法性审核送审函 where 合法性审核意见书 is asked. */
function kin(name: string, matter: string, title: string): Wording {
  const tail = name.slice(name.lastIndexOf(matter) + matter.length)
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
