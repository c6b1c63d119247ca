import { type Day, written } from '../../../core/day.ts'
import type { Document, Package } from '../../../core/package.ts'
import type { Place } from '../../../core/place.ts'
import { paperWord } from '../../../language/paper-words.ts'
import { bare, plain } from '../../../language/text.ts'
import type { Flaw } from './flaw.ts'

type Gone = { readonly names: readonly string[]; readonly day: Day; readonly at: Place }

const known = new WeakMap<readonly Document[], readonly Gone[]>()

/** A report that evaluates, as if it were in force, what a paper of the package had abolished before. */
export function evaluatesAbolished(document: Document, found: Package): Flaw | undefined {
  const { title, issued } = document.facts
  if (!title || !issued || issued.certainty === 'weak' || !EVALUATES.test(title.value)) return undefined
  const heads = document.evidence.passages.slice(0, HEAD).map(({ text }) => bare(plain(text)))
  const gone = goneIn(found).find(
    ({ names, day }) =>
      day < issued.value && names.some((name) => bare(title.value).includes(name) || heads.some(opens(name))),
  )
  if (!gone) return undefined
  const isSaid = document.evidence.passages.some(({ text }) => SAID.test(text))
  return {
    kind: 'abolished',
    sure: !isSaid,
    words: `所评估的“${gone.names[0]}”已于${written(gone.day)}废止`,
    at: [title.at, gone.at],
  }
}

const spelt = (text: string): string => text.split('\t').map(plain).join('\t')

const HEAD = 3
const SHORTEST = 6
const opens = (name: string) => (text: string) => /\d号$/u.test(name) && text.includes(name)

const EVALUATES = new RegExp(paperWord('evaluates'), 'u')
const ABOLISHED = new RegExp(paperWord('abolished'), 'u')
const SAID = new RegExp(`已.{0,12}${paperWord('abolished')}`, 'u')
const KEPT = new RegExp(paperWord('keptOn'), 'u')
const CLEARS = new RegExp(`${paperWord('clears')}|${paperWord('abolished')}`, 'u')
const NUMBER = /\p{Script=Han}{2,12}〔\d{4}〕\d{1,4}号/gu
const NAMED = new RegExp(`(?:${paperWord('ruleNames')})(?:[(（][^()（）]{1,8}[)）])?$`, 'u')

function goneIn(found: Package): readonly Gone[] {
  const gone = known.get(found.documents) ?? [...found.documents, ...(found.parts ?? [])].flatMap(listed)
  known.set(found.documents, gone)
  return gone
}

/** What stands under a head 废止, or in a sentence that abolishes it, in the result of a clearing. */
function listed({ evidence, facts: { title, issued } }: Document): Gone[] {
  if (!issued || !title || !CLEARS.test(title.value)) return []
  let isUnder = false
  return evidence.passages.flatMap(({ text, at }): Gone[] => {
    const line = plain(text).trim()
    const isHead = line.length <= 30 && namesIn(line).length === 0
    if (isHead && ABOLISHED.test(line)) isUnder = true
    else if (isHead && (KEPT.test(line) || /^[一二三四五六七八九十]{1,2}、/u.test(line))) isUnder = false
    if (isHead) return []
    // Cells of one row are parted by tabs, which one spelling of all texts would lose.
    return text
      .split('。')
      .map(spelt)
      .flatMap((sentence): Gone[] => {
        const abolishes = ABOLISHED.test(sentence) && !KEPT.test(sentence)
        if (!(isUnder || abolishes)) return []
        const names = namesIn(sentence)
        return names.length > 0 ? [{ names, day: issued.value, at: { file: evidence.path, ...at, quote: line } }] : []
      })
  })
}

/** Titles in 《》, cells that read as one, and numbers. */
function namesIn(line: string): string[] {
  const quoted = [...line.matchAll(/《([^《》]{4,60})》/gu)].map(([, name = '']) => name)
  const cells = line.split('\t').filter((cell) => NAMED.test(cell.trim()) && cell.length <= 60 && line.includes('\t'))
  const numbers = line.match(NUMBER) ?? []
  return [...quoted, ...cells, ...numbers].map(bare).filter((name) => name.length >= SHORTEST)
}
