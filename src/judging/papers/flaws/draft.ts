import type { Document, Package } from '../../../core/package.ts'
import { genres } from '../../../language/genres.ts'
import { paperWord } from '../../../language/paper-words.ts'
import { bare } from '../../../language/text.ts'
import { unopened } from '../../../language/title-frame.ts'
import type { Flaw } from './flaw.ts'

/**
 * Not the final text. Beside its final it shows how that came about, and so does the draft that a notice lays open for
 * comments or that an opinion is about: neither is an accusation.
 */
export function draft(document: Document, found: Package): Flaw | undefined {
  const { drafts, number, issuer, issued } = document.facts
  const [first] = drafts
  if (!first) return undefined
  // Drafts go round signed and dated; a number is given to what is issued.
  const isNumbered = issuer !== null && issued !== null && number !== null
  const told = drafts.filter(({ certainty }) => certainty === 'certain')
  if (isNumbered && told.every(({ why }) => why === TRACKED)) return undefined
  if (hasFinal(document, found) || isAnnex(document)) return undefined
  const stage = told.find(({ why }) => why !== TRACKED)
  return {
    kind: 'draft',
    sure: stage !== undefined && !isNumbered && !isProcess(document, found),
    words: [...new Set(drafts.map(({ value }) => `“${value.slice(0, 30)}”`))].slice(0, 3).join('、'),
    at: drafts.slice(0, 4).map(({ at }) => at),
  }
}

/** 附：某规定（征求意见稿）: what a paper has about it, told with that paper. */
const isAnnex = ({ partOf, facts: { title } }: Document): boolean =>
  partOf !== undefined && /^附/u.test(title?.value ?? '')

const TRACKED = '文件里留有未接受的修订'

/** The same title without the stage, signed and dated. */
function hasFinal(document: Document, { documents, parts = [] }: Package): boolean {
  const own = coreOf(document)
  return (
    own.length >= 6 &&
    [...documents, ...parts].some((other) => other !== document && isFinal(other) && isSame(own, coreOf(other)))
  )
}

const isFinal = ({ facts: { drafts, number, issuer, issued } }: Document): boolean =>
  drafts.length === 0 && (number !== null || (issuer !== null && issued !== null))

/** 关于印发《某办法》的通知 is the final of 某办法(征求意见稿). */
const isSame = (own: string, other: string): boolean => own === other || (other.includes(own) && own.length >= 8)

function coreOf({ facts: { title } }: Document): string {
  let text = title?.value ?? ''
  for (const word of genres().drafts) text = text.replaceAll(word, '')
  return unopened(bare(text))
}

const ABOUT_DRAFTS = new RegExp(paperWord('aboutDrafts'), 'u')

/** A notice or an opinion of the package names it as a draft. */
function isProcess(document: Document, { documents, parts = [] }: Package): boolean {
  const own = coreOf(document)
  return [...documents, ...parts].some(
    (other) =>
      other !== document &&
      other.facts.drafts.length === 0 &&
      own.length >= 6 &&
      ABOUT_DRAFTS.test(other.facts.title?.value ?? '') &&
      coreOf(other).includes(own),
  )
}
