import type { Act } from '../../core/act.ts'
import type { Evidence } from '../../core/evidence.ts'
import type { DocumentFacts } from '../../core/fact.ts'
import { accountIn } from './accounts.ts'
import { consultationsIn, isCall } from './consultations.ts'
import { type Flow, flowOf } from './flow.ts'
import { meetingsIn } from './meetings.ts'
import { opinionsIn } from './opinions.ts'

const MAYBE = /征求|征集|听取|审查|审核|述职|述法|履职|纪要|会议|记录|公告|通告|启事/u

/** What a paper records that was done. Its title tells whether it is worth looking; a ledger's rows are read elsewhere. */
export function actsOf(evidence: Evidence, facts: DocumentFacts): readonly Act[] {
  if (evidence.passages.length === 0) return []
  if (!MAYBE.test(nameOf(evidence, facts)) && !evidence.passages.some(({ text }) => isCall(text))) return []
  const flow = flowOf(evidence)
  const opinions = opinionsIn(flow, facts)
  if (opinions.length > 0) return opinions
  const notices = consultationsIn(flow, facts)
  if (notices.length > 0) return notices
  const account = accountIn(flow, facts)
  return account ? [account] : isMinutes(nameOf(evidence, facts)) ? meetingsIn(flow) : []
}

/** 党委书记办公会(专题研究法治政府建设)记录: what a meeting was about may stand before what the paper is. */
const isMinutes = (name: string): boolean =>
  /纪要|会议|会(?:的)?(?:原始)?记录/u.test(name.replace(/[(（][^()（）]*[)）]/gu, ''))

/** Minutes are headed by what they are more often than titled. */
const nameOf = ({ passages }: Evidence, { title }: DocumentFacts): string =>
  title?.value ?? passages[0]?.text.trim().slice(0, 60) ?? ''

export type { Flow }
