import type { Passage, Table } from '../../../core/evidence.ts'
import { Leaves } from '../shared/leaves.ts'
import { gapBehind } from '../shared/numerals.ts'
import { boxOf, isSymbolFont, shownIn } from '../shared/symbols.ts'
import { gridOf, rowLines } from '../tables/grid.ts'
import { RtfPictures } from './pictures.ts'
import { RtfTable } from './table.ts'
import {
  CHARSETS,
  CODEPAGES,
  DESTINATIONS,
  type Destination,
  type Flow,
  isFlow,
  KNOWN_STARRED,
  SIGNS,
} from './words.ts'

type State = {
  readonly destination: Destination
  /** The text follows a second time, in Unicode. */
  readonly spelledTwice: boolean
  /** How many signs stand for old readers behind a Unicode sign. */
  readonly fallback: number
  readonly font: string
  readonly hidden: boolean
  readonly deleted: boolean
  readonly inserted: boolean
}

const MOMENT = new Map([
  ['yr', ''],
  ['mo', '-'],
  ['dy', '-'],
  ['hr', ' '],
  ['min', ':'],
])

/** What Word writes where a form's box was never touched. */
const UNSET = 25

const FORM = new Set(['fftype', 'ffres', 'ffdefres'])

const PAGES = new Set(['page', 'sect', 'pagebb'])

const START: State = {
  destination: 'text',
  spelledTwice: false,
  fallback: 1,
  font: '',
  hidden: false,
  deleted: false,
  inserted: false,
}

/** Takes the words of an RTF file as they come and gathers its paragraphs and tables. */
export class RtfText {
  readonly body: Passage[] = []
  readonly notes: Passage[] = []
  readonly margins: Passage[] = []
  readonly tables: Table[] = []
  readonly stated: Record<string, string> = {}
  changes = 0
  comments = 0
  hidden = 0
  pictures = 0
  readonly carried = new RtfPictures()

  #state = START
  #stack: State[] = []
  #starred = false
  /** Nothing of the group has been read yet. */
  #begins = false
  #skip = 0
  #bytes: number[] = []
  #fonts = new Map<string, string>()
  #fontNames = new Map<string, string>()
  #defined = ''
  /** A form field's box: of which type it is, whether it is ticked, and whether it was when the form was new. */
  #box = { type: 0, ticked: UNSET, before: 0 }
  #encoding = 'gb18030'
  #mark = ''
  #number = ''
  #text: Record<Flow, string> = { text: '', box: '', note: '', margin: '' }
  #table = new RtfTable()
  #leaves = new Leaves()

  openGroup(): void {
    this.#flush()
    this.#stack.push(this.#state)
    this.#skip = 0
    this.#begins = true
  }

  closeGroup(): void {
    this.#flush()
    const before = this.#stack.pop() ?? START
    const { destination } = this.#state
    if (isFlow(destination) && destination !== 'text' && before.destination !== destination) this.#endLine(destination)
    this.#state = before
    this.#skip = 0
    this.#starred = false
    if (destination === 'number' && before.destination !== 'number') this.#endNumber()
    if (destination === 'picture' && before.destination !== 'picture') this.carried.end()
  }

