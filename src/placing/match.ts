import type { Evidence } from '../core/evidence.ts'
import type { Ledger } from '../core/ledger.ts'
import type { Declaration, Document, Match, NearMiss } from '../core/package.ts'
import type { Problem } from '../core/problem.ts'
import type { Indicator, IndicatorSystem, Unit } from '../core/system.ts'
import { UNIT_FILE, type UnitFile } from '../core/unit-file.ts'
import { clipped } from '../language/text.ts'
import { visible } from '../language/visible.ts'
import { recogniseLedgers } from '../records/ledgers.ts'
import { declarationsIn } from './declarations.ts'
import { asLedger, type Held, heldBy } from './held.ts'
import { type Stated, stating } from './indicator-ids.ts'
import { applied, type Placement } from './mapping.ts'
import { numberedAs } from './numbering.ts'
import { type Outline, outlineOf } from './outline.ts'
import { deniedBy, isStated, type Served, servedBy } from './serving.ts'
import { indexOf, type Meant, possible, type Subject, subjectOf, type Wanted, wantedOf } from './titles.ts'

export type Matching = {
  readonly matches: readonly Match[]
  readonly nearMisses: readonly NearMiss[]
  readonly ledgers: readonly Ledger[]
  readonly declarations: readonly Declaration[]
  readonly problems: readonly Problem[]
}

/**
 * Which file serves which material: by the unit's own mapping, else by the folder's number, and everywhere by titles and
 * header words. What one file serves does not depend on the others, nor on their order, save that the names of all folders
 * tell whose numbers they bear. The parts of a file serve by their
 * titles, where their file lies.
 */
export function match(
  documents: readonly Document[],
  system: IndicatorSystem,
  unit: Unit,
  given: UnitFile,
  parts: readonly Document[] = [],
): Matching {
  const sorted = documents
    .filter(({ evidence }) => evidence.path !== UNIT_FILE)
    .toSorted((a, b) => (a.evidence.path < b.evidence.path ? -1 : 1))
  const indicators = [system.package, ...system.indicators]
  const paths = sorted.map(({ evidence }) => evidence.path)
  const outline = numberedAs(outlineOf(system.indicators), paths)
  const recognised = recogniseLedgers(sorted, system.ledgers)
  const mapped = applied(given.files, paths, indicators)
  const asked = indicators.map(askedOf)
  const index = indexOf(asked.flatMap(({ titled }) => titled))
  const concerned = concerning(asked)

  const matches: Match[] = []
  const nearMisses: NearMiss[] = []
  const held = heldBy(recognised)
  const place = placing(outline)
  const subjects = sorted.map(subjectOf)
  for (const subject of subjects) {
    const file = subject.document.evidence.path
    const placements = mapped.placements.get(file) ?? place(file)
    const meant = possible(subject, index)
    const speaking = isStated(subject) ? asked : []
    const found = concerned(placements, meant, held.get(file)).map((one) => {
      const here = placements.find(({ indicator }) => indicator === one.indicator.id)
      const titled = titledIn(one, meant, here)
      return { one, here, served: distinct(serving(subject, { ...one, titled }, placements, held.get(file))) }
    })
    for (const { one, here, served } of spreading(found)) {
      const id = one.indicator.id
      for (const { material, how, why } of served)
        if (how === 'near') nearMisses.push({ file, indicator: id, material, why })
        else matches.push({ file, indicator: id, material, sure: how === 'sure', ...lying(here), why })
      if (here && !here.topics && id !== 'package' && served.every(({ how }) => how === 'near'))
        matches.push(unrecognised(file, here, one))
    }
    const known = new Set(found.filter(({ here, served }) => here || served.length > 0).map(({ one }) => one))
    for (const one of speaking) if (!known.has(one)) matches.push(...denied(subject, one.indicator))
  }
  const bound = parts.map(subjectOf)
  for (const subject of bound) {
    const { evidence, partOf = evidence.path } = subject.document
    const stated = mapped.placements.get(partOf) ?? place(partOf)
    // What the unit says the file is, the file is as a whole; its parts are what their titles say.
    const taken = new Set(stated.map(({ indicator, material }) => `${indicator} ${material}`))
    const placements = stated.map((placement) => ({ ...placement, material: null }))
    const meant = possible(subject, index)
    const found = concerned(placements, meant, undefined).flatMap((one) => {
      const here = placements.find(({ indicator }) => indicator === one.indicator.id)
      const titled = titledIn(one, meant, here)
      if (titled.length === 0) return []
      return [{ one, here, served: distinct(serving(subject, { ...one, titled, ledgers: [] }, placements, undefined)) }]
    })
    for (const { one, here, served } of spreading(found))
      for (const { material, how, why } of served)
        if (how !== 'near' && !taken.has(`${one.indicator.id} ${material}`))
          matches.push({
            file: evidence.path,
            indicator: one.indicator.id,
            material,
            sure: how === 'sure',
            ...lying(here),
            why: `${pagesOf(evidence)}，${why}`,
          })
  }
  const declarations = [...given.declarations, ...declarationsIn([...subjects, ...bound], unit, outline)]
  return { matches, nearMisses, ledgers: recognised.ledgers, declarations, problems: mapped.problems }
}

type Found = { readonly one: Asked; readonly here: Placement | undefined; readonly served: readonly Served[] }

/**
 * A folder called after several indicators says less than a number: a general word (制度, 会议纪要) that would serve more
 * than two of them, or serve another than the paper's own title names, is for a person to place; and one that is nearly
 * something there is no near miss.
 */
