import { fill } from '../core/kind.ts'
import type { Package, Telling } from '../core/package.ts'
import type { Place } from '../core/place.ts'
import type { Finding } from '../core/report.ts'
import type { Indicator } from '../core/system.ts'
import { listed, titled } from '../language/prose.ts'
import { clipped } from '../language/text.ts'
import { visible } from '../language/visible.ts'
import type { Claim } from './claim.ts'
import { isOpen, waiting } from './once.ts'

const MESSAGES = {
  none: {
    says: '没有任何佐证材料；通常用{usual}证明',
    fix: '请补交能证明本指标的材料，放进本指标的文件夹；确实没有发生的，写一份情况说明，落款并写日期',
  },
  'none-seen': {
    says: '没有找到能证明本指标的材料；{near}与之接近',
    fix: '请打开所列文件看一看：是本指标的材料的，放进本指标的文件夹，文件名写明是什么；不是的，请补交',
  },
  lacking: {
    says: '未见{things}',
    fix: '请补交；已经有的，放进本指标的文件夹，文件名写明是什么',
  },
  'lacking-near': {
    says: '未见{things}；{near}与之接近',
    fix: '请打开所列文件看一看：就是所缺材料的，文件名写明是什么；不是的，请补交',
  },
  told: {
    says: '没有单独成件的{things}；{near}写有“{quote}”',
    fix: '建议把文中所写事项的原件放进本指标的文件夹，文件名写明是什么',
  },
} as const

type Key = keyof typeof MESSAGES

export type Claimed = { readonly indicator: Indicator; readonly claim: Claim }

/** What the rules of an indicator miss is told once: nothing at all, or all that is demanded and not there. */
export function settled(findings: readonly Finding[], claimed: readonly Claimed[], found: Package): Finding[] {
  const byIndicator = grouped(findings, ({ indicator }) => indicator)
  const homely = homelyIn(claimed, found)
  const changed = new Map<string, Finding>()
  for (const one of claimed)
    for (const finding of settledOf(byIndicator.get(one.indicator.id) ?? [], one, {
      ...found,
      homely: homely.get(levelOf(one.indicator)) ?? [],
    }))
      changed.set(finding.id, finding)
  return findings.map((one) => changed.get(one.id) ?? one)
}

type Known = Package & { readonly homely: readonly Place[] }

const levelOf = ({ level1, level2 }: Indicator): string => `${level1} ${level2}`

/**
 * Papers that an office calls in its own words: of no title that any material has, yet their text is about something here.
 * Beside such papers nobody may say that a thing of the same 二级指标 is nowhere.
 */
function homelyIn(claimed: readonly Claimed[], { documents, matches, tellings = [] }: Package): Map<string, Place[]> {
  const levels = new Map(claimed.map(({ indicator }) => [indicator.id, levelOf(indicator)]))
  const titled = new Set(
    matches.flatMap(({ file, material, by }) => (material !== null && by === undefined ? [file] : [])),
  )
  const read = new Set(documents.map(({ evidence }) => evidence.path))
  const found = new Map<string, Set<string>>()
  for (const { file, indicator } of [...matches.filter(({ by }) => by === 'section'), ...tellings]) {
    const level = levels.get(indicator)
    if (level !== undefined && read.has(file) && !titled.has(file))
      found.set(level, (found.get(level) ?? new Set()).add(file))
  }
  return new Map([...found].map(([level, files]) => [level, [...files].sort().map((file) => ({ file }))]))
}

function settledOf(own: readonly Finding[], { indicator, claim }: Claimed, found: Known): Finding[] {
  const spokenOf = (found.tellings ?? []).filter((one) => one.indicator === indicator.id)
  if (claim.named && hasNothing(own, indicator, found)) {
    const lacks = own.filter(isLack)
    const isTold = spokenOf.length > 0 && placesOf(lacks).length === 0
    return isTold ? toldOfAll(own, spokenOf, indicator, found) : told(own, lacks, 'none', indicator, found)
  }
  const open = own.filter((one) => isLack(one) && isOpen(one))
  const held = open.filter((one) => !isWaived(one, own, indicator) && (claim.named || isOfSeries(one, own)))
  const rest = open.filter((one) => !held.includes(one))
  const quiet = rest.map((one): Finding => ({ ...one, outcome: 'noted', remedy: '' }))
  // Too few of what a table counts is no paper that might stand elsewhere.
  const isCounted = ({ kind, cites }: Finding) => kind === 'count' && cites.length > 0
  const said = held.filter((one) => one.outcome === 'gap' && !isCounted(one) && tellingsFor(one, spokenOf).length > 0)
  const gaps = held.filter((one) => one.outcome === 'gap' && !said.includes(one))
  const asked = held.filter(({ outcome }) => outcome === 'unclear')
  return [
    ...quiet,
    ...said.map((one) => noted(one, things([one]).join('、'), tellingsFor(one, spokenOf), found)),
    ...told(own, gaps, 'lacking', indicator, found),
    ...told(own, asked, 'lacking-near', indicator, found),
  ]
}