  /** A bullet is no number. */
  #endNumber(): void {
    const label = this.#number.trim()
    this.#number = ''
    if (/[\p{L}\p{N}]/u.test(label)) this.#say(label + gapBehind(label))
  }

  /** Only what a group begins with says what the group is for. */
  star(): void {
    this.#starred = this.#begins
  }

  /** Signs that no word or brace parts. */
  run(signs: string): void {
    if (this.#state.destination === 'picture') this.carried.digits(signs)
    else for (let at = 0; at < signs.length; at++) this.byte(signs.charCodeAt(at))
  }

  /** Bytes as they are. */
  binary(bytes: Buffer): void {
    if (this.#state.destination === 'picture') this.carried.bytes(bytes)
  }

  /** A byte that belongs to the encoding of the font. */
  byte(byte: number): void {
    this.#begins = false
    if (this.#skip > 0) this.#skip--
    else if (this.#state.destination !== 'other') this.#bytes.push(byte)
  }

  word(word: string, number: number | undefined): void {
    this.#begins = false
    if (word === 'u') {
      this.#unicode(number ?? 0)
      return
    }
    if (this.#skip > 0 && word !== 'uc') this.#skip--
    this.#flush()
    const starred = this.#starred
    this.#starred = false
    const destination = starred && !KNOWN_STARRED.has(word) ? 'other' : DESTINATIONS.get(word)
    if (word === 'fldrslt') this.#tick()
    if (destination !== undefined) this.#enter(word, destination)
    else if (FORM.has(word)) this.#fillIn(word, number ?? 0)
    else if (this.#state.destination === 'fonts') this.#defineFont(word, number)
    else if (this.#state.destination === 'picture') this.carried.word(word, number ?? 0)
    else if (this.#isMoment()) this.#time(word, number ?? 0)
    else this.#format(word, number)
  }

  end(): void {
    this.#flush()
    this.#endLine('text')
    this.#endTable()
  }

  #enter(word: string, destination: Destination): void {
    if (word === 'annotation') this.comments++
    const inside = this.#mayEnter(destination) ? destination : this.#state.destination
    if (inside === 'picture') this.pictures++
    this.#state = { ...this.#state, destination: inside }
  }

  /** What stands in the information group is text only for some, and of a shape's properties only a picture is shown. */
  #mayEnter(destination: Destination): boolean {
    if (this.#state.destination === 'property') return destination === 'picture' || destination === 'other'
    return this.#state.destination !== 'other' || ['title', 'author', 'created', 'modified'].includes(destination)
  }

  #defineFont(word: string, number: number | undefined): void {
    if (word === 'f') this.#defined = String(number)
    if (word === 'fcharset') this.#fonts.set(this.#defined, CHARSETS.get(String(number)) ?? '')
  }

  /** Stands among what a field is told to do, and shows in its place. */
  #fillIn(word: string, number: number): void {
    if (word === 'fftype') this.#box = { type: number, ticked: UNSET, before: 0 }
    else if (word === 'ffres') this.#box.ticked = number
    else this.#box.before = number
  }

  #tick(): void {
    const { type, ticked, before } = this.#box
    this.#box = { type: 0, ticked: UNSET, before: 0 }
    if (type === 1) this.#say(boxOf((ticked === UNSET ? before : ticked) === 1))
  }

  #isMoment(): boolean {
    return this.#state.destination === 'created' || this.#state.destination === 'modified'
  }

  #time(word: string, number: number): void {
    const name = this.#state.destination
    const part = MOMENT.get(word)
    if (part === undefined) return
    this.stated[name] = (this.stated[name] ?? '') + part + String(number).padStart(word === 'yr' ? 4 : 2, '0')
  }

  #format(word: string, number: number | undefined): void {
    const sign = SIGNS.get(word)
    if (sign !== undefined) this.#say(sign)
    else if (word === 'upr' || word === 'ud') this.#state = { ...this.#state, spelledTwice: word === 'upr' }
    else if (word === 'uc') this.#state = { ...this.#state, fallback: Math.min(16, Math.max(0, number ?? 1)) }
    else if (word === 'ansicpg') this.#encoding = CODEPAGES.get(String(number)) ?? 'windows-1252'
    else if (word === 'f') this.#state = { ...this.#state, font: String(number) }
    else if (word === 'v') this.#state = { ...this.#state, hidden: number !== 0 }
    else if (word === 'deleted') this.#state = { ...this.#state, deleted: number !== 0 }
    else if (word === 'revised') this.#state = { ...this.#state, inserted: number !== 0 }
    else if (word === 'plain')
      this.#state = { ...this.#state, hidden: false, deleted: false, inserted: false, font: '' }
    else this.#structure(word, number ?? 0)
  }

  #structure(word: string, number: number): void {
    const { destination } = this.#state
    if (word === 'par' || word === 'sect' || word === 'page') this.#endParagraph()
    if (destination !== 'text') return
    if (PAGES.has(word) && !this.#table.isOpen()) this.#leaves.turn()
    if (word === 'cell') {
      this.#table.endCell(this.#text.text)
      this.#text.text = ''
    } else this.#table.word(word, number)
  }

  #unicode(number: number): void {
    this.#flush()
    this.#skip = this.#state.fallback
    this.#say(String.fromCharCode((number + 0x10000) % 0x10000))
  }

  #flush(): void {
    if (this.#bytes.length === 0) return
    const font = this.#fonts.get(this.#state.font)
    // A Chinese programme seldom bothers to leave the Latin font before it writes Chinese.
    const drawn = this.#bytes.length === 1 && isSymbolFont(this.#fontNames.get(this.#state.font) ?? '')
    const encoding = drawn ? 'latin1' : font && font !== 'windows-1252' ? font : this.#encoding
    const text = new TextDecoder(encoding).decode(Uint8Array.from(this.#bytes))
    this.#bytes = []
    this.#say(text)
  }

  #say(text: string): void {
    const { destination, deleted, hidden, inserted, spelledTwice } = this.#state
    if (spelledTwice) return
    if (destination === 'title' || destination === 'author')
      this.stated[destination] = (this.stated[destination] ?? '') + text
    if (destination === 'number') this.#number += text
    if (destination === 'fonts') this.#nameFont(text)
    if (!isFlow(destination)) return
    const mark = deleted ? 'deleted' : hidden ? 'hidden' : inserted ? 'inserted' : ''
    if (mark !== this.#mark) {
      if (mark === 'hidden') this.hidden++
      else if (mark !== '') this.changes++
    }
    this.#mark = mark
    if (deleted || hidden) return
    if (destination === 'text' && this.#table.isBehind()) this.#endTable()
    this.#text[destination] += shownIn(this.#fontNames.get(this.#state.font) ?? '', text)
  }

  /** The name ends at a semicolon. */
  #nameFont(text: string): void {
    const name = (this.#fontNames.get(this.#defined) ?? '') + text
    if (name.length <= 100) this.#fontNames.set(this.#defined, name.replace(/;.*$/s, '').trimStart())
  }

  #endParagraph(): void {
    const { destination } = this.#state
    if (destination === 'text' && this.#table.isOpen()) {
      this.#table.addParagraph(this.#text.text)
      this.#text.text = ''
    } else if (isFlow(destination)) this.#endLine(destination)
  }

  #endLine(where: Flow): void {
    const into = { text: this.body, box: this.body, note: this.notes, margin: this.margins }[where]
    const mark = where === 'text' ? this.#leaves.mark : {}
    for (const line of this.#text[where].split('\n'))
      if (line.trim() !== '') into.push({ text: line.trim(), at: {}, ...mark })
    this.#text[where] = ''
  }

  #endTable(): void {
    const grid = this.#table.end()
    if (!grid) return
    const { mark } = this.#leaves
    this.tables.push({ ...gridOf(grid, `表${this.tables.length + 1}`), ...mark })
    for (const line of grid.flatMap(rowLines)) this.body.push({ text: line, at: {}, ...mark })
  }
}
