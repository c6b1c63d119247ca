import { isImage } from '../core/evidence.ts'
import type { Need } from '../core/package.ts'
import type { Nature } from '../core/system.ts'
import { clipped, pairsIn } from '../language/text.ts'
import { visible } from '../language/visible.ts'
import { type Prior, type Weighed, weighed, winners } from './assign.ts'
import type { Subject } from './subject.ts'
import type { Wanted, Wants } from './wants.ts'
import { solid } from './wording.ts'

/** How a paper serves one material. `near` explains why it does not. */
export type Served = {
  readonly wanted: Wanted
  readonly how: 'sure' | 'unsure' | 'near'
  readonly why: string
  /** What it lacks to be sure. */
  readonly needs?: readonly Need[]
  /** As `Match.by`. */
  readonly by?: 'section' | 'draft' | 'likeness'
}

const SURE = { own: 0.45, genre: 0.7, coverage: 0.26, score: 1 }
/** What is written on a picture tells time and place as well. */
const CAPTION = { ...SURE, coverage: 0.12 }
/** Under its own indicator's number little more is needed than that the paper speaks of it. */
const HERE = { own: 0.2, genre: 0.5, coverage: 0.1, score: 0.4 }

/** All that a paper serves by its names, and what it nearly is. */
export function servedBy(subject: Subject, wants: Wants, prior: Prior, here: (indicator: string) => boolean): Served[] {
  const fits = weighed(subject, wants, prior)
  const won = winners(fits).filter((fit) => deniesWhat(subject, fit, wants))
  const served = won.map((fit) => graded(subject, fit, here(fit.wanted.indicator), wants))
  const known = new Set(served.map(({ wanted }) => wanted))
  const full = new Set(fits.filter(({ missing, genre }) => missing === 0 && genre > 0).map(({ wanted }) => wanted))
  const isIdle = served.every(({ how }) => how !== 'sure')
  const near = fits.filter(({ wanted, missing, own, genre }) => {
    if (known.has(wanted) || full.has(wanted)) return false
    if (missing === 0 && genre === 0) return isIdle && (here(wanted.indicator) || own >= 0.9)
    return isIdle && missing === 1 && own >= 0.5 && genre >= 0.7
  })
  return [
    ...served,
    ...best(near).map(
      (fit): Served => ({ wanted: fit.wanted, how: 'near', why: nearly(fit, wants), needs: lacks(fit, wants) }),
    ),
  ]
}

/** A paper is nearly one thing, or a few. */
function best(fits: readonly Weighed[]): Weighed[] {
  const most = Math.max(0, ...fits.map(({ total }) => total))
  return fits.filter(({ total }) => total >= most * 0.8).slice(0, 6)
}

function graded(subject: Subject, fit: Weighed, isHere: boolean, wants: Wants): Served {
  const { wanted, name } = fit
  const draft = subject.names.find(({ heading }) => heading.draft)?.heading.draft
  const blank = subject.names.find(({ heading }) => heading.blank)?.heading.blank
  const why = `${shownName(fit)}，${aboutOf(fit, wants)}`
  const unsure = (words: string, ...needs: readonly Need[]): Served => ({
    wanted,
    how: 'unsure',
    why: `${why}，${words}`,
    needs,
  })
  if (draft) return { ...unsure(`是“${draft}”而非定稿`, { kind: 'final', word: draft }), by: 'draft' }
  if (blank) return unsure(`是空白的“${blank}”`, { kind: 'filled', word: blank })
  const least = isHere ? HERE : name.by === 'caption' ? CAPTION : SURE
  const isPlain = fit.words.some((word) => !wants.vocabulary.general[word]) || fit.genre === 1
  const enough =
    isPlain &&
    fit.own >= least.own &&
    fit.genre >= least.genre &&
    fit.coverage >= least.coverage &&
    fit.total >= least.score
  const { evidence } = subject.document
  const unseen = evidence.extent === 'unread' && name.by === 'file' && !isPicture(wanted.material.nature)
  // A ledger that the plan knows by its columns is a table.
  if (
    wanted.material.ledger !== null &&
    wanted.material.nature === 'ledger' &&
    subject.voices.sheets.length === 0 &&
    evidence.extent !== 'unread' &&
    !isImage(evidence)
  )
    return { wanted, how: 'near', why: `${why}，但没有读到表格`, needs: [{ kind: 'table' }] }
  const said = isHere || name.by !== 'file' || isPicture(wanted.material.nature) || isSpoken(subject, fit)
  if (!enough || !said)
    return unsure(
      `是否为“${wanted.material.name}”请人工核对`,
      fit.genre < least.genre ? genreNeed(fit) : { kind: enough ? 'text' : 'title' },
    )
  if (unseen) return unsure('但内容未能读取，请人工核对', { kind: 'readable' })
  return { wanted, how: 'sure', why: `${why}，即“${wanted.material.name}”` }
}

