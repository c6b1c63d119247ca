import type { Material } from '../core/system.ts'
import { genreFit } from './genre-fit.ts'
import type { Name, Subject } from './subject.ts'
import type { Vocabulary, WordId } from './vocabulary.ts'
import type { Wanted, Way } from './wants.ts'

/** How nearly a paper is a material, by one of its names and one way to say what the material is about. */
export type Fit = {
  readonly wanted: Wanted
  readonly name: Name
  /** How much of what is said is said of the material; to be compared between materials. */
  readonly score: number
  /** The share of the topic that the paper's own names say. */
  readonly own: number
  /** 1 the very kind of paper, less for kindred ones, 0 for another. */
  readonly genre: number
  /** How much of the name the topic covers. */
  readonly coverage: number
  /** Words of the topic that are said nowhere, and by which any of them would be. */
  readonly missing: number
  readonly lacking: readonly (readonly WordId[])[]
  /** The conjuncts of the name in which the topic stands, and all that it touches. */
  readonly conjuncts: readonly number[]
  readonly touched: readonly number[]
  readonly words: readonly WordId[]
  /** What the name itself says, as one key. */
  readonly says: string
  /** How many words of the topic only the text or the folder says. */
  readonly borrowed: number
  /** How plainly it is said elsewhere of which dossier the paper is; null where the topic is of none. */
  readonly frame: number | null
}

export type Folder = {
  /** Words that the folder's number stands for, and how much that counts. */
  readonly words: ReadonlySet<WordId>
  readonly strength: number
}

/** What the name itself says tells papers apart; what is said around it only completes it. */
const ELSEWHERE = 0.35

/** 年度报告公开截图 bears the report's own title, and is a screenshot. */
function shotFit({ isShot }: Subject, { nature }: Pick<Material, 'nature'>, fit: number): number {
  if (!isShot) return fit
  return nature === 'screenshot' ? Math.max(fit, 1) : nature === 'photo' ? fit : fit * 0.5
}

/** The best that each of a paper's names says of a material. */
export function fitsOf(subject: Subject, wanted: Wanted, vocabulary: Vocabulary, folder: Folder | undefined): Fit[] {
  return subject.names.flatMap((name) => {
    let best: Fit | undefined
    for (const way of wanted.ways) {
      const fit = fitBy(subject, name, way, wanted, vocabulary, folder)
      if (fit && (!best || better(fit, best))) best = fit
    }
    return best ? [best] : []
  })
}

const better = (a: Fit, b: Fit): boolean => (a.missing === b.missing ? a.score > b.score : a.missing < b.missing)

function fitBy(
  subject: Subject,
  name: Name,
  { slots, genres }: Way,
  wanted: Wanted,
  { weights, frames, general }: Vocabulary,
  folder: Folder | undefined,
): Fit | undefined {
  let [said, whole, own, missing, borrowed] = [0, 0, 0, 0, 0]
  const words: WordId[] = []
  const spans: (readonly [number, number, number])[] = []
  const named: WordId[] = []
  const lacking: (readonly WordId[])[] = []
  let frame: number | null = null
  for (const slot of slots) {
    let best: Said | undefined
    let heaviest = 0
    for (const word of slot) {
      heaviest = Math.max(heaviest, weights[word]!)
      const said = saidBy(subject, name, word, folder, general[word]!)
      if (said && (!best || isPlainer(said, best, weights))) best = said
    }
    if (!best) {
      missing++
      lacking.push(slot)
      whole += heaviest
      continue
    }
    words.push(best.word)
    const weight = weights[best.word]!
    whole += weight
    if (best.isOwn) said += weight * best.strength
    else if (frames.has(best.word)) said += weight * best.strength * ELSEWHERE
    else borrowed++
    if (!best.isOwn) {
      if (frames.has(best.word)) frame = Math.max(frame ?? 0, best.strength)
      continue
    }
    named.push(best.word)
    own += weight
    for (const hit of name.hits)
      if (slot.includes(hit.word)) spans.push([hit.at, hit.end, weights[hit.word]! * hit.says])
  }
  if (own === 0) return undefined
  const { heading } = name
  const genre = wanted.except.some((word) => heading.matter.includes(word))
    ? 0
    : shotFit(
        subject,
        wanted.material,
        genreFit(wanted.material, genres, heading.genres, subject.forms, isDenied(subject, name)),
      )
  const coverage = coverageOf(
    genre > 0 && heading.kind > 0
      ? [...spans, [heading.matter.length - heading.kind, heading.matter.length, 0]]
      : spans,
    heading.matter.length,
  )
  return {
    wanted,
    name,
    score: said * (0.25 + 0.75 * genre) * (0.7 + 0.3 * coverage) * (BY[name.by] ?? 1) * 0.9 ** borrowed,
    own: own / whole,
    genre,
    coverage,
    missing,
    lacking,
    conjuncts: conjunctsOf(main(spans), heading.ends),
    touched: conjunctsOf(spans, heading.ends),
    words,
    says: named.sort((a, b) => a - b).join(' '),
    borrowed,
    frame,
  }
}

