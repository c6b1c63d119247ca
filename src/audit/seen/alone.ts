import { STATE_COUNCIL } from '../../calendar/calendar.ts'
import type { Day } from '../../core/day.ts'
import type { Evidence } from '../../core/evidence.ts'
import type { Document, Package } from '../../core/package.ts'
import type { IndicatorSystem, Unit } from '../../core/system.ts'
import { NO_UNIT_FILE } from '../../core/unit-file.ts'
import { partsOf } from '../../facts/parts.ts'
import { recognise } from '../../facts/recognise.ts'
import { withdrawn } from '../../judging/papers/flaws/withdrawn.ts'
import { describer } from '../../placing/about.ts'
import { match } from '../../placing/match.ts'
import { nothingsOf, statedBy } from '../../placing/nothings.ts'
import { partOf } from '../../system/responsibility.ts'
import { withStated } from '../stated.ts'
import { paperOf } from './paper.ts'
import type { SeenFile } from './seen.ts'
import { tablesOf } from './tables.ts'

/** Nobody's: then every indicator may be asked of it, and no issuer is a stranger. */
const NOBODY: Unit = { name: '', kind: 'department', aliases: [], sure: 'unsure', note: '' }

/** What is made of files by themselves, without the rest of their package. Their paths are where they lie in it. */
export function seenAlone(
  evidence: readonly Evidence[],
  system: IndicatorSystem,
  unit: Unit | null,
  asOf: Day,
): SeenFile[] {
  const owner = unit ?? NOBODY
  const documents = evidence.map((one): Document => ({ evidence: one, facts: recognise(one) }))
  const parts = evidence.flatMap((one) =>
    partsOf(one).map((part): Document => ({ evidence: part, facts: recognise(part), partOf: one.path })),
  )
  const owed = unit ? { of: (indicator: Parameters<typeof partOf>[2]) => partOf(system, unit, indicator).part } : null
  const matching = match(documents, system, owner, NO_UNIT_FILE, parts, owed?.of)
  const nothings = nothingsOf([...documents, ...parts], system.denials, owner)
  const whole: Package = {
    unit: owner,
    asOf,
    cycle: system.cycle,
    calendar: STATE_COUNCIL,
    parameters: system.parameters,
    documents,
    parts,
    ledgers: matching.ledgers,
    specs: system.ledgers,
    roster: unit ? system.roster.units : [],
    matches: withStated(matching.matches, statedBy(nothings, documents, system.indicators, system.cycle, asOf)),
    nearMisses: matching.nearMisses,
    declarations: matching.declarations,
    answers: [],
    nothings,
  }
  const found = unit ? { ...whole, matches: withdrawn(whole) } : whole
  const about = describer(system, owner)
  const paper = (document: Document) => {
    const seen = paperOf(document, about(document), found, system)
    return unit ? seen : { ...seen, flaws: seen.flaws.filter(({ kind }) => kind !== 'foreign') }
  }
  return documents.map((document) => {
    const { path } = document.evidence
    const own = parts.filter((part) => part.partOf === path)
    return {
      file: path,
      ...paper(document),
      parts: own.map((part) => ({
        page: part.evidence.passages[0]?.at.page ?? null,
        pages: part.evidence.pages,
        ...paper(part),
      })),
      tables: tablesOf(document, matching.ledgers, (ledger) => matching.whys.get(ledger) ?? ''),
    }
  })
}
