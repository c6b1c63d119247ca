import type { Passage, Table } from '../../../core/evidence.ts'
import { shownIn } from '../shared/symbols.ts'
import { gridOf, placed, rowLines, type Spanning } from '../tables/grid.ts'
import { entitiesIn } from './entities.ts'

/** Elements whose content is no text. They end at their own end tag, whatever stands between. */
const RAW = new Set(['script', 'style', 'template', 'noscript', 'svg', 'object', 'select', 'iframe'])
const INLINE = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i img input ins kbd label mark o:p q s samp select small span strike strong sub sup textarea time tt u var wbr'.split(
    ' ',
  ),
)

type Cell = Spanning & { readonly paragraphs: string[] }

/** Gathers the paragraphs and tables of a page. It takes any text at all: browsers do, too. */
export class HtmlText {
  readonly passages: Passage[] = []
  readonly tables: Table[] = []
  title = ''
  pictures = 0
  /** Pages elsewhere of which this one is but the frame. */
  frames = 0

  #text = ''
  #inTitle = false
  /** What the elements that are open name as their fonts; a line that ends closes them, as so many are never closed. */
  #fonts: string[] = []
  #pre = 0
  // A table may stand in a table's cell.
  #grids: Cell[][][] = []

  read(html: string): void {
    for (let at = 0; at < html.length; ) {
      const next = html.indexOf('<', at)
      if (next < 0) {
        this.#say(html.slice(at))
        break
      }
      this.#say(html.slice(at, next))
      at = this.#markup(html, next)
    }
    this.#endLine()
    while (this.#grids.length > 0) this.#closeTable()
  }

  /** Answers where the markup ends. */
  #markup(html: string, at: number): number {
    if (html.startsWith('<!--', at)) return after(html, '-->', at + 4)
    const tag = tagAt(html, at)
    if (!tag) {
      const isMarkup = /[!?/]/.test(html[at + 1] ?? '')
      if (!isMarkup) this.#say('<')
      return isMarkup ? after(html, '>', at) : at + 1
    }
    if (tag.closes) this.#close(tag.name)
    else this.#open(tag)
    if (tag.closes || !RAW.has(tag.name)) return tag.end
    const end = endOf(html, tag.name, tag.end)
    if (tag.name === 'select') this.#say(chosenIn(html.slice(tag.end, end)))
    return end
  }

  #say(text: string): void {
    if (text === '') return
    const plain = shownIn(this.#fonts.at(-1) ?? '', entitiesIn(text))
    if (this.#inTitle) this.title += plain
    else this.#text += this.#pre > 0 ? plain : plain.replace(/[ \t\r\n\f]+/g, ' ')
  }

  #open({ name, attributes }: Tag): void {
    if (name === 'font' || name === 'span') this.#fonts.push(fontIn(attributes) || (this.#fonts.at(-1) ?? ''))
    if (name === 'br') this.#text += '\n'
    else if (name === 'img') this.pictures++
    else if (name === 'frame') this.frames++
    else if (name === 'input') this.#say(filledIn(attributes))
    else if (name === 'title') this.#inTitle = true
    else if (!INLINE.has(name)) this.#endLine()
    if (name === 'pre') this.#pre++
    else if (name === 'table') this.#grids.push([])
    else if (name === 'tr') this.#grids.at(-1)?.push([])
    else if (name === 'td' || name === 'th') this.#openCell(attributes)
  }

