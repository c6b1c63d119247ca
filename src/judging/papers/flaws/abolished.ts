import { type Day, written } from '../../../core/day.ts'
import { type Document, type Package, papersOf } from '../../../core/package.ts'
import type { Place } from '../../../core/place.ts'
import { paperWord } from '../../../language/paper-words.ts'
import { bare, plain } from '../../../language/text.ts'
import type { Flaw } from './flaw.ts'

type Gone = { readonly names: readonly string[]; readonly day: Day; readonly at: Place; readonly whole?: string }

const known = new WeakMap<readonly Document[], readonly Gone[]>()

/** A report that evaluates, as if it were in force, what a paper of the package had abolished before. */
export function evaluatesAbolished(document: Document, found: Package): Flaw | undefined {
  const { title, issued } = document.facts
  if (!title || !issued || issued.certainty === 'weak' || !EVALUATES.test(title.value)) return undefined
  const evaluated = evaluatedBy(document, title.value)
  const isOf = (name: string): boolean => evaluated.includes(name) || bare(title.value).includes(name)
  const earlier = goneIn(found).filter(({ day }) => day < issued.value)
  const [name, gone] = first(earlier, ({ names }) => names.find(isOf)) ??
    first(earlier, ({ whole }) => evaluated.find((one) => whole !== undefined && isListed(one, whole))) ?? [undefined]
  if (!gone) return undefined
  const isSaid = document.evidence.passages.some(({ text }) => SAID.test(text))
  return {
    kind: 'abolished',
    sure: !isSaid,
    words: `所评估的“${gone.names[0] ?? name}”已于${written(gone.day)}废止`,
    at: [title.at, gone.at],
  }
}

function first(all: readonly Gone[], named: (gone: Gone) => string | undefined): [string, Gone] | undefined {
  for (const gone of all) {
    const name = named(gone)
    if (name !== undefined) return [name, gone]
  }
  return undefined
}

/** What it says that it evaluates: the title, a number at its head, and the sentence or the line below 评估对象. */
function evaluatedBy({ evidence }: Document, title: string): string[] {
  const lines = evidence.passages.map(({ text }) => plain(text))
  const numbers = lines.slice(0, HEAD).flatMap((line) => line.match(NUMBER) ?? [])
  const chosen = lines.flatMap((line, at) => {
    const before = lines[at - 1] ?? ''
    const isBelow = before.length <= SHORT_HEAD && CHOSEN.test(before) && namesIn(before).length === 0
    return line.split('。').filter((sentence, index) => CHOSEN.test(sentence) || (isBelow && index === 0))
  })
  return [...[title, ...chosen].flatMap(namesIn), ...numbers.map(bare)]
}

const spelt = (text: string): string => text.split('\t').map(plain).join('\t')

const HEAD = 3
const SHORTEST = 6
const SHORT_HEAD = 30

const EVALUATES = new RegExp(paperWord('evaluates'), 'u')
const ABOLISHED = new RegExp(paperWord('abolished'), 'u')
const SAID = new RegExp(`已.{0,12}${paperWord('abolished')}`, 'u')
const CHOSEN = new RegExp(paperWord('evaluatedOne'), 'u')
const KEPT = new RegExp(paperWord('keptOn'), 'u')
const CLEARS = new RegExp(`${paperWord('clears')}|${paperWord('abolished')}`, 'u')
const NUMBER = /\p{Script=Han}{2,12}〔\d{4}〕\d{1,4}号/gu
const NAMED = new RegExp(`(?:${paperWord('ruleNames')})(?:[(（][^()（）]{1,8}[)）])?$`, 'u')

function goneIn(found: Package): readonly Gone[] {
  const gone = known.get(found.documents) ?? papersOf(found).flatMap(listed)
  known.set(found.documents, gone)
  return gone
}

/** What stands under a head 废止, or in a sentence that abolishes it, in the result of a clearing. */
function listed({ evidence, facts: { title, issued } }: Document): Gone[] {
  if (!issued || !title || !CLEARS.test(title.value)) return []
  let isUnder = false
  const under: Place[] = []
  const gone = evidence.passages.flatMap(({ text, at }): Gone[] => {
    const line = plain(text).trim()
    const place = { file: evidence.path, ...at, quote: line }
    const isHead = line.length <= SHORT_HEAD && namesIn(line).length === 0
    if (isHead && ABOLISHED.test(line)) isUnder = true
    else if (isHead && (KEPT.test(line) || /^[一二三四五六七八九十]{1,2}、/u.test(line))) isUnder = false
    if (isUnder) under.push(place)
    if (isHead) return []
    // Cells of one row are parted by tabs, which one spelling of all texts would lose.
    return text
      .split('。')
      .map(spelt)
      .flatMap((sentence): Gone[] => {
        const abolishes = ABOLISHED.test(sentence) && !KEPT.test(sentence)
        if (!(isUnder || abolishes)) return []
        const names = namesIn(sentence).filter((name) => isListed(name, bare(sentence)))
        return names.length > 0 ? [{ names, day: issued.value, at: place }] : []
      })
  })
  const [at] = under
  if (!at) return gone
  // A table read from a page breaks its names over several lines.
  return [...gone, { names: [], whole: bare(under.map(({ quote }) => quote).join('')), day: issued.value, at }]
}

/** Named there for itself, and not as what took another's place (被某文件替代). */
function isListed(name: string, text: string): boolean {
  return text
    .split(name)
    .slice(0, -1)
    .some((before) => !REPLACED_BY.test(before))
}
const REPLACED_BY = new RegExp(`${paperWord('replacedBy')}$`, 'u')

/** Titles in 《》, cells that read as one, and numbers. */
function namesIn(line: string): string[] {
  const quoted = [...line.matchAll(/《([^《》]{4,60})》/gu)].map(([, name = '']) => name)
  const cells = line.split('\t').filter((cell) => NAMED.test(cell.trim()) && cell.length <= 60 && line.includes('\t'))
  const numbers = line.match(NUMBER) ?? []
  return [...quoted, ...cells, ...numbers].map(bare).filter((name) => name.length >= SHORTEST)
}
