import type { Stretch, Telling } from '../core/package.ts'
import type { Nature } from '../core/system.ts'
import { admits } from '../language/admitted.ts'
import { deniedIn } from '../language/denied.ts'
import type { Genre } from '../language/genres.ts'
import { paperWord } from '../language/paper-words.ts'
import { sentencesOf } from '../language/paragraphs.ts'
import { bare, clipped } from '../language/text.ts'
import { visible } from '../language/visible.ts'
import { isAccount } from './accounts.ts'
import { headingOf } from './heading.ts'
import { ENOUGH, NORMATIVE, SETTLED, saidBy, strengths } from './saying.ts'
import { isSweeping } from './sections.ts'
import { type Reader, type Subject, without } from './subject.ts'
import type { Vocabulary, WordId } from './vocabulary.ts'
import type { Wanted, Wants } from './wants.ts'
import { solid } from './wording.ts'

const PICTURED: ReadonlySet<Nature> = new Set(['photo', 'screenshot'])
/** Papers that say what ought to be done tell of nothing that was. */
const NORMS = new Set(['制度', '方案', '预案', '意见稿', '通知', '清单', '指南', '合同', '责任书', '课件', '解读'])
const PROMISED = new RegExp(`${paperWord('promised')}|将(?!于|近|军)`, 'u')

/** 为健全…协调机制,制定本办法: what a rule is for, it says first. */
const PURPOSE = /^为/u

/** An account of what there is says in passing how the office does it. */
const ACCOUNT: Genre = '说明'

/** 我镇不是实施主体: that there is none of it tells of no rule. */
const LACKS = new RegExp(`${paperWord('lacking')}|无(?!论)`, 'u')
const ALIKE = 0.6

/** What the papers of a package speak of beside what they are. One telling a paper and material, the plainest. */
export function tellingsOf(
  subjects: readonly Subject[],
  wants: Wants,
  reader: Reader,
  chanceOf: (subject: Subject) => (indicator: string) => number,
): Telling[] {
  return subjects.flatMap((subject) => {
    const { document, voices } = subject
    if (subject.names.length === 0 || subject.names.some(({ heading }) => heading.draft || heading.blank)) return []
    const genres = new Set(subject.names.flatMap(({ heading }) => [...heading.genres]))
    const isNorm = [...genres].some((genre) => NORMS.has(genre))
    const explains = !isNorm && genres.has(ACCOUNT)
    const named = new Set(subject.names.flatMap(({ hits }) => hits.map(({ word }) => word)))
    const titles = new Set(subject.names.map(({ text }) => text))
    const sweeps = isSweeping(subject)
    const chance = chanceOf(subject)
    const settled = isNorm ? settledBy(subject, wants) : NONE
    const owns = isAccount(document)
    const best = new Map<string, Told>()
    for (const stretch of voices.stretches)
      for (const told of toldBy(
        titles.has(stretch.head) ? { ...stretch, head: '' } : stretch,
        { isNorm, explains, owns, settled },
        wants,
        reader,
      )) {
        const { indicator, material } = told.wanted
        const score = told.score * chance(indicator)
        if (score === 0 || indicator === 'package' || isOfAnother(told, subject, wants.vocabulary)) continue
        // That an account is called after something says of no rule that there is one.
        if (explains && told.wanted.material.nature === 'institutional' && isTitle(told.sentence, titles)) continue
        // What reports on everything tells of what its own title says, and of what it owns up to.
        if (sweeps && isNorm) continue
        if (sweeps && !told.admits && !told.words.some((word) => named.has(word) && !wants.vocabulary.general[word]))
          continue
        const key = `${indicator} ${material.id} ${told.admits ?? ''}`
        if ((best.get(key)?.score ?? 0) < score) best.set(key, { ...told, score })
      }
    return [...best.values()]
      .sort((a, b) => b.score - a.score)
      .map((told) => tellingOf(document.evidence.path, told, wants))
  })
}

/** 《…办法》后评估报告 is of a 规范性文件: of the evaluation of a 决策, which is called alike, it tells nothing. */
function isOfAnother(
  { wanted, stretch, sentence }: Told,
  { names, context }: Subject,
  { frames, hitsIn }: Vocabulary,
): boolean {
  const own = new Set(wanted.ways.flatMap(({ slots }) => slots.flat()).filter((word) => frames.has(word)))
  if (own.size === 0) return false
  const said = hitsIn(solid(`${stretch.head}${sentence}`)).filter(({ word }) => frames.has(word))
  if (said.some(({ word }) => own.has(word))) return false
  const about = [...names.flatMap(({ hits }) => hits.map(({ word }) => word)), ...context.keys()]
  return about.some((word) => frames.has(word)) && !about.some((word) => own.has(word))
}

