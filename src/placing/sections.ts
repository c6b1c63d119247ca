import type { Document } from '../core/package.ts'
import type { Nature } from '../core/system.ts'
import { paperWord } from '../language/paper-words.ts'
import { clipped } from '../language/text.ts'
import { visible } from '../language/visible.ts'
import { type Prior, weighed, winners } from './assign.ts'
import { headingOf } from './heading.ts'
import { type Served, servedBy } from './serve.ts'
import type { Reader, Subject } from './subject.ts'
import type { WordId } from './vocabulary.ts'
import type { Wanted, Wants } from './wants.ts'
import { solid } from './wording.ts'

/** How much of the head the topic says. */
const COVERED = 0.35
/** A head is short; what is longer is a clause, unless it is a title: 干预案件办理的记录、通报和责任追究办法. */
const LONGEST = 24
const LONGEST_TITLE = 48
const CLAUSE = new RegExp(`[,，]|${paperWord('clauses')}`, 'u')
/** A section is no picture, and what denies is known by its words. */
const UNSERVED: ReadonlySet<Nature> = new Set(['statement', 'photo', 'screenshot', 'ledger'])

/** Kinds of paper that report on everything: what they tell of a matter is no evidence for it. */
const SWEEPING = new RegExp(paperWord('sweeping'), 'u')

export const isSweeping = ({ names }: Subject): boolean => names.some(({ text }) => SWEEPING.test(text))

/**
 * A paper's sections serve by their heads: 六、个人信息保护 of an emergency plan, 三、整改情况 of a circular. The head says
 * what the section is about, the paper what kind of paper it is.
 */
export function servedBySections(
  subject: Subject,
  wants: Wants,
  reader: Reader,
  prior: Prior,
  isNear: (indicator: string) => boolean,
): Served[] {
  const { document, voices } = subject
  const title = subject.names[0]
  if (!title || isSweeping(subject)) return []
  if (voices.sections.length < 2) return []
  // A chapter of a draft is no more final than the draft.
  if (subject.names.some(({ heading }) => heading.draft !== '' || heading.blank !== '')) return []
  const spoken = new Set(subject.names.flatMap(({ hits }) => hits.map(({ word }) => word)))
  // What minutes take up under a rule's name is the topic of a meeting.
  const isMinutes = subject.names.some(({ heading }) => heading.genres.has('会议'))
  const isShared = (words: readonly WordId[]) =>
    words.some((word) => spoken.has(word) && !wants.vocabulary.general[word])
  // 决策权限 of an opinion speaks of the dossier alone: what is done with the decision the head has to say.
  const { frames } = wants.vocabulary
  const isNamed = (says: string, words: readonly WordId[]) =>
    words.every((word) => frames.has(word)) || says.split(' ').some((word) => !frames.has(Number(word)))
  return voices.sections.flatMap(({ head, text }) => {
    const isOwn = !isMinutes && isTitle(head, reader)
    if (!isOwn && (head.length > LONGEST || CLAUSE.test(head))) return []
    const part = asSubject(document, subject, head, text, isOwn, reader)
    if (isOwn) {
      const own = servedBy(part, wants, prior, () => false).filter(
        ({ how, wanted }) => how === 'sure' && !UNSERVED.has(wanted.material.nature),
      )
      if (own.length > 0) return own.map(({ wanted }) => asSection(wanted, title.text, head))
    }
    const fits = weighed(part, wants, prior).filter(({ own, genre, score, coverage, wanted, words, says, missing }) => {
      if (missing > 0 || genre < 0.7 || coverage < COVERED || UNSERVED.has(wanted.material.nature)) return false
      if (!isNamed(says, words)) return false
      return isShared(words) || (isNear(wanted.indicator) && own >= 0.35 && score >= 1.2)
    })
    return winners(fits).map(({ wanted }) => asSection(wanted, title.text, head))
  })
}

const asSection = (wanted: Wanted, title: string, head: string): Served => ({
  wanted,
  how: 'sure',
  by: 'section',
  why: `《${clipped(visible(title), 40)}》中“${clipped(visible(head), 40)}”一节，即“${wanted.material.name}”`,
})

/** A rule among others is called as it would be by itself. */
const isTitle = (head: string, { bodies }: Reader): boolean =>
  head.length <= LONGEST_TITLE && !/[,，:：]/u.test(head) && headingOf(head, bodies).genres.has('制度')

function asSubject(
  document: Document,
  whole: Subject,
  head: string,
  text: string,
  isOwn: boolean,
  { vocabulary, bodies }: Reader,
): Subject {
  const own = headingOf(head, bodies)
  const genres = [...(isOwn ? own.genres : []), ...whole.names.flatMap(({ heading }) => [...heading.genres])]
  const heading = { ...own, genres: new Set(genres) }
  const context = new Map<number, number>()
  for (const { word } of vocabulary.hitsIn(solid(text))) context.set(word, 0.55)
  for (const { word } of whole.names.flatMap(({ hits }) => hits)) context.set(word, 0.8)
  return {
    document,
    voices: whole.voices,
    names: [{ by: 'title', text: head, heading, hits: vocabulary.hitsIn(heading.matter) }],
    context,
    forms: new Set(),
    isShot: false,
    within: new Set(whole.names.flatMap(({ hits }) => hits.map(({ word }) => word))),
  }
}
