import type { Fact } from '../core/fact.ts'
import { plain } from '../language/text.ts'
import { wordLists } from '../language/words.ts'
import { type Line, quoted, seenIn } from './lines.ts'
import { organsOn } from './organs.ts'
import { headOf, isAddressee } from './titles.ts'

/** 主送机关, as it stands above the text. */
export function addresseeOf(lines: readonly Line[]): Fact<string> | null {
  const head = headOf(lines)
  const line = head.addressed ? lines[head.lines.length] : undefined
  if (!line || !isAddressee(line.text)) return null
  return { value: line.text.replace(/:$/, ''), at: quoted(line), certainty: seenIn(line, 'certain') }
}

/**
 * 特此说明, 妥否，请批示: what stands at an official text's end, so that only a signature can follow; or the body that signs
 * it, where no day follows.
 */
export function closingOf(lines: readonly Line[]): Fact<string> | null {
  const last = lines.at(-1)
  if (last && lines.length > 2 && organsOn(last.text, last.raw).length > 0 && /。$/.test(lines.at(-2)?.text ?? ''))
    return { value: last.text, at: quoted(last), certainty: seenIn(last, 'certain'), why: SIGNED }
  const line = lines.findLast(({ text }) => text.length <= 200 && closings().test(text))
  const word = line && closings().exec(line.text)?.[0]
  return line && word ? { value: word, at: quoted(line), certainty: seenIn(line, 'certain') } : null
}

/** A closing that is a signature without its day. */
export const SIGNED = '署名'

let known: RegExp | undefined

const closings = (): RegExp => {
  known ??= new RegExp(`(?:${(wordLists('signing').get('closings') ?? []).map(plain).join('|')})[。!.]?$`, 'u')
  return known
}
