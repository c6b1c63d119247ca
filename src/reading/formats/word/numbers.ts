import type { XmlSink } from '../containers/xml.ts'
import { gapBehind, numeral } from '../shared/numerals.ts'

/** What a paragraph says of its number; nothing where its style is to say it. */
export type Numbered = { readonly style?: string; readonly list?: string; readonly level?: number }

type Level = {
  start: number
  format: string
  text: string
  apart: boolean
  style: string
  restarts: boolean
  plain: boolean
}
type List = { readonly levels: string; readonly starts: Map<number, number> }
type Style = { basedOn: string; list: string; level: number | undefined }

const DEEPEST = 9
const MOST_STYLES = 20

/**
 * The automatic numbers of a Word file (一、 第二条): they stand in no text, only in the rules of `numbering.xml` and
 * `styles.xml`, so they are counted as Word counts them. Feed it those parts, then ask for every paragraph in order.
 */
export class WordNumbers implements XmlSink {
  #levels = new Map<string, Map<number, Level>>()
  #lists = new Map<string, List>()
  #styles = new Map<string, Style>()
  #counts = new Map<string, number[]>()
  #begun = new Set<string>()

  #abstract = ''
  #list = ''
  #depth = 0
  #style: Style | undefined
  #level: Level | undefined

  open(tag: string, attributes: ReadonlyMap<string, string>): void {
    const value = attributes.get('val') ?? ''
    if (tag === 'abstractNum') {
      this.#abstract = attributes.get('abstractNumId') ?? ''
      this.#levels.set(this.#abstract, new Map())
    } else if (tag === 'num') {
      this.#list = attributes.get('numId') ?? ''
      // The levels that a list describes anew are those of no other list.
      this.#abstract = ''
    } else if (tag === 'abstractNumId') this.#lists.set(this.#list, { levels: value, starts: new Map() })
    else if (tag === 'lvlOverride') this.#depth = Number(attributes.get('ilvl'))
    else if (tag === 'startOverride') this.#lists.get(this.#list)?.starts.set(this.#depth, Number(value) || 0)
    else if (tag === 'lvl') this.#openLevel(attributes)
    else if (tag === 'style') this.#openStyle(attributes)
    else if (this.#level) describe(this.#level, tag, value)
    else if (this.#style) {
      if (tag === 'basedOn') this.#style.basedOn = value
      else if (tag === 'numId') this.#style.list = value
      else if (tag === 'ilvl') this.#style.level = Number(value)
    }
  }

  text(): void {}

  close(tag: string): void {
    if (tag === 'lvl') this.#level = undefined
    else if (tag === 'style') this.#style = undefined
  }

  /** The number as it is printed before the paragraph, counted on; empty where there is none. */
  next(paragraph: Numbered): string {
    const found = paragraph.list === undefined ? this.#ofStyle(paragraph.style ?? '') : paragraph
    const list = this.#lists.get(found?.list ?? '')
    if (!list) return ''
    const levels = this.#levels.get(list.levels)
    const depth = paragraph.level ?? found?.level ?? depthOf(levels, paragraph.style ?? '') ?? 0
    const level = levels?.get(depth)
    if (!levels || !level) return ''
    const counts = this.#counted(found?.list ?? '', list, levels, depth)
    const label = level.text.replace(/%([1-9])/g, (_, place: string) => {
      const at = Number(place) - 1
      // Where no heading of the higher level has come yet, Word counts it as none: 0.1.
      return numeral(
        counts[at] ?? (levels.get(at)?.start ?? 1) - 1,
        level.plain ? 'decimal' : (levels.get(at)?.format ?? 'decimal'),
      )
    })
    return level.format === 'bullet' || label.trim() === '' ? '' : label + (level.apart ? gapBehind(label) : '')
  }

  #openLevel(attributes: ReadonlyMap<string, string>): void {
    const levels = this.#levels.get(this.#abstract)
    this.#level = { start: 1, format: 'decimal', text: '', apart: true, style: '', restarts: true, plain: false }
    const depth = Number(attributes.get('ilvl'))
    if (depth >= 0 && depth < DEEPEST && !levels?.has(depth)) levels?.set(depth, this.#level)
  }

  #openStyle(attributes: ReadonlyMap<string, string>): void {
    this.#style = { basedOn: '', list: '', level: undefined }
    this.#styles.set(attributes.get('styleId') ?? '', this.#style)
  }

  #ofStyle(name: string): { list: string; level: number | undefined } | undefined {
    let style = this.#styles.get(name)
    for (let steps = 0; style && steps < MOST_STYLES; steps++) {
      if (style.list !== '') return style
      style = this.#styles.get(style.basedOn)
    }
    return undefined
  }

  /** Lists of the same rules count on together, unless one of them begins anew. */
  #counted(name: string, list: List, levels: ReadonlyMap<number, Level>, depth: number): readonly number[] {
    const counts = this.#counts.get(list.levels) ?? []
    this.#counts.set(list.levels, counts)
    const start = list.starts.get(depth)
    const isNew = start !== undefined && !this.#begun.has(`${name} ${depth}`)
    this.#begun.add(`${name} ${depth}`)
    const before = counts[depth]
    counts[depth] = isNew ? start : before === undefined ? (levels.get(depth)?.start ?? 1) : before + 1
    for (let at = depth + 1; at < counts.length; at++) if (levels.get(at)?.restarts !== false) delete counts[at]
    return counts
  }
}

function describe(level: Level, tag: string, value: string): void {
  if (tag === 'start') level.start = Number(value) || 0
  else if (tag === 'numFmt') level.format = value
  else if (tag === 'lvlText') level.text = value.slice(0, 50)
  else if (tag === 'suff') level.apart = value !== 'nothing'
  else if (tag === 'pStyle') level.style = value
  else if (tag === 'lvlRestart') level.restarts = value !== '0'
  else if (tag === 'isLgl') level.plain = !['0', 'false', 'off'].includes(value)
}

function depthOf(levels: ReadonlyMap<number, Level> | undefined, style: string): number | undefined {
  if (style !== '') for (const [depth, level] of levels ?? []) if (level.style === style) return depth
  return undefined
}
