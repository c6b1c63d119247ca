import { isImage } from '../core/evidence.ts'
import type { Need, Telling } from '../core/package.ts'
import type { Place } from '../core/place.ts'
import type { Profiles } from '../core/profile.ts'
import { type Likely, likelyOf } from '../language/profiles.ts'
import { pairsIn } from '../language/text.ts'
import type { Prior } from './assign.ts'
import { genreFit } from './genre-fit.ts'
import { type Served, shownName } from './serve.ts'
import type { Name, Subject } from './subject.ts'
import type { Wanted } from './wants.ts'
import { spelled } from './wording.ts'

/** What each of a paper's names is called like. */
export type Likeness = readonly { readonly name: Name; readonly likely: readonly Likely[]; readonly at?: Place }[]

/** Below this a name is like nothing. */
const FAINT = 0.12
/** What a name is like that settles it alone: this much, and so much ahead of the next. */
const PLAIN = { score: 0.2, lead: 0.09, here: 0.02 }
/** What is asked. */
const ASKED = { score: 0.2, lead: 0.06 }
const GENRE = { sure: 0.7, least: 0.5 }
/** The material that it is fits so much better than the next. */
const ALONE = 0.1

/** `clean` as the profiles were learnt. */
export function likenessOf(names: readonly Name[], profiles: Profiles, clean: (title: string) => string): Likeness {
  const known = names
    .filter(isTelling)
    .map((name) => ({ name, likely: likelyOf(profiles, clean(withoutStage(name)), 12) }))
  return known.filter(({ likely: [first] }) => first && first.score >= FAINT && first.id !== '')
}

/** 某办法(征求意见稿) is no 征求意见. */
const withoutStage = ({ text, heading: { draft } }: Name): string => (draft === '' ? text : text.replaceAll(draft, ''))

/** 会议纪要, 承诺书, 2021年3月1日: what only says its kind or its day is called like all of them. */
const isTelling = ({ by, text, heading: { matter, kind } }: Name): boolean =>
  // A sentence is no name.
  !(by === 'heading' && /[,，。;；]/u.test(text)) &&
  matter.slice(0, matter.length - kind).replace(/[^\p{Script=Han}]|[年月日第号期次]/gu, '').length >= 3

/**
 * What a paper serves by being called like the papers that are known to serve it: in an office's own words, which no topic
 * spells out. It is sure where one indicator stands well ahead of all others, and the kind of paper leaves one material.
 */
export function servedByLikeness(
  names: Likeness,
  subject: Subject,
  wanted: readonly Wanted[],
  prior: Prior,
  isHere: (indicator: string) => boolean,
  known: readonly Served[],
): Served[] {
  const isStage = subject.names.some(({ heading: { draft, blank } }) => draft !== '' || blank !== '')
  const isUnread = subject.document.evidence.extent === 'unread'
  // What its words make doubtful for another reason than too few of them, what it is called like does not settle.
  const doubted = new Set(
    known.flatMap(({ how, wanted: { indicator }, needs = [] }) =>
      how === 'unsure' && needs.some(({ kind }) => kind !== 'title') ? [indicator] : [],
    ),
  )
  return names.flatMap(({ name, likely }): Served[] => {
    const [first, second] = weighed(likely, prior)
    if (!first || first.id === '' || first.total === 0 || doubted.has(first.id)) return []
    const lead = first.total - (second?.total ?? 0)
    const isPlain = first.score >= PLAIN.score && lead >= (isHere(first.id) ? PLAIN.here : PLAIN.lead)
    if (!isPlain && (first.score < ASKED.score || lead < ASKED.lead) && !isHere(first.id)) return []
    const [best, next] = wanted
      .filter((one) => one.indicator === first.id && isPossible(one, name))
      .map((one) => ({ one, ...fitOf(one, name, subject) }))
      .filter(({ genre }) => genre >= (isHere(first.id) ? GENRE.least : GENRE.sure))
      .sort((a, b) => b.fit - a.fit)
    if (!best) return []
    const { one, genre, fit } = best
    const isSure = isPlain && genre >= GENRE.sure && !isStage && !isUnread && (next?.fit ?? 0) < fit - ALONE
    const why = `${shownName({ name })}，叫法与本指标的材料相近`
    if (isSure) return [{ wanted: one, how: 'sure', by: 'likeness', why: `${why}，即“${one.material.name}”` }]
    const asked = `${why}，是否为“${one.material.name}”请人工核对`
    const draft = subject.names.find(({ heading }) => heading.draft !== '')?.heading.draft
    const needs: readonly Need[] = draft ? [{ kind: 'final', word: draft }] : [{ kind: 'title' }]
    return [{ wanted: one, how: 'unsure', by: 'likeness', why: asked, needs }]
  })
}

/** What is told of: so much of the likeliest, where nobody knows what the paper is; else only the likeliest. */
const TOLD = { beside: 0.55, inside: 0.9, score: 0.15 }

/**
 * What a paper may be by what it is called like, though it is not taken for it: nobody may say that such a thing is nowhere
 * in the package. `serves` are the indicators that it serves for certain.
 */
export function tellingsByLikeness(
  names: Likeness,
  subject: Subject,
  wanted: readonly Wanted[],
  { of }: Prior,
  serves: ReadonlySet<string>,
): Telling[] {
  const { evidence } = subject.document
  if (isImage(evidence) || evidence.extent === 'unread') return []
  return names.flatMap(({ name, likely, at }) => {
    if (subject.names.some(({ heading }) => heading.draft !== '' || heading.blank !== '')) return []
    // What stands inside is of another matter than the file may be: of two that are nearly as likely it may be either.
    const share = at ? TOLD.inside : serves.size > 0 ? 1 : TOLD.beside
    const least = Math.max(TOLD.score, likely[0]!.score * share)
    return likely.flatMap(({ id, score }) =>
      score < least || of(id) === 0 || serves.has(id)
        ? []
        : wanted
            .filter((one) => one.indicator === id && isPossible(one, name))
            .filter((one) => fitOf(one, name, subject).genre >= GENRE.sure)
            .map(({ indicator, material }): Telling => {
              const why = `${shownName({ name })}与本指标的材料叫法相近，可供核对“${material.name}”`
              return {
                file: evidence.path,
                indicator,
                material: material.id,
                weight: score,
                at: at ?? { file: evidence.path },
                why,
              }
            }),
    )
  })
}

const weighed = (likely: readonly Likely[], prior: Prior) =>
  likely
    .map(({ id, score }) => ({ id, score, total: score * (id === '' ? 1 : prior.of(id)) }))
    .sort((a, b) => b.total - a.total)

/** A photograph is not known by its name, nor a statement that denies nothing. */
const isPossible = ({ material: { nature } }: Wanted, { heading: { denied } }: Name): boolean =>
  nature !== 'photo' && (nature !== 'statement' || denied)

/** How well the kind of paper and its words fit a material. */
function fitOf(one: Wanted, name: Name, { forms }: Subject): { readonly genre: number; readonly fit: number } {
  const { genres, denied } = name.heading
  const genre = genreFit(one.material, one.genres, genres, forms, denied)
  return { genre, fit: genre + saidOf(one, name) }
}

/** How much of a material's own name the paper's name says. */
function saidOf({ material }: Wanted, { text }: Name): number {
  const own = new Set(pairsIn(spelled(text)))
  const pairs = [material.name, ...material.topic].map((one) => pairsIn(spelled(one)))
  return Math.max(0, ...pairs.map((some) => some.filter((pair) => own.has(pair)).length / Math.max(4, some.length)))
}