const isTitle = (sentence: string, titles: ReadonlySet<string>): boolean =>
  [...titles].some((title) => bare(title) !== '' && bare(sentence).endsWith(bare(title)))

type Told = {
  readonly wanted: Wanted
  readonly stretch: Stretch
  readonly sentence: string
  readonly words: readonly WordId[]
  readonly score: number
  /** What of the score stands in the sentence, and not in its head. */
  readonly own: number
  readonly admits?: true
}

type Manner = {
  readonly isNorm: boolean
  readonly explains: boolean
  readonly owns: boolean
  readonly settled: ReadonlySet<string>
}

const NONE: ReadonlySet<string> = new Set()

/** The groups of indicators that a rule is made for: one on 公示、全过程记录、法制审核 settles in its articles what each asks. */
function settledBy({ names }: Subject, { byWord, vocabulary: { general } }: Wants): Set<string> {
  const groups = new Set<string>()
  const hits = names.flatMap(({ by, hits }) => (by === 'title' || by === 'file' ? hits : []))
  for (const { word } of hits)
    for (const { level, material } of general[word] ? [] : (byWord.get(word) ?? []))
      if (material.nature === 'institutional') groups.add(level)
  return groups
}

/** A list may be drawn up by a rule as well as shown on a page. */
const isRuled = ({ material, genres }: Wanted): boolean =>
  material.nature === 'institutional' || (material.need === 'required' && genres?.includes('制度') === true)

function toldBy(
  stretch: Stretch,
  { isNorm, explains, owns, settled }: Manner,
  wants: Wants,
  { vocabulary, bodies }: Reader,
): Told[] {
  const heading = headingOf(stretch.head, bodies)
  const enoughOf = ({ level }: Wanted, sentence: string) =>
    settled.has(level) ? SETTLED : isNorm && !PURPOSE.test(sentence) ? NORMATIVE : ENOUGH
  const inHead = strengths(vocabulary, heading.matter)
  const found = sentencesOf(stretch.text).flatMap((sentence): Told[] => {
    const inText = strengths(vocabulary, solid(without(sentence, bodies)))
    const denied = deniedIn(sentence).filter(({ ours }) => ours)
    const inDenied = strengths(vocabulary, solid(denied.map(({ clause, scope }) => clause + scope).join(' ')))
    const admitted = owns && admits(sentence)
    const near = [...new Set([...inHead.keys(), ...inText.keys()].flatMap((word) => wants.byWord.get(word) ?? []))]
    return near.flatMap((wanted): Told[] => {
      const { nature } = wanted.material
      if (PICTURED.has(nature) && !(isNorm && isRuled(wanted))) return []
      if (admitted) {
        if (nature === 'statement') return []
        const [score, words, own] = saidBy(wanted, vocabulary, inHead, inText, ENOUGH)
        return score > 0 ? [{ wanted, stretch, sentence, words, score, own, admits: true }] : []
      }
      if (isNorm !== (isNorm ? isRuled(wanted) : nature === 'institutional') && (!explains || LACKS.test(sentence)))
        return []
      if (nature === 'statement' ? denied.length === 0 : denied.length > 0) return []
      if (!isNorm && PROMISED.test(sentence)) return []
      const [score, words, own] =
        nature === 'statement'
          ? saidBy(wanted, vocabulary, inDenied, inHead, ENOUGH)
          : saidBy(wanted, vocabulary, inHead, inText, enoughOf(wanted, sentence))
      return score > 0 ? [{ wanted, stretch, sentence, words, score, own }] : []
    })
  })
  const most = Math.max(0, ...found.map(({ score }) => score))
  // A chapter heads articles of many things: what an article itself says most plainly it tells of, too.
  const said = isNorm ? Math.max(0, ...found.map(({ own }) => own)) : Number.POSITIVE_INFINITY
  return found.filter(({ score, own }) => score >= most * ALIKE || own >= said)
}

function tellingOf(
  file: string,
  { wanted, stretch, sentence, words, score, admits: owned }: Told,
  { vocabulary }: Wants,
): Telling {
  const about = [...new Set(words)].map((word) => vocabulary.words[word]!.replaceAll('*', '…')).join('、')
  const where = stretch.head === '' ? '' : `“${clipped(visible(stretch.head), 40)}”一节`
  const at = { file, ...(stretch.page !== undefined && { page: stretch.page }), quote: clipped(sentence, 120) }
  return {
    file,
    indicator: wanted.indicator,
    material: wanted.material.id,
    weight: score,
    at,
    why: owned
      ? `文中${where}自己写明还没有“${wanted.material.name}”`
      : `文中${where}讲到“${about}”，可供核对“${wanted.material.name}”`,
    ...(owned && { admits: owned }),
  }
}
