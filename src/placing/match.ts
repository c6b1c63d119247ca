import type { Evidence } from '../core/evidence.ts'
import type { Ledger } from '../core/ledger.ts'
import type { Declaration, Document, Match, NearMiss, Telling } from '../core/package.ts'
import type { Problem } from '../core/problem.ts'
import { NO_PROFILES } from '../core/profile.ts'
import { type Indicator, type IndicatorSystem, levelOf, type Part, type Unit } from '../core/system.ts'
import { UNIT_FILE, type UnitFile } from '../core/unit-file.ts'
import { bodiesOf, cleanedOf } from '../language/issuers.ts'
import { recogniseLedgers } from '../records/ledgers.ts'
import { tellingsByNumber } from './by-number.ts'
import { tellingsByCatalogue } from './catalogue.ts'
import { distinct, lying, ownFirst, ownWord, unrecognised } from './chosen.ts'
import { declarationsIn } from './declarations.ts'
import { servedByFolder } from './folder.ts'
import { groupsNamed, groupsOf } from './groups.ts'
import { heldBy, servedByTables } from './held.ts'
import { stating } from './indicator-ids.ts'
import { innerTitles } from './inner.ts'
import { type Likeness, likenessOf, servedByLikeness, tellingsByLikeness } from './likely.ts'
import { applied, type Placement } from './mapping.ts'
import { namesOf } from './names.ts'
import { numberedAs } from './numbering.ts'
import { outlineOf } from './outline.ts'
import { placementsOf } from './placements.ts'
import { priorOf } from './prior.ts'
import { isSweeping, servedBySections } from './sections.ts'
import { type Served, servedBy } from './serve.ts'
import { besideEachOther, boundWith, type Reader, type Subject, subjectOf } from './subject.ts'
import { tellingsOf } from './tellings.ts'
import { wantsOf } from './wants.ts'

export type Matching = {
  readonly matches: readonly Match[]
  readonly nearMisses: readonly NearMiss[]
  readonly ledgers: readonly Ledger[]
  /** How each ledger was recognised, in Chinese. */
  readonly whys: ReadonlyMap<Ledger, string>
  readonly declarations: readonly Declaration[]
  readonly problems: readonly Problem[]
  /** What papers speak of beside what they are. */
  readonly tellings: readonly Telling[]
}

/** How an indicator concerns the unit; where nobody says, every one may. */
export type Owed = (indicator: Indicator) => Part

/**
 * Which file serves which material: by the unit's own mapping, by the tables it holds, by what its names and sections say
 * it is and what it is about, and by what it denies. Where it lies makes some of that likelier; a folder alone proves
 * nothing. What one file serves does not depend on the others, nor on their order, save that the names of all folders tell
 * whose numbers they bear. The parts of a file serve by their own titles.
 */
