import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { type Mutant, randomFrom, type Seed } from './mutants.ts'

/** An element from its first tag to its last sign, in a text of XML. */
type Element = { readonly start: number; readonly end: number }

type Change = (xml: string, at: (below: number) => number, elements: readonly Element[]) => string

const pick = (elements: readonly Element[], at: (below: number) => number): Element =>
  elements[at(elements.length)] ?? { start: 0, end: 0 }

/** Each leaves the XML well-formed, unless elements lie within one another: what programmes with faults write. */
const CHANGES: readonly Change[] = [
  // Removed.
  (xml, at, elements) => {
    const { start, end } = pick(elements, at)
    return xml.slice(0, start) + xml.slice(end)
  },
  // Doubled, now and then many times.
  (xml, at, elements) => {
    const { start, end } = pick(elements, at)
    return xml.slice(0, end) + xml.slice(start, end).repeat(1 + at(4)) + xml.slice(end)
  },
  // Swapped with another.
  (xml, at, elements) => {
    const [one, other] = [pick(elements, at), pick(elements, at)].toSorted((a, b) => a.start - b.start)
    if (!one || !other || one.end > other.start) return xml
    return (
      xml.slice(0, one.start) +
      xml.slice(other.start, other.end) +
      xml.slice(one.end, other.start) +
      xml.slice(one.start, one.end) +
      xml.slice(other.end)
    )
  },
  // An attribute of it gone.
  (xml, at, elements) => {
    const { start, end } = pick(elements, at)
    return xml.slice(0, start) + xml.slice(start, end).replace(/ [\w:]+="[^"]*"/, '') + xml.slice(end)
  },
]

/** Where elements begin and end; at most the first so many. */
function elementsOf(xml: string): Element[] {
  const open: { readonly name: string; readonly start: number }[] = []
  const found: Element[] = []
  for (const match of xml.matchAll(/<(\/?)([\w:.-]+)[^<>]*?(\/?)>/g)) {
    const [tag, closes, name = '', empty] = match
    const end = match.index + tag.length
    if (empty) found.push({ start: match.index, end })
    else if (!closes) open.push({ name, start: match.index })
    else {
      const last = open.pop()
      if (last?.name === name && open.length > 0) found.push({ start: last.start, end })
    }
    if (found.length >= MOST) break
  }
  return found
}

const MOST = 20_000

/** Formats that are XML in a zip. */
const PACKED = /\.(?:docx|xlsx|pptx|ofd|odt|ods|odp)$/i

export const structured = (seeds: readonly Seed[]): Seed[] => seeds.filter(({ name }) => PACKED.test(name))

/** A sound file with one to three elements of one of its parts removed, doubled or swapped. The same for a number for ever. */
export function structuralMutantOf(seed: number, seeds: readonly Seed[]): Mutant {
  const random = randomFrom(seed)
  const at = (below: number) => Math.floor(random() * below)
  const { name, bytes } = seeds[at(seeds.length)]!
  const parts = unzipSync(bytes)
  const texts = Object.keys(parts).filter((part) => /\.(?:xml|rels)$/i.test(part))
  const part = texts[at(texts.length)]
  if (part !== undefined) {
    let xml = strFromU8(parts[part]!)
    for (let n = 1 + at(3); n > 0; n--) xml = CHANGES[at(CHANGES.length)]!(xml, at, elementsOf(xml))
    parts[part] = strToU8(xml)
  }
  return { name, bytes: zipSync(parts, { level: 1, mtime: new Date(1980, 0, 1) }), seed, of: name }
}
