import type { Evidence } from '../core/evidence.ts'
import { type DocumentFacts, NO_FACTS } from '../core/fact.ts'
import { actsOf } from './acts/acts.ts'
import { addresseeOf, closingOf } from './addressing.ts'
import { claimsIn } from './claims.ts'
import { denialsOf } from './denials.ts'
import { draftsOf } from './drafts.ts'
import { issueDay } from './issue-days.ts'
import { issuerOf } from './issuers.ts'
import { cellsOf, linesOf } from './lines.ts'
import { numbersOf } from './own-number.ts'
import { firstOf } from './parts.ts'
import { sealsOf } from './seals.ts'
import { marginsOf, sheetTitle } from './sheet-titles.ts'
import { signatureOf } from './signatures.ts'
import { blanksOf } from './signing.ts'
import { slipsOf } from './slips.ts'
import { termOf } from './terms.ts'
import { titleOf } from './titles.ts'

const PERCENT = /[%％﹪]|百分/

/** What a file says of itself as an official document. Says nothing where the file does not. */
export function recognise(evidence: Evidence): DocumentFacts {
  // A paper that is bound before others has no number and no day from them.
  const { passages } = firstOf(evidence)
  const first = linesOf(passages === evidence.passages ? evidence : { path: evidence.path, passages })
  const lines = linesOf(evidence)
  const claims = [...claimsIn(lines), ...Array.from(cellsOf(evidence, PERCENT)).flatMap((cell) => claimsIn([cell]))]
  if (lines.length === 0)
    return withDenials(evidence, { ...NO_FACTS, ...ofTables(evidence), claims, seals: sealsOf(evidence) })

  const { own, cited } = numbersOf(lines, first)
  const signature = signatureOf(first, yearIn(own?.value))
  const title = titleOf(first) ?? sheetTitle(evidence)
  const issued = issueDay(first, signature)
  const facts: DocumentFacts = {
    ...NO_FACTS,
    number: own,
    title,
    issuer: issuerOf(first, signature),
    issued,
    cited,
    claims,
    drafts: draftsOf(evidence, lines),
    slips: slipsOf(evidence, lines),
    addressee: addresseeOf(first),
    closing: closingOf(first),
    blanks: blanksOf(evidence, first),
    term: termOf(first, title?.value ?? first[0]?.text, issued?.value),
    seals: sealsOf(evidence),
  }
  return withDenials(evidence, { ...facts, acts: actsOf({ ...evidence, passages }, facts) })
}

const withDenials = (evidence: Evidence, facts: DocumentFacts): DocumentFacts => ({
  ...facts,
  denials: denialsOf(evidence, facts),
})

/** A workbook is no official document, but its margins say what it is, whose, and of when. */
function ofTables(evidence: Evidence): Pick<DocumentFacts, 'title' | 'issuer' | 'issued' | 'drafts' | 'slips'> {
  const margins = marginsOf(evidence)
  const signature = signatureOf(margins, undefined)
  return {
    title: sheetTitle(evidence),
    issuer: issuerOf(margins, signature),
    issued: issueDay(margins, signature),
    drafts: draftsOf(evidence, margins),
    slips: slipsOf(evidence, []),
  }
}

function yearIn(number: string | undefined): number | undefined {
  const year = /[〔(（]((?:19|20)\d{2})[〕)）]/.exec(number ?? '')?.[1]
  return year === undefined ? undefined : Number(year)
}