/** What papers speak of a thing that is missing; of a year's thing, what is said of that year. */
function tellingsFor({ lacks, data }: Finding, spokenOf: readonly Telling[]): Telling[] {
  const year = /20\d{2}/u.exec(String(data.period ?? ''))?.[0]
  const isSaid = ({ quote = '' }: Place) => year === undefined || quote.includes(`${year}年`)
  return spokenOf.filter(({ material, at }) => (lacks?.materials ?? []).includes(material) && isSaid(at))
}

/** Of the whole indicator there is no paper, but some paper's text: told once, and everything else waits for that. */
function toldOfAll(
  own: readonly Finding[],
  tellings: readonly Telling[],
  { materials }: Indicator,
  found: Package,
): Finding[] {
  const rest = own.filter(isWaiting)
  const lacks = rest.filter(isLack)
  const first = lacks.find(({ kind }) => kind === 'documents') ?? lacks[0]
  if (!first) return []
  const usual = materials.filter(({ need }) => need === 'required').map(({ name }) => titled(name))
  return [
    noted(first, listed(usual, '种'), tellings, found),
    ...rest.filter((one) => one !== first).map((one) => waiting(one, first.id)),
  ]
}

/** Nobody may say that a thing stands nowhere while a paper writes of it: its own paper is only advised. */
function noted(one: Finding, missing: string, tellings: readonly Telling[], { documents }: Package): Finding {
  const sorted = tellings.toSorted((a, b) => b.weight - a.weight)
  const [first] = sorted
  const data = {
    ...one.data,
    things: missing,
    near: first ? nameOf(first.file, documents) : '',
    quote: clipped(visible(first?.at.quote ?? ''), 60),
  }
  const { says, fix } = MESSAGES.told
  const cites = [...new Map(sorted.map(({ file, at }) => [file, at])).values()].slice(0, MOST)
  return { ...one, outcome: 'noted', key: 'told', data, message: fill(says, data), remedy: fill(fix, data), cites }
}

/** More places than these nobody looks up. */
const MOST = 5

/** Papers that are not there or too few; a paper without a part, and a table without a column, are there. */
const isLack = ({ lacks }: Finding): boolean => lacks !== undefined && !lacks.parts && !lacks.columns

/**
 * Nothing at all lies in the package for an indicator that asks for something: no paper, no ledger, no word that it does
 * not apply. A bonus asks for nothing; a veto is never raised by silence.
 */
function hasNothing(own: readonly Finding[], { id, materials, rules }: Indicator, found: Package): boolean {
  if (id === 'package' || own.length === 0 || rules.some(({ severity }) => severity === 'veto')) return false
  if (!materials.some(({ need }) => need === 'required') || !own.some(isLack)) return false
  if (own.some((one) => !isLack(one) && (one.outcome !== 'exempt' || one.cites.length > 0))) return false
  const ledgers = new Set(materials.map(({ ledger }) => ledger))
  return !(
    found.declarations.some(({ indicator }) => indicator === id) ||
    found.matches.some(({ indicator, sure }) => indicator === id && sure) ||
    found.ledgers.some(({ spec, rows }) => rows.length > 0 && ledgers.has(spec.name)) ||
    found.answers.some(({ rule }) => rules.some((one) => one.id === rule))
  )
}

/** Another rule is content with any one of several papers, and has one. */
function isWaived({ lacks }: Finding, own: readonly Finding[], { rules }: Indicator): boolean {
  return own.some(({ outcome, rule, kind }) => {
    const params = rules.find(({ id }) => id === rule)?.params
    const either = params?.need === 'any' && Array.isArray(params.materials) ? params.materials.map(String) : []
    return kind === 'documents' && outcome === 'met' && (lacks?.materials ?? []).some((id) => either.includes(id))
  })
}

/** One of several stretches of time, of which another one has what is asked for: the unit itself does this. */
function isOfSeries(one: Finding, own: readonly Finding[]): boolean {
  const period = String(one.data.period ?? '')
  return period !== '' && own.some((other) => other.rule === one.rule && other.outcome === 'met' && isLike(other, one))
}