export function match(
  documents: readonly Document[],
  system: IndicatorSystem,
  unit: Unit,
  given: UnitFile,
  parts: readonly Document[] = [],
  owed: Owed = () => 'named',
): Matching {
  const sorted = documents
    .filter(({ evidence }) => evidence.path !== UNIT_FILE)
    .toSorted((a, b) => (a.evidence.path < b.evidence.path ? -1 : 1))
  const indicators = [system.package, ...system.indicators]
  const paths = sorted.map(({ evidence }) => evidence.path)
  const outline = numberedAs(outlineOf(system.indicators), paths)
  const recognised = recogniseLedgers(sorted, system.ledgers)
  const mapped = applied(given.files, paths, indicators)
  const wants = wantsOf(indicators)
  const reader: Reader = { vocabulary: wants.vocabulary, bodies: bodiesOf(system.roster, unit.name) }
  const stated = stating(outline)
  const place = (path: string): readonly Placement[] => mapped.placements.get(path) ?? placementsOf(path, stated(path))
  const priors = priorOf(indicators, wants, owed, outline.numbers === 'plan')
  const held = heldBy(recognised)
  const order = new Map(wants.wanted.map((one, at) => [one, at]))
  const levelsBy = new Map(indicators.map((indicator) => [indicator.id, levelOf(indicator)]))

  const strange = new Set(indicators.flatMap((one) => (one.id !== 'package' && owed(one) === 'none' ? [one.id] : [])))
  const isOwed = ({ wanted }: Served) => !strange.has(wanted.indicator)
  const clean = cleanedOf(system.roster, unit.name)
  const likeness = new Map<Subject, Likeness>()

  const matches: Match[] = []
  const nearMisses: NearMiss[] = []
  const take = (file: string, placements: readonly Placement[], all: readonly Served[], lead = '') => {
    const best = ownFirst(distinct(all), isOwed).sort((a, b) => (order.get(a.wanted) ?? 0) - (order.get(b.wanted) ?? 0))
    for (const { wanted, how, why, needs, by } of best) {
      if (how === 'near') continue
      const here = placements.find(({ indicator }) => indicator === wanted.indicator)
      matches.push({
        file,
        indicator: wanted.indicator,
        material: wanted.material.id,
        sure: how === 'sure',
        ...lying(here),
        ...(by && { by }),
        why: lead + [here?.why, why].filter(Boolean).join('，'),
        ...(needs && { needs }),
      })
    }
    // A table that is nearly a ledger is told as such where its title makes it the material, too.
    for (const one of all)
      if (one.how === 'near' && (one.wanted.material.ledger !== null || best.includes(one))) {
        const { wanted, why, needs } = one
        nearMisses.push({
          file,
          indicator: wanted.indicator,
          material: wanted.material.id,
          why,
          ...(needs && { needs }),
        })
      }
  }

  const subjects = besideEachOther(
    sorted.map((document) => subjectOf(document, reader)),
    reader,
  )
  for (const subject of subjects) {
    const { document } = subject
    const file = document.evidence.path
    const placements = place(file)
    const own = ownWord(placements, wants.wanted)
    const served = [...own, ...served_(subject, placements, file)]
    take(file, placements, served)
    const taken = new Set(served.flatMap(({ how, wanted }) => (how === 'near' ? [] : [wanted.indicator])))
    for (const here of placements)
      if (here.indicator !== 'package' && !here.topics && !taken.has(here.indicator))
        matches.push(unrecognised(file, here, indicators))
  }
  const bound = new Map<string, Subject[]>()
  for (const document of parts) {
    const { partOf = '' } = document
    const own = bound.get(partOf) ?? subjects.filter((one) => one.document.evidence.path === partOf)
    bound.set(partOf, [...own, subjectOf(document, reader)])
  }
  for (const document of parts) {
    const { evidence, partOf = evidence.path } = document
    const stands = place(partOf)
    // What the unit says the file is, the file is as a whole; its parts are what their titles say.
    const taken = new Set(stands.map(({ indicator, material }) => `${indicator} ${material}`))
    const subject = boundWith(subjectOf(document, reader), bound.get(partOf) ?? [], reader)
    const placements = stands.map((placement) => ({ ...placement, material: null }))
    const served = served_(subject, placements, '').filter(
      ({ how, wanted }) => how !== 'near' && !taken.has(`${wanted.indicator} ${wanted.material.id}`),
    )
    take(evidence.path, placements, served, boundIn(evidence))
  }
  const named = [...sorted, ...parts].map((document) => ({ document, names: namesOf(document) }))
  // 行政强制措施登记(含零报告年份) keeps records: its name declares nothing.
  const keeping = new Set(recognised.ledgers.filter(({ rows }) => rows.length > 0).map((ledger) => ledger.file))
  const declarations = [...given.declarations, ...declarationsIn(named, unit, outline, keeping)]
  const told = tellingsOf(subjects, wants, reader, ({ document }) => priors(place(document.evidence.path)).of)
  const sure = new Map<string, Set<string>>()
  for (const { file, indicator, material, sure: isSure, by } of matches)
    if (isSure && material !== null && by === undefined) sure.set(file, (sure.get(file) ?? new Set()).add(indicator))
  const groups = groupsOf(indicators)
  const alike = subjects.flatMap((subject) => {
    const { path } = subject.document.evidence
    const serves = sure.get(path) ?? new Set()
    if (isSweeping(subject)) return []
    const own = groupsNamed(subject, groups)
    return tellingsByLikeness(
      [...alikeTo(subject), ...innerOf(subject)],
      subject,
      wants.wanted,
      priors(place(path)),
      serves,
    ).filter(({ indicator }) => own.size === 0 || own.has(indicator))
  })
  const tellings = [
    ...withAlike(told, alike),
    ...tellingsByNumber(sorted, indicators),
    ...tellingsByCatalogue(sorted, outline),
  ]
  return {
    matches,
    nearMisses,
    ledgers: recognised.ledgers,
    whys: recognised.whys,
    declarations,
    problems: mapped.problems,
    tellings,
  }

  function alikeTo(subject: Subject): Likeness {
    const known = likeness.get(subject) ?? likenessOf(subject.names, system.profiles ?? NO_PROFILES, clean)
    likeness.set(subject, known)
    return known
  }

  /** What stands inside a paper is told with its place. */
  function innerOf(subject: Subject): Likeness {
    return innerTitles(subject, reader.bodies).flatMap(({ name, at }) =>
      likenessOf([name], system.profiles ?? NO_PROFILES, clean).map((one) => ({ ...one, at })),
    )
  }

  function served_(subject: Subject, placements: readonly Placement[], file: string): Served[] {
    const prior = priors(placements)
    const isHere = (indicator: string) => placements.some((one) => one.indicator === indicator && !one.topics)
    const byName = servedBy(subject, wants, prior, isHere)
    const byTable = servedByTables(wants.wanted, held.get(file), prior)
    const levels = new Set(byName.flatMap(({ how, wanted }) => (how === 'sure' ? [wanted.level] : [])))
    const bySections = servedBySections(subject, wants, reader, prior, (id) => levels.has(levelsBy.get(id) ?? ''))
    const isTable = byTable.some(({ how }) => how !== 'near')
    const named = [...byTable, ...byName.filter(({ how }) => !(isTable && how === 'near')), ...bySections]
    const all =
      named.some(({ how }) => how === 'sure') || isSweeping(subject)
        ? named
        : [...named, ...servedByLikeness(alikeTo(subject), subject, wants.wanted, prior, isHere, named)]
    return all.some(({ how }) => how !== 'near') ? all : [...all, ...servedByFolder(subject, wants.wanted, placements)]
  }
}

/** What a paper says itself, before what it is called like. */
function withAlike(told: readonly Telling[], alike: readonly Telling[]): Telling[] {
  const said = new Set(told.map(({ file, indicator, material }) => `${file} ${indicator} ${material}`))
  return [...told, ...alike.filter(({ file, indicator, material }) => !said.has(`${file} ${indicator} ${material}`))]
}

/** Where a part of a file stands; a programme that makes the pages itself counts none. */
function boundIn({ passages, pages }: Evidence): string {
  const page = passages[0]?.at.page
  return page === undefined ? '文件中的一份，' : `文件第${page}页起的${pages}页，`
}