/** What its title denies, its file's shorter name does not grant: 2020年度决策事项的说明 of 无重大行政决策事项的说明. */
const isDenied = ({ names }: Subject, { by, heading }: Name): boolean =>
  heading.denied || (by === 'file' && names.some((one) => one.by === 'title' && one.heading.denied))

const BY: Partial<Record<Name['by'], number>> = { heading: 0.85, sheet: 0.9, caption: 0.95 }

type Said = { readonly word: WordId; readonly strength: number; readonly isOwn: boolean }

/** How plainly a word is said, by the name itself or around it. One that stands everywhere has to be said by a name. */
function saidBy(
  subject: Subject,
  name: Name,
  word: WordId,
  folder: Folder | undefined,
  isGeneral: boolean,
): Said | undefined {
  const says = Math.max(0, ...name.hits.filter((one) => one.word === word).map((hit) => hit.says))
  if (says > 0) return { word, strength: says, isOwn: true }
  if (isGeneral && !isNamed(subject, name, word)) return undefined
  const strength = strengthOf(subject, name, word, folder)
  return strength > 0 ? { word, strength, isOwn: false } : undefined
}

const isPlainer = (a: Said, b: Said, weights: readonly number[]): boolean =>
  a.isOwn === b.isOwn ? weights[a.word]! * a.strength > weights[b.word]! * b.strength : a.isOwn

/** Another name of the paper says it, or the paper that this is a section of. */
const isNamed = (subject: Subject, name: Name, word: WordId): boolean =>
  subject.names.some((other) => other !== name && other.hits.some((hit) => hit.word === word)) ||
  (subject.within?.has(word) ?? false)

/** What the other names, the text or the folder say. */
function strengthOf(subject: Subject, name: Name, word: WordId, folder: Folder | undefined): number {
  const beside = subject.names.filter((other) => other !== name).flatMap(({ hits }) => hits)
  const says = Math.max(0, ...beside.filter((hit) => hit.word === word).map((hit) => hit.says))
  if (says > 0) return 0.8 * says
  return Math.max(subject.context.get(word) ?? 0, folder?.words.has(word) ? folder.strength : 0)
}

function coverageOf(spans: readonly (readonly [number, number, number])[], length: number): number {
  const covered = new Set<number>()
  for (const [from, to] of spans) for (let at = from; at < to; at++) covered.add(at)
  return covered.size / Math.max(1, length)
}

/** A topic stands where its weightiest words stand: 归档 of 执法记录和案卷归档, not 记录. */
function main(spans: readonly (readonly [number, number, number])[]): (readonly [number, number, number])[] {
  const most = Math.max(0, ...spans.map(([, , weight]) => weight))
  return spans.filter(([, , weight]) => weight >= most * 0.6)
}

function conjunctsOf(spans: readonly (readonly [number, number, number])[], ends: readonly number[]): number[] {
  return [...new Set(spans.map(([from]) => ends.findIndex((end) => from < end)))].sort((a, b) => a - b)
}
