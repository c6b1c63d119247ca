import type { Document } from '../core/package.ts'
import { oneOf } from '../language/words.ts'
import { STATEMENT } from './declarations.ts'
import { namesOf } from './names.ts'

const ACCOUNT = new RegExp(`${oneOf('naming', 'accounts')}|${oneOf('naming', 'accountEnds')}$`, 'u')
const OF_ANOTHER = new RegExp(oneOf('naming', 'ofAnother'), 'u')
const OWN_CHECK = new RegExp(oneOf('naming', 'ownChecks'), 'u')

/** Who speaks of the whole unit: statements, self-reports and yearly reports; an evaluation speaks of what it evaluates. */
export function isAccount(document: Document): boolean {
  if (isStatement(document)) return true
  const names = namesOf(document).filter(({ by }) => by !== 'heading')
  return names.some(({ bare: name }) => ACCOUNT.test(name) && (!OF_ANOTHER.test(name) || OWN_CHECK.test(name)))
}

/** A paper that speaks of what it evaluates, or of somebody else. */
export const isOfAnother = (document: Document): boolean =>
  namesOf(document).some(({ by, bare: name }) => by !== 'heading' && OF_ANOTHER.test(name) && !OWN_CHECK.test(name))

const REPORTED = new RegExp(`${oneOf('naming', 'nilStarts')}.*${oneOf('naming', 'nilPapers')}(?:\\d{0,8})$`, 'u')
const OTHER = new RegExp(oneOf('naming', 'wholeAccounts'), 'u')

export function isStatement(document: Document): boolean {
  const names = namesOf(document).filter(({ by }) => by !== 'heading')
  if (names.some(({ bare: name }) => OTHER.test(name))) return false
  return names.some(({ bare: name }) => STATEMENT.test(name) || REPORTED.test(name))
}

/** What is surely no final text says nothing yet. */
export const isDraft = ({ facts }: Document): boolean => facts.drafts.some(({ certainty }) => certainty === 'certain')
