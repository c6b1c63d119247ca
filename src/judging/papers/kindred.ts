import type { Scope } from '../../core/kind.ts'
import type { Document, Package } from '../../core/package.ts'
import type { Material } from '../../core/system.ts'
import { paperWord } from '../../language/paper-words.ts'
import { bare, pairsIn, plain } from '../../language/text.ts'
import { indexOf } from '../desk/scope-index.ts'

/** What a file is called: its title and its own name, with a gap between. */
type Names = {
  readonly document: Document
  readonly text: string
  /** It serves no material for certain. */
  readonly idle: boolean
}

type Called = {
  readonly names: readonly Names[]
  /** By the numbers that their paths state. */
  readonly stating: ReadonlyMap<string, ReadonlySet<Names>>
  /** All neighbouring signs of all names: most materials are like none of thousands of files, and this tells at once. */
  readonly pairs: ReadonlySet<string>
}

const ALIKE = 0.75
const PAIRS = 3

/**
 * Files that were taken for none of the materials and may be the one that is missing: its names say nearly the same in a
 * clerk's own words (音像记录管理办法 for 音像记录管理制度), or its path states the indicator in a way that places nothing
 * (第50条 柔性执法, 应急（85至91）).
 */
export function kindredOf(
  { package: found, indicator }: Pick<Scope, 'package' | 'indicator'>,
  materials: readonly Material[],
  mayBe: (document: Document) => boolean,
): Kindred | undefined {
  const put = new Set(indexOf(found).under.get(indicator.id) ?? [])
  const { names, stating, pairs } = calledIn(found)
  const own = stating.get(indicator.id) ?? new Set()
  const isStated = (one: Names) => own.has(one) && !put.has(one.document)
  const wanted = materials
    .map((material) => possible(wantedOf(material), pairs))
    .filter(({ titles }) => titles.length > 0)
  const [alike] = (wanted.length > 0 ? names : [])
    .filter((one) => one.idle || isStated(one))
    .map((one) => ({ one, likeness: Math.max(...wanted.map((material) => likeness(one, material))) }))
    .filter(({ one, likeness }) => likeness >= ALIKE && mayBe(one.document))
    .sort((a, b) => b.likeness - a.likeness)
  if (alike) return { documents: [alike.one.document], why: '题名与之相近' }
  const stated = [...own]
    .filter((one) => one.idle && isStated(one) && mayBe(one.document))
    .map(({ document }) => document)
  return stated.length > 0 ? { documents: stated, why: `的路径中写有“${indicator.id}”，看不出是哪种材料` } : undefined
}

export type Kindred = { readonly documents: readonly Document[]; readonly why: string }

type Wanted = { readonly except: readonly string[]; readonly titles: readonly ReadonlySet<string>[] }

const known = new WeakMap<Package['matches'], Called>()
const asked = new WeakMap<Material, Wanted>()

function calledIn(found: Package): Called {
  const called = known.get(found.matches) ?? calledOf(found)
  known.set(found.matches, called)
  return called
}

function calledOf({ documents, matches, ledgers }: Package): Called {
  const served = matches.filter(({ sure, material }) => sure && material !== null)
  const serving = new Set([...served, ...ledgers].map(({ file }) => file))
  const stating = new Map<string, Set<Names>>()
  const pairs = new Set<string>()
  const names = documents.map((document): Names => {
    const { path } = document.evidence
    const segments = plain(path)
      .replace(/\.[a-z0-9]{1,5}$/iu, '')
      .split('/')
    const texts = [document.facts.title?.value ?? '', segments.at(-1) ?? ''].map(spelled)
    const one = { document, text: texts.join(' '), idle: !serving.has(path) }
    for (const pair of texts.flatMap(pairsIn)) pairs.add(pair)
    for (const number of segments.flatMap(numbersIn)) {
      const own = stating.get(number)
      if (own) own.add(one)
      else stating.set(number, new Set([one]))
    }
    return one
  })
  return { names, stating, pairs }
}

const spelled = (text: string): string => bare(text).replaceAll('的', '')

// What a paper is called, not what it is about.
const SORT = new RegExp(`${paperWord('sorts')}$`, 'u')

function wantedOf(material: Material): Wanted {
  const wanted = asked.get(material) ?? {
    except: material.except.map(spelled).filter(Boolean),
    // What statements deny is written in few words, which stand in many other names.
    titles: [material.name, ...(material.nature === 'statement' ? [] : material.titles)]
      .map((title) => new Set(pairsIn(spelled(plain(title).replace(/\([^()]*\)/gu, '')).replace(SORT, ''))))
      .filter(({ size }) => size >= PAIRS),
  }
  asked.set(material, wanted)
  return wanted
}

/** The titles that some file may be alike, as far as all names together tell. */
const possible = ({ except, titles }: Wanted, pairs: ReadonlySet<string>): Wanted => ({
  except,
  titles: titles.filter((title) => shareOf(title, (pair) => pairs.has(pair)) >= ALIKE),
})

/** How much of what a material is about the names say, from 0 to 1. */
const likeness = ({ text }: Names, { except, titles }: Wanted): number =>
  except.some((word) => text.includes(word))
    ? 0
    : Math.max(0, ...titles.map((title) => shareOf(title, (pair) => text.includes(pair))))

function shareOf(title: ReadonlySet<string>, isThere: (pair: string) => boolean): number {
  let shared = 0
  for (const pair of title) if (isThere(pair)) shared++
  return shared >= PAIRS ? shared / title.size : 0
}

const JOINED = /^\s*[条项]?\s*(?:([-—–~至到])|[、,和及与])\s*第?\s*(\d{1,3})(?!\d)/u
const FIRST = /^(第?)\s*(\d{1,3})(?![\d年月日号期份次个批类届名起版章节])/u

/** 第50条, 第47、48条, 89 演练, 政务公开(76、77), 应急(85至91); a low number alone is more likely a serial. */
function numbersIn(segment: string): string[] {
  const inside = /\(([^()]{2,40})\)\s*$/u.exec(segment)?.[1]
  return [segment.trim(), ...(inside ? [inside.trim()] : [])].flatMap(numbersAt)
}

function numbersAt(text: string): string[] {
  const first = FIRST.exec(text)
  if (!first) return []
  const numbers = [Number(first[2])]
  let rest = text.slice(first[0].length)
  for (let next = JOINED.exec(rest); next; next = JOINED.exec(rest)) {
    const [from, to] = [numbers.at(-1) ?? 0, Number(next[2])]
    if (next[1] && to > from) for (let one = from + 1; one < to; one++) numbers.push(one)
    numbers.push(to)
    rest = rest.slice(next[0].length)
  }
  const isSure = first[1] !== '' || numbers.length > 1 || (numbers[0] ?? 0) > 12
  return isSure ? numbers.map(String) : []
}
