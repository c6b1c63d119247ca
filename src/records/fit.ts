import type { Table } from '../core/evidence.ts'
import type { LedgerSpec } from '../core/ledger.ts'
import type { Document } from '../core/package.ts'
import { affairsIn } from '../language/affairs.ts'
import { bare, clipped } from '../language/text.ts'
import { isBesides, isRoster } from './besides.ts'
import { textOf } from './cell.ts'
import { type Column, type Columns, columnsOf, profiling } from './columns.ts'
import { type Head, type Header, headersOf, type Labels } from './headers.ts'
import { isLedger, isNearly, neededOf } from './is-ledger.ts'
import { type Matter, topicsOf } from './matters.ts'
import { isForeign, named, type SOURCES, type Title, titleOf } from './named.ts'
import { affairsOf, kindsByName } from './own-name.ts'
import { type Vocabulary, vocabulary } from './vocabulary.ts'

/** How a ledger fits a table: under which header, which columns it has, which it may have, and which it lacks. */
export type Fit = {
  readonly spec: LedgerSpec
  readonly header: Header
  readonly columns: ReadonlyMap<string, Column>
  /** What the table's own name says of all its rows, by column: those are not missing. */
  readonly said: ReadonlyMap<string, string>
  readonly unsure: readonly Column[]
  readonly missing: readonly string[]
  /** How far the table's name speaks of it, 0…1. */
  readonly titled: number
  /** What the columns that it has tell, and as a share of what those that are needed would tell. */
  readonly told: number
  readonly share: number
  /** How many heads it reads, and which share of all that the table has. */
  readonly used: number
  readonly explained: number
  /** Some head that it reads speaks of what not any office's table does. */
  readonly telling: boolean
  readonly score: number
}

export type Fits = {
  readonly fit: Fit | undefined
  /** The roster that a table of what persons did is besides: 持证及培训学时登记表. */
  readonly besides: Fit | undefined
  readonly near: Fit | undefined
}

/** The best ledger that the table is, and the best that it nearly is; `kind`: what all of its rows say that they are of. */
export function fitOf(document: Document, table: Table, specs: readonly LedgerSpec[], kind?: string): Fits {
  const words = vocabulary()
  const matters = words.matters(specs)
  let fit: Fit | undefined
  let near: Fit | undefined
  const rosters: Fit[] = []
  // Below a header there are data; only deeper readings of the same header may still fit better.
  const isBelow = (first: number) => fit !== undefined && first > fit.header.first
  for (const header of headersOf(table, labels(words, matters), isBelow)) {
    const heads = header.heads.filter((head) => !isAside(head, words))
    const title =
      kind === undefined
        ? titleOf(textsOver(document, table, header), affairsOf(document, table, header.first), words)
        : titleOf([['above', kind]], { of: affairsIn(kind), kept: true }, words)
    const profiles = profiling(table.rows.slice(header.last + 1))
    for (const matter of matters) {
      if (isForeign(title, matter)) continue
      const said = kindsByName(document, table, header.first, matter.spec.columns)
      const tried = tryOn(header, heads, matter, matters, columnsOf(heads, matter, profiles, words), title, words, said)
      if (isRoster(matter.spec) && [...title.affairs.of].some((one) => matter.affairs.has(one))) rosters.push(tried)
      if (isLedger(tried)) fit = better(fit, tried)
      else if (isNearly(tried)) near = better(near, tried)
    }
  }
  const besides = fit && rosters.find((roster) => isBesides(roster, fit!))
  return { fit, besides, near: near && (!fit || near.score > fit.score) ? near : undefined }
}

const better = (old: Fit | undefined, tried: Fit): Fit => (old && old.score >= tried.score ? old : tried)

export const labels = ({ parts }: Vocabulary, matters: readonly Matter[]): Labels => ({
  isName: (label) =>
    label.length <= 30 &&
    (parts([label]).attributes.length > 0 ||
      matters.some(({ targets }) => targets.some(({ names }) => names.has(bare(label))))),
  isCard: (label) => parts([label]).attributes[0] === '证号',
})

/** 序号 and 备注 are no ledger's. */
const isAside = ({ labels }: Head, { parts }: Vocabulary): boolean => {
  const [attribute] = parts(labels).attributes
  return attribute === '序号' || attribute === '备注'
}

