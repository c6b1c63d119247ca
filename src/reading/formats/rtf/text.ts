import { gapBehind } from '../shared/numerals.ts'
import { RtfFlows } from './flows.ts'
import { RtfFonts } from './fonts.ts'
import { FormBox, isOfForm } from './form-box.ts'
import { RtfPictures } from './pictures.ts'
import { formatted, markOf, START, type State } from './state.ts'
import { DESTINATIONS, type Destination, isFlow, KNOWN_STARRED, SIGNS } from './words.ts'

const MOMENT = new Map([
  ['yr', ''],
  ['mo', '-'],
  ['dy', '-'],
  ['hr', ' '],
  ['min', ':'],
])

/** Takes the words of an RTF file as they come: which group says what, and whether it is shown. */
export class RtfText {
  readonly flows = new RtfFlows()
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
  #fonts = new RtfFonts()
  #box = new FormBox()
  #mark = ''
  #number = ''

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
    if (isFlow(destination) && destination !== 'text' && before.destination !== destination)
      this.flows.endLine(destination)
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
    else if (isOfForm(word)) this.#box.fillIn(word, number ?? 0)
    else if (this.#state.destination === 'fonts') this.#fonts.define(word, number)
    else if (this.#state.destination === 'picture') this.carried.word(word, number ?? 0)
    else if (this.#isMoment()) this.#time(word, number ?? 0)
    else this.#format(word, number)
  }

  end(): void {
    this.#flush()
    this.flows.endLine('text')
    this.flows.endTable()
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

  #tick(): void {
    const sign = this.#box.take()
    if (sign !== undefined) this.#say(sign)
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
    const state = formatted(this.#state, word, number)
    if (sign !== undefined) this.#say(sign)
    else if (word === 'ansicpg') this.#fonts.codepage(number)
    else if (state) this.#state = state
    else this.#structure(word, number ?? 0)
  }

  #structure(word: string, number: number): void {
    const { destination } = this.#state
    const ends = word === 'par' || word === 'sect' || word === 'page'
    if (ends && isFlow(destination)) this.flows.endParagraph(destination)
    if (destination === 'text') this.flows.part(word, number)
  }

  #unicode(number: number): void {
    this.#flush()
    this.#skip = this.#state.fallback
    this.#say(String.fromCharCode((number + 0x10000) % 0x10000))
  }

  #flush(): void {
    if (this.#bytes.length === 0) return
    const text = this.#fonts.decoded(this.#bytes, this.#state.font)
    this.#bytes = []
    this.#say(text)
  }

  #say(text: string): void {
    const { destination, deleted, hidden, spelledTwice } = this.#state
    if (spelledTwice) return
    if (destination === 'title' || destination === 'author')
      this.stated[destination] = (this.stated[destination] ?? '') + text
    if (destination === 'number') this.#number += text
    if (destination === 'fonts') this.#fonts.name(text)
    if (!isFlow(destination)) return
    const mark = markOf(this.#state)
    if (mark !== this.#mark) {
      if (mark === 'hidden') this.hidden++
      else if (mark !== '') this.changes++
    }
    this.#mark = mark
    if (deleted || hidden) return
    this.flows.say(destination, this.#fonts.shown(text, this.#state.font))
  }
}