  #openCell(attributes: string): void {
    const grid = this.#grids.at(-1)
    if (!grid) return
    if (grid.length === 0) grid.push([])
    const [columns, rows] = [spanIn(attributes, 'colspan'), spanIn(attributes, 'rowspan')]
    grid.at(-1)?.push({ columns, rows, paragraphs: [] })
  }

  #close(name: string): void {
    if (name === 'font' || name === 'span') this.#fonts.pop()
    if (name === 'title') this.#inTitle = false
    if (!INLINE.has(name)) this.#endLine()
    if (name === 'pre') this.#pre = Math.max(0, this.#pre - 1)
    if (name === 'table' && this.#grids.length > 0) this.#closeTable()
  }

  #endLine(): void {
    const lines = this.#text.split('\n').map((line) => line.replaceAll('\u00a0', ' ').trim())
    this.#text = ''
    this.#fonts = []
    this.#put(lines.filter((line) => line !== ''))
  }

  #put(lines: readonly string[]): void {
    const cell = this.#grids.at(-1)?.at(-1)?.at(-1)
    if (cell) cell.paragraphs.push(...lines)
    else this.passages.push(...lines.map((text) => ({ text, at: {} })))
  }

  #closeTable(): void {
    const cells = placed((this.#grids.pop() ?? []).filter((row) => row.length > 0))
    if (cells.length === 0) return
    this.tables.push(gridOf(cells, `表${this.tables.length + 1}`))
    this.#put(cells.flatMap(rowLines))
  }
}

type Tag = { readonly name: string; readonly closes: boolean; readonly attributes: string; readonly end: number }

const NAME = /<(\/?)([a-zA-Z][\w:-]{0,40})/y

/** A tag ends at the first `>` outside quotes. */
function tagAt(html: string, at: number): Tag | undefined {
  NAME.lastIndex = at
  const found = NAME.exec(html)
  if (!found) return undefined
  let end = at + found[0].length
  const start = end
  for (let quote = ''; end < html.length; end++) {
    const sign = html[end]!
    if (quote !== '') quote = sign === quote ? '' : quote
    else if (sign === '>') break
    else if ((sign === '"' || sign === "'") && html[end - 1] === '=') quote = sign
  }
  return { name: found[2]!.toLowerCase(), closes: found[1] === '/', attributes: html.slice(start, end), end: end + 1 }
}

function after(html: string, sign: string, from: number): number {
  const at = html.indexOf(sign, from)
  return at < 0 ? html.length : at + sign.length
}

function endOf(html: string, name: string, from: number): number {
  const end = new RegExp(`</${name}\\b`, 'gi')
  end.lastIndex = from
  const found = end.exec(html)
  return found ? found.index : html.length
}

/** Saved pages of systems hold their data in the fields of a form. */
function filledIn(attributes: string): string {
  const type = statedIn(attributes, 'type').toLowerCase()
  if (type === 'checkbox' || type === 'radio') return /\schecked\b/i.test(attributes) ? '☑' : '□'
  return TYPED.has(type) ? statedIn(attributes, 'value') : ''
}

const TYPED = new Set(['', 'text', 'date', 'datetime-local', 'month', 'number', 'search', 'tel', 'email', 'url'])

function statedIn(attributes: string, name: string): string {
  const found = new RegExp(
    `(?:^|\\s)${name}\\s{0,4}=\\s{0,4}(?:"([^"]{0,2000})"|'([^']{0,2000})'|([^\\s"'>]{1,500}))`,
    'i',
  )
  const [, double, single, bare] = found.exec(attributes) ?? []
  return double ?? single ?? bare ?? ''
}

/** The first font of a list. */
function fontIn(attributes: string): string {
  const named = statedIn(attributes, 'face') || /font-family\s{0,4}:\s{0,4}([^;"]{1,80})/i.exec(attributes)?.[1]
  return (named ?? '').split(',')[0]!.replace(/["']|&quot;/g, '')
}

const chosenIn = (options: string): string =>
  /<option\b[^>]{0,500}\sselected\b[^>]{0,500}>([^<]{0,500})/i.exec(options)?.[1] ?? ''

function spanIn(attributes: string, name: string): number {
  const found = new RegExp(`\\b${name}\\s{0,4}=\\s{0,4}["']?(\\d{1,4})`, 'i').exec(attributes)
  return Math.max(1, Math.min(1000, Number(found?.[1] ?? 1)))
}
