import { STATE_COUNCIL } from '../calendar/calendar.ts'
import type { Evidence } from '../core/evidence.ts'
import type { Document, Package } from '../core/package.ts'
import type { Problem } from '../core/problem.ts'
import { NO_UNIT_FILE } from '../core/unit-file.ts'
import { partsOf } from '../facts/parts.ts'
import { recognise } from '../facts/recognise.ts'
import { withdrawn } from '../judging/papers/flaws/withdrawn.ts'
import { match } from '../placing/match.ts'
import { declaredBy, nothingsOf, statedBy } from '../placing/nothings.ts'
import { partOf } from '../system/responsibility.ts'
import { claimsIn } from './counts.ts'
import { type Digest, factsAt, isDigest, warningsOf } from './digest.ts'
import type { Order } from './order.ts'
import { withStated } from './stated.ts'

/** Everything that rules may look at, recognised and matched. */
export function packageOf(order: Order): { found: Package; problems: readonly Problem[] } {
  const { system, unit, evidence, unitFile, asOf, calendar = STATE_COUNCIL } = order
  const sorted = evidence.toSorted((a, b) => (a.path < b.path ? -1 : 1))
  const [documents, parts, warned]: [Document[], Document[], Problem[]] = [[], [], []]
  for (const one of sorted) {
    const known = knownOf(one, order)
    // One after the other for each file: its text is spelt once for all of them.
    documents.push(documentOf(one, known))
    for (const warning of warnings(one, known)) warned.push(warning)
    if (known?.bound ?? true) for (const part of partsIn(one)) parts.push(part)
  }
  const given = unitFile ?? NO_UNIT_FILE
  const {
    matches: matched,
    nearMisses,
    ledgers,
    declarations,
    problems,
    tellings,
  } = match(documents, system, unit, given, parts, (indicator) => partOf(system, unit, indicator).part)
  const nothings = nothingsOf([...documents, ...parts], system.denials, unit)
  const matches = withStated(matched, [
    ...statedBy(nothings, documents, system.indicators, system.cycle, asOf),
    ...declaredBy(declarations, system.indicators),
  ])
  const parameters = system.parameters.map((own) => given.parameters.find(({ id }) => id === own.id) ?? own)
  const found: Package = {
    unit,
    asOf,
    cycle: system.cycle,
    calendar,
    parameters,
    documents,
    parts,
    ledgers,
    specs: system.ledgers,
    roster: system.roster.units,
    matches,
    nearMisses,
    declarations,
    answers: given.answers,
    nothings,
    tellings,
    ...claimsIn(documents, system, unit),
  }
  const own = withdrawn(found)
  // Another unit's paper tells nothing of this one either.
  const foreign = new Set(own.flatMap(({ file, was }) => (was === undefined ? [] : [file])))
  return {
    found: { ...found, matches: own, tellings: tellings.filter(({ file }) => !foreign.has(file)) },
    problems: [...problems, ...warned],
  }
}

function knownOf({ path }: Evidence, { digestOf }: Order): Digest | undefined {
  const digest = digestOf?.(path)
  return isDigest(digest) ? digest : undefined
}

const documentOf = (evidence: Evidence, known: Digest | undefined): Document =>
  known
    ? { evidence, facts: factsAt(evidence.path, known.facts), kept: known.kept }
    : { evidence, facts: recognise(evidence) }

const partsIn = (evidence: Evidence): Document[] =>
  partsOf(evidence).map((part) => ({ evidence: part, facts: recognise(part), partOf: evidence.path }))

/** Secrets and personal data are told before anything is sent anywhere: the plan asks for files by mail. */
const warnings = (evidence: Evidence, known: Digest | undefined): Problem[] =>
  (known?.warnings ?? warningsOf(evidence)).map((code) => ({ code, file: evidence.path, message: WARNINGS[code] }))

const WARNINGS = {
  secret: '文中有密级或内部资料字样，有涉密嫌疑：切勿通过互联网邮箱报送，请先由保密员核对',
  personal: '文中有疑似身份证号或手机号：公开或报送前请核对并作脱敏处理',
} as const