function spreading(found: readonly Found[]): readonly Found[] {
  const isGeneral = ({ here }: Found, { general }: Served) => Boolean(here?.topics && general)
  const serving = (general: boolean) =>
    found.filter((one) => one.served.some((served) => served.how !== 'near' && isGeneral(one, served) === general))
  const named = serving(false).some(({ here }) => here?.topics)
  const wide = named || serving(true).length > 2
  return found.map((one) => ({
    ...one,
    served: one.served.flatMap((served): Served[] => {
      if (!isGeneral(one, served)) return [served]
      if (served.how === 'near') return []
      if (!wide || served.how === 'unsure') return [served]
      return [{ ...served, how: 'unsure', why: `${served.why}，是否为本指标的材料请人工核对` }]
    }),
  }))
}

/** How a file lies under an indicator: by the unit's own number, or in a folder called after it and no other. */
function lying(here: Placement | undefined): { placed?: true; topic?: true } {
  if (!here) return {}
  if (!here.topics) return { placed: true }
  return here.topics === 1 ? { topic: true } : {}
}

const pagesOf = ({ passages, pages }: Evidence): string => `文件第${passages[0]?.at.page ?? 1}页起的${pages}页`

type Asked = { readonly indicator: Indicator; readonly titled: readonly Wanted[]; readonly ledgers: readonly Wanted[] }

function askedOf(indicator: Indicator): Asked {
  const wanted = indicator.materials.map(wantedOf)
  const isLedger = ({ material }: Wanted) => material.ledger !== null
  return { indicator, titled: wanted.filter((one) => !isLedger(one)), ledgers: wanted.filter(isLedger) }
}

/** The indicators that a file can serve at all, in their order: most files concern one or two of a hundred. */
function concerning(asked: readonly Asked[]) {
  const byId = new Map(asked.map((one, at) => [one.indicator.id, at]))
  const byWanted = new Map(asked.flatMap(({ titled }, at) => titled.map((wanted) => [wanted, at] as const)))
  const byLedger = new Map<string | null, number[]>()
  for (const [at, { ledgers }] of asked.entries())
    for (const { material } of ledgers) {
      const own = byLedger.get(material.ledger)
      if (own) own.push(at)
      else byLedger.set(material.ledger, [at])
    }
  return (placements: readonly Placement[], { special }: Meant, held: Held | undefined): Asked[] => {
    const names = held ? [...held.ledger.keys(), ...held.near.keys()] : []
    const found = new Set(names.flatMap((name) => byLedger.get(name) ?? []))
    for (const { indicator } of placements) found.add(byId.get(indicator) ?? -1)
    for (const wanted of special) found.add(byWanted.get(wanted) ?? -1)
    return [...found].sort((a, b) => a - b).flatMap((at) => asked[at] ?? [])
  }
}

/** A general word means something only under its own indicator. */
const titledIn = ({ titled }: Asked, { any, special }: Meant, here: Placement | undefined): Wanted[] =>
  titled.filter((wanted) => (here ? any : special).has(wanted))

/** A file at the root, or in a folder there that is no indicator's, belongs to the package as a whole. */
const placing = (outline: Outline) => {
  const stated = stating(outline)
  return (path: string): Placement[] => placementsOf(path, stated(path))
}

function placementsOf(path: string, { ids, why, topics }: Stated): Placement[] {
  if (ids.length > 0) return ids.map((indicator) => ({ indicator, material: null, own: false, why }))
  const meant = topics.map((indicator) => ({ indicator, material: null, own: false, why, topics: topics.length }))
  if (path.split('/').length > 2) return meant
  const root = path.includes('/') ? '不在指标文件夹中' : '位于根目录'
  return [...meant, { indicator: 'package', material: null, own: false, why: root }]
}

function serving(
  subject: Subject,
  { indicator, titled, ledgers }: Asked,
  placements: readonly Placement[],
  held: Held | undefined,
): Served[] {
  const here = placements.filter((placement) => placement.indicator === indicator.id)
  const placed = placements.some(({ indicator, topics }) => indicator !== 'package' && !topics)
  const byTitle = (here.length > 0 ? here : [undefined]).flatMap((one) =>
    servedBy(subject, titled, indicator, one, placed),
  )
  const byTable = ledgers.flatMap((one) => asLedger(subject, one, indicator, here[0], held))
  const ledger = byTable.some(({ how }) => how !== 'near')
  return [...byTitle.filter(({ how }) => !(ledger && how === 'near')), ...byTable]
}

const BEST = { sure: 0, unsure: 1, near: 2 }

/** Each material once, by its best reading. */
function distinct(served: readonly Served[]): Served[] {
  const best = new Map<string, Served>()
  for (const one of served) {
    const other = best.get(one.material)
    if (!other || BEST[one.how] < BEST[other.how]) best.set(one.material, one)
  }
  return [...best.values()]
}

/** 承诺书 and 情况说明 state for several indicators, wherever they lie. */
function denied(subject: Subject, indicator: Indicator): Match[] {
  const asked = indicator.materials.filter(({ nature }) => nature === 'statement')
  const words = asked.length > 0 ? deniedBy(subject, indicator) : undefined
  if (words === undefined) return []
  const file = subject.document.evidence.path
  const why = `说明类材料，写明“${clipped(visible(words), 60)}”`
  return asked.map(({ id }) => ({ file, indicator: indicator.id, material: id, sure: true, why }))
}

function unrecognised(file: string, { indicator, own, why }: Placement, { indicator: { materials } }: Asked): Match {
  const words = materials.length > 0 ? `${why}，但与所列材料的题名均不相符` : why
  return { file, indicator, material: null, sure: own, placed: true, why: words }
}