/** The same thing of another stretch. */
const isLike = ({ data }: Finding, one: Finding): boolean =>
  data.period !== one.data.period && (data.material ?? data.name) === (one.data.material ?? one.data.name)

/** The first of them says it all, and the others wait for it. */
function told(
  own: readonly Finding[],
  lacks: readonly Finding[],
  key: 'none' | 'lacking' | 'lacking-near',
  indicator: Indicator,
  found: Known,
): Finding[] {
  const first = lacks.find(({ kind }) => kind === 'documents') ?? lacks[0]
  if (!first) return []
  const seen = placesOf(lacks)
  const homely = seen.length > 0 || lacks.some(isOfYear) ? [] : found.homely
  const near = [...seen, ...homely]
  const nearly = key === 'none' ? near.length > 0 : homely.length > 0
  const said = nearly ? NEARLY[key] : key
  const outcome = said === 'none' || said === 'lacking' ? 'gap' : 'unclear'
  const rest = key === 'none' ? own.filter(isWaiting) : lacks
  const alone = rest.length === 1 && key !== 'none' && said === key
  const carrier = alone ? first : spoken(first, said, lacks, near, indicator, found)
  return [
    { ...carrier, outcome, severity: 'required' },
    ...rest.filter((one) => one !== first).map((one) => waiting(one, first.id)),
  ]
}

const NEARLY = { none: 'none-seen', lacking: 'lacking-near', 'lacking-near': 'lacking-near' } as const

/** A year missing after one that is there is missing, whatever papers of other kinds are called. */
const isOfYear = ({ lacks }: Finding): boolean => lacks?.shown === true

const isWaiting = ({ outcome }: Finding): boolean => outcome !== 'exempt' && outcome !== 'met'

function spoken(
  first: Finding,
  key: Key,
  lacks: readonly Finding[],
  near: readonly Place[],
  { materials }: Indicator,
  { documents }: Package,
): Finding {
  const usual = materials.filter(({ need }) => need === 'required').map(({ name }) => titled(name))
  const names = [...new Set(near.map(({ file }) => file))].map((file) => nameOf(file, documents))
  const isBare = key === 'none' || key === 'none-seen'
  const wanted = isBare ? listed(usual, '种') : things(lacks).join('、')
  const data = { [isBare ? 'usual' : 'things']: wanted, near: listed(names, '份') }
  const { says, fix } = MESSAGES[key]
  const demanded = [...new Set(lacks.flatMap((one) => one.demanded ?? []))].join('……')
  return {
    ...first,
    key,
    data,
    message: fill(says, data),
    remedy: fill(fix, data),
    expected: wanted,
    actual: '未见',
    cites: near,
    ...(demanded !== '' && { demanded }),
  }
}

function nameOf(path: string, documents: Package['documents']): string {
  const title = documents.find(({ evidence }) => evidence.path === path)?.facts.title?.value
  return title ? titled(title) : `“${path.slice(path.lastIndexOf('/') + 1)}”`
}

const placesOf = (lacks: readonly Finding[]): Place[] => [
  ...new Map(lacks.flatMap(({ cites }) => cites).map((cite) => [JSON.stringify(cite), cite])).values(),
]

/** 《甲》（2020年、2021年）, 旁听庭审（2020年0次、2021年0次，应不少于1次）: the years of one series stand together. */
export function things(lacks: readonly Finding[]): string[] {
  const byThing = grouped(lacks, ({ data }) => String(data.material ?? data.name ?? ''))
  return [...byThing].map(([thing, same]) => {
    const notes = [...new Set(same.map(noteOf))].filter((note) => note !== '')
    const [first] = same
    const least = first && first.data.material === undefined ? [`应${first.expected}`] : []
    const all = [...(notes.length > 0 ? [notes.join('、')] : []), ...least]
    return all.length > 0 ? `${thing}（${all.join('，')}）` : thing
  })
}

function grouped(findings: readonly Finding[], keyOf: (finding: Finding) => string): Map<string, Finding[]> {
  const groups = new Map<string, Finding[]>()
  for (const one of findings) {
    const group = groups.get(keyOf(one))
    if (group) group.push(one)
    else groups.set(keyOf(one), [one])
  }
  return groups
}

/** 2020年, or how many there are of it: 2020年0次. */
function noteOf({ data }: Finding): string {
  const period = String(data.period ?? '').replace(/^（|）$/gu, '')
  return data.material === undefined ? `${period}${data.count ?? ''}` : period
}