/**
 * A statement that there was nothing says so: in its title, else in a sentence about just that. A report on the same
 * matter (规范性文件工作总结) is none.
 */
function deniesWhat(
  { document: { facts } }: Subject,
  { wanted, name, words }: Weighed,
  { vocabulary }: Wants,
): boolean {
  const { denied } = wanted
  if (denied === null || name.heading.denied) return true
  return facts.denials.some(({ heading, sentence }) => {
    const text = solid(`${heading}${sentence}`)
    const said = new Set(pairsIn(text))
    return (
      denied.filter((pair) => said.has(pair)).length >= denied.length * ALIKE ||
      vocabulary.hitsIn(text).some(({ word }) => !vocabulary.general[word] && words.includes(word))
    )
  })
}
/** The share of the pairs of signs by which a sentence is about what a statement's name denies. */
const ALIKE = 0.4

/** What its file is called is typed by anyone; the text must speak of it too, if only by a word. */
const isSpoken = ({ names, context }: Subject, { words, name }: Weighed): boolean =>
  words.some(
    (word) =>
      (context.get(word) ?? 0) >= 0.3 ||
      names.some((other) => other !== name && other.hits.some((hit) => hit.word === word)),
  )

const isPicture = (nature: Nature): boolean => nature === 'photo' || nature === 'screenshot'

function aboutOf({ words, name: { heading } }: Weighed, { vocabulary }: Wants): string {
  const about = `讲“${[...new Set(words)].map((word) => vocabulary.words[word]!.replaceAll('*', '…')).join('、')}”`
  const kinds = [...heading.genres].join('、')
  return kinds ? `${about}，文种属“${kinds}”` : about
}

function nearly(fit: Weighed, wants: Wants): string {
  const { wanted, missing, name } = fit
  const what = `发现${shownName(fit)}，应为《${wanted.material.name}》`
  if (missing > 0) return `${what}：${aboutOf(fit, wants)}，尚不足以认定`
  const kinds = [...name.heading.genres].join('、')
  return `${what}：是“${kinds || '另一类材料'}”而非材料本身`
}

const genreNeed = ({ wanted: { genres }, name }: Weighed): Need => ({
  kind: 'genre',
  is: [...name.heading.genres],
  genres: genres ?? [],
})

/** What its name would have to say, or what kind of paper it would have to be. */
function lacks(fit: Weighed, { vocabulary }: Wants): Need[] {
  if (fit.missing === 0) return [genreNeed(fit)]
  return [{ kind: 'words', words: fit.lacking.map((slot) => slot.map((word) => vocabulary.words[word]!)) }]
}

export function shownName({ name: { by, text } }: Pick<Weighed, 'name'>): string {
  const words = clipped(visible(text), 60)
  if (by === 'file') return `文件名“${words}”`
  if (by === 'caption') return `图上文字“${words}”`
  if (by === 'sheet') return `表名“${words}”`
  return words.startsWith('《') ? `题名${words}` : `题名《${words}》`
}
