import type { Reading } from '../../../core/evidence.ts'
import { note, type Reader, Unreadable } from '../../reader.ts'
import { documentWith } from '../shared/document.ts'
import { withPictures } from '../shared/pictures.ts'
import { RtfText } from './text.ts'

/** What WordPad, old Word and WPS save as rtf, and some programmes as doc. */
export const rtf: Reader = {
  name: 'rtf',
  version: 6,
  formats: ['rtf'],

  async read(bytes, _format, options = { ocr: 'off' }) {
    const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
    if (!source.startsWith('{\\rtf'))
      throw new Unreadable('damaged', '文件已损坏或不完整，无法打开：请用 Word 或 WPS 打开核对，另存为 docx 后放入')
    const text = new RtfText()
    const ended = words(source, text)
    text.end()
    const { body, notes } = text.flows
    const found = documentWith({
      ...text,
      ...text.flows,
      body: [...body, ...notes],
      properties: trimmed(text.stated),
    })
    const reading = await withPictures(found, text.carried.found, options)
    return ended ? reading : cutOff(reading)
  },
}

const WORD = /\\(?:([a-zA-Z]{1,32})(-?\d{1,10})? ?|'([0-9a-fA-F]{2})|([^a-zA-Z]))/y
const PLAIN = /[^\\{}\r\n]+/y

/** Hands over word by word; answers whether the last brace closes the first and nothing stands behind it. */
function words(source: string, text: RtfText): boolean {
  let depth = 0
  for (let at = 0; at < source.length; ) {
    const sign = source[at]
    if (sign === '\\') at = control(source, at, text)
    else if (sign === '{' || sign === '}') {
      if (sign === '{') text.openGroup()
      else text.closeGroup()
      depth += sign === '{' ? 1 : -1
      at++
      if (depth === 0) return !/[^\s\0]/.test(source.slice(at))
    } else if (sign === '\r' || sign === '\n') at++
    else {
      PLAIN.lastIndex = at
      const run = PLAIN.exec(source)?.[0] ?? sign ?? ''
      text.run(run)
      at += run.length
    }
  }
  return false
}

const SYMBOLS: Readonly<Record<string, string>> = { '~': ' ', _: '-', '\\': '\\', '{': '{', '}': '}' }

function control(source: string, at: number, text: RtfText): number {
  WORD.lastIndex = at
  const [all = '\\', word, number, byte, symbol] = WORD.exec(source) ?? []
  const end = at + all.length
  if (word === 'bin') {
    const behind = end + Math.max(0, Number(number ?? 0))
    text.binary(Buffer.from(source.slice(end, behind), 'latin1'))
    return behind
  }
  if (word !== undefined) text.word(word, number === undefined ? undefined : Number(number))
  else if (byte !== undefined) text.byte(Number.parseInt(byte, 16))
  else if (symbol === '*') text.star()
  else if (symbol === '\n' || symbol === '\r') text.word('par', undefined)
  else if (symbol !== undefined && SYMBOLS[symbol]) text.byte(SYMBOLS[symbol].charCodeAt(0))
  return end
}

/** A moment that was never filled in is the year 0. */
function trimmed(stated: Readonly<Record<string, string>>): Reading['properties'] {
  const filled = Object.entries(stated).flatMap(([name, text]) =>
    text.trim() === '' || text.startsWith('0000') ? [] : [[name, text.trim()] as const],
  )
  return Object.fromEntries(filled)
}

function cutOff(reading: Reading): Reading {
  const cut = note('partly', '文件不完整，只读到前面一部分：请从原处重新复制，或用 Word 打开核对后另存为 docx')
  return { ...reading, extent: reading.passages.length > 0 ? 'partly' : 'unread', notes: [...reading.notes, cut] }
}
