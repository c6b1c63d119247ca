import type { Scope } from '../core/kind.ts'
import type { Document, Package } from '../core/package.ts'
import { indexOf } from '../core/scope-index.ts'
import type { Material } from '../core/system.ts'
import { bare, plain } from '../core/text.ts'

/** What a file's names say: the neighbouring signs of its title and file name, and the numbers its path states. */
type Names = {
  readonly document: Document
  readonly text: string
  readonly pairs: ReadonlySet<string>
  readonly numbers: ReadonlySet<string>
  /** It serves no material for certain. */
  readonly idle: boolean
}

const ALIKE = 0.75
const PAIRS = 3

/**
 * Files that were taken for none of the materials and may be the one that is missing: its names say nearly the same in a
 * clerk's own words (音像记录管理办法 for 音像记录管理制度), or its path states the indicator in a way that places nothing
 * (第50条 柔性执法, 应急（85至91）).
 */
export function kindredOf(
  { package: found, indicator }: Scope,
  materials: readonly Material[],
  mayBe: (document: Document) => boolean,
): Kindred | undefined {
  const put = new Set(indexOf(found).under.get(indicator.id) ?? [])
  const isStated = ({ document, numbers }: Names) => numbers.has(indicator.id) && !put.has(document)
  const names = namesIn(found).filter((one) => (one.idle || isStated(one)) && mayBe(one.document))
  const wanted = materials.map(wantedOf)
  const [alike] = names
    .map((one) => ({ one, likeness: Math.max(0, ...wanted.map((material) => likeness(one, material))) }))
    .filter((found) => found.likeness >= ALIKE)
    .sort((a, b) => b.likeness - a.likeness)
  if (alike) return { documents: [alike.one.document], why: '没有认定为所缺的材料，题名却与之相近' }
  const stated = names.filter((one) => one.idle && isStated(one)).map(({ document }) => document)
  return stated.length > 0 ? { documents: stated, why: `的路径中写有“${indicator.id}”，尚未认定是哪种材料` } : undefined
}

export type Kindred = { readonly documents: readonly Document[]; readonly why: string }

type Wanted = { readonly except: readonly string[]; readonly titles: readonly ReadonlySet<string>[] }

const known = new WeakMap<Package['matches'], readonly Names[]>()
const asked = new WeakMap<Material, Wanted>()

function namesIn(found: Package): readonly Names[] {
  const names = known.get(found.matches) ?? namesOf(found)
  known.set(found.matches, names)
  return names
}

function namesOf({ documents, matches, ledgers }: Package): readonly Names[] {
  const served = matches.filter(({ sure, material }) => sure && material !== null)
  const serving = new Set([...served, ...ledgers].map(({ file }) => file))
  return documents.map((document) => {
    const { path } = document.evidence
    const segments = plain(path)
      .replace(/\.[a-z0-9]{1,5}$/iu, '')
      .split('/')
    const texts = [document.facts.title?.value ?? '', segments.at(-1) ?? ''].map(spelled)
    return {
      document,
      text: texts.join(' '),
      pairs: new Set(texts.flatMap(pairsIn)),
      numbers: new Set(segments.flatMap(numbersIn)),
      idle: !serving.has(path),
    }
  })
}

const spelled = (text: string): string => bare(text).replaceAll('的', '')

const pairsIn = (text: string): string[] =>
  Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2))

// What a paper is called, not what it is about.
const SORT =
  /(?:制度|办法|机制|文件|材料|情况|说明|报告|台账|清单|记录|名册|方案|意见书|案例|截图|链接|目录|通知|证明)$/u

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

/** How much of what a material is about the names say, from 0 to 1. */
function likeness({ text, pairs }: Names, { except, titles }: Wanted): number {
  if (except.some((word) => text.includes(word))) return 0
  const shares = titles.map((title) => {
    const shared = [...title].filter((pair) => pairs.has(pair)).length
    return shared >= PAIRS ? shared / title.size : 0
  })
  return Math.max(0, ...shares)
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