function tryOn(
  header: Header,
  heads: readonly Head[],
  matter: Matter,
  matters: readonly Matter[],
  { sure, unsure }: Columns,
  title: Title,
  words: Vocabulary,
  saidByName: ReadonlyMap<string, string>,
): Fit {
  const { spec } = matter
  const columns = new Map(
    spec.columns.flatMap(({ name }) => {
      const column = sure.find(({ target }) => target.columns.includes(name)) ?? sure.find((one) => besides(one, name))
      return column ? [[name, column] as const] : []
    }),
  )
  // A column of its own says more than a name.
  const said = new Map([...saidByName].filter(([name]) => !columns.has(name)))
  const yearly = [...columns.values()].some(({ head }) => head.years)
  const missing = spec.columns
    .filter(({ name, type, needed }) => needed && !columns.has(name) && !said.has(name) && !(yearly && type === 'year'))
    .map(({ name }) => name)
  const weights = words.weights(matters)
  // What says which of the ledger's kinds it is names the ledger.
  const titled = Math.max(
    said.size > 0 ? 0.6 : 0,
    named(title, matter, weights.common, words),
    spoken(columns, weights.own.get(matter), words),
  )
  const weigh = (name: string): number => {
    const target = matter.targets.find(({ columns: [only], holds }) => holds === 'value' && only === name)
    return target ? (weights.columns.get(target) ?? 1) * (target.needed ? 1.3 : 1) : 0
  }
  const worth = (name: string): number =>
    (columns.get(name)?.certainty ?? (said.has(name) ? BY_NAME : 0)) ** 2 * weigh(name)
  const sum = (names: readonly string[], of: (name: string) => number) => names.reduce((all, name) => all + of(name), 0)
  const needed = neededOf(spec).map(({ name }) => name)
  const told = sum([...columns.keys(), ...said.keys()], worth)
  const share = needed.length === 0 ? columns.size / spec.columns.length : sum(needed, worth) / sum(needed, weigh)
  // A fitting title weighs as much as two or three columns; what the ledger does not know weighs a little against it.
  const strange = Math.max(0, heads.length - sure.length) * 0.06
  const used = new Set([...columns.values()].map(({ head }) => head)).size
  const foreign = weights.foreign.get(matter)
  const others = heads.filter(({ labels }) => topicsOf(words.parts(labels)).some((topic) => foreign?.has(topic)))
  return {
    spec,
    header,
    columns,
    said,
    unsure,
    missing,
    titled,
    told,
    share,
    used,
    explained: used / Math.max(1, heads.length),
    telling: isTelling(columns, words),
    score: told + titled * 3 - Math.min(1.2, strange) - Math.min(1.2, others.length * 0.3),
  }
}

/** How sure a table's own name is of what all its rows are. */
const BY_NAME = 0.9

/** 活动时间, 活动内容 and 地点 may be of anything, 立案日期 is not. */
function isTelling(columns: Fit['columns'], { parts, relations }: Vocabulary): boolean {
  return [...columns.values()].some(
    ({ head, certainty }) =>
      certainty >= 0.7 && topicsOf(parts(head.labels)).some((topic) => !relations.isEveryday(topic)),
  )
}

/** Headers may name the matter themselves: 强制措施种类, 强制措施决定书文号. */
function spoken(columns: Fit['columns'], own: ReadonlySet<string> | undefined, { parts }: Vocabulary): number {
  const heads = new Set([...columns.values()].map(({ head }) => head))
  const naming = [...heads].filter(({ labels }) => topicsOf(parts(labels)).some((topic) => own?.has(topic)))
  return [0, 0.25, 0.45, 0.6][Math.min(naming.length, 3)] ?? 0
}

/** The numbers of persons who stand with them in one cell. */
const besides = ({ target, numbered }: Column, name: string): boolean => numbered && target.besides.includes(name)

/** Nearest first. */
function textsOver({ evidence, facts }: Document, table: Table, { first }: Header): [keyof typeof SOURCES, string][] {
  const above = table.rows.slice(0, first).flatMap(({ values }) => values.map(textOf))
  const file = evidence.path
    .split('/')
    .at(-1)!
    .replace(/\.[^.]{1,5}$/, '')
  const texts: [keyof typeof SOURCES, string][] = [
    ...above.map((text): [keyof typeof SOURCES, string] => ['above', text]),
    ['sheet', table.name],
    ['document', facts.title?.value ?? ''],
    ['file', file],
  ]
  return texts.flatMap(([source, text]) => (text ? [[source, clipped(text, 200)]] : []))
}
