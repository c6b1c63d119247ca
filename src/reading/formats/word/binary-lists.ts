import { WordNumbers } from './numbers.ts'

/** [MS-OSHARED] MSONFC: how numbers are written, by the names that docx has for them. */
const FORMATS: Readonly<Record<number, string>> = {
  0: 'decimal',
  1: 'upperRoman',
  2: 'lowerRoman',
  3: 'upperLetter',
  4: 'lowerLetter',
  10: 'ideographDigital',
  11: 'japaneseCounting',
  14: 'decimalFullWidth',
  18: 'decimalEnclosedCircle',
  19: 'decimalFullWidth',
  22: 'decimalZero',
  23: 'bullet',
  27: 'decimalEnclosedParen',
  28: 'decimalEnclosedCircleChinese',
  29: 'ideographEnclosedCircle',
  30: 'ideographTraditional',
  31: 'ideographZodiac',
  33: 'taiwaneseCounting',
  35: 'taiwaneseCountingThousand',
  37: 'chineseCounting',
  38: 'chineseLegalSimplified',
  39: 'chineseCountingThousand',
  255: 'none',
}

// Of the file information block: where the lists and what overrides them lie in the table stream.
const [LISTS, OVERRIDES] = [0x2e2, 0x2ea]
const [LIST_SIZE, LEVEL_SIZE, OVERRIDE_SIZE] = [28, 28, 16]
const MOST = 2000

/** The rules by which a binary Word file numbers its paragraphs; none where they are cut off, for the text stands without. */
export function listsIn(word: Buffer, table: Buffer): WordNumbers {
  const numbers = new WordNumbers()
  try {
    tellLists(table, word.readUInt32LE(LISTS), numbers)
    tellOverrides(table, word.readUInt32LE(OVERRIDES), word.readUInt32LE(OVERRIDES + 4), numbers)
  } catch (error) {
    if (error instanceof RangeError) return new WordNumbers()
    throw error
  }
  return numbers
}

/** The rules are told as a docx would tell them. */
function tell(numbers: WordNumbers, tag: string, said: Readonly<Record<string, string | number>>): void {
  numbers.open(tag, new Map(Object.entries(said).map(([name, value]) => [name, String(value)])))
}

function tellLists(table: Buffer, start: number, numbers: WordNumbers): void {
  const count = Math.min(MOST, table.readUInt16LE(start))
  let at = start + 2 + count * LIST_SIZE
  for (let i = 0; i < count; i++) {
    const list = start + 2 + i * LIST_SIZE
    const isSimple = (table.readUInt8(list + 26) & 1) === 1
    tell(numbers, 'abstractNum', { abstractNumId: table.readInt32LE(list) })
    for (let depth = 0; depth < (isSimple ? 1 : 9); depth++) at = tellLevel(table, at, depth, numbers)
  }
}

/** Answers where the level ends. Signs below 9 in its text stand for the numbers of the levels. */
function tellLevel(table: Buffer, at: number, depth: number, numbers: WordNumbers): number {
  const text = at + LEVEL_SIZE + table.readUInt8(at + 24) + table.readUInt8(at + 25)
  const length = table.readUInt16LE(text)
  const end = text + 2 + length * 2
  if (end > table.length) throw new RangeError('a level of a list is cut off')
  const label = table.subarray(text + 2, end).toString('utf16le')
  tell(numbers, 'lvl', { ilvl: depth })
  tell(numbers, 'start', { val: table.readInt32LE(at) })
  tell(numbers, 'numFmt', { val: FORMATS[table.readUInt8(at + 4)] ?? 'decimal' })
  tell(numbers, 'lvlText', { val: label.replace(/[\x00-\x08]/g, (sign) => `%${sign.charCodeAt(0) + 1}`) })
  if ((table.readUInt8(at + 5) & 4) !== 0) tell(numbers, 'isLgl', { val: 1 })
  if (table.readUInt8(at + 15) === 2) tell(numbers, 'suff', { val: 'nothing' })
  numbers.close('lvl')
  return end
}

/** What paragraphs point at, from 1. Where some level of one begins anew, that stands behind all of them. */
function tellOverrides(table: Buffer, start: number, size: number, numbers: WordNumbers): void {
  if (size < 4) return
  const count = Math.min(MOST, table.readUInt32LE(start))
  let at = start + 4 + count * OVERRIDE_SIZE
  for (let i = 0; i < count; i++) {
    const override = start + 4 + i * OVERRIDE_SIZE
    tell(numbers, 'num', { numId: i + 1 })
    tell(numbers, 'abstractNumId', { val: table.readInt32LE(override) })
    const levels = table.readUInt8(override + 12)
    if (at + 4 > start + size) continue
    at += 4
    for (let level = 0; level < levels; level++) {
      const flags = table.readUInt32LE(at + 4)
      tell(numbers, 'lvlOverride', { ilvl: flags & 0xf })
      if ((flags & 0x10) !== 0) tell(numbers, 'startOverride', { val: table.readInt32LE(at) })
      at += 8
      // The level is described anew as well: what that says is passed over.
      if ((flags & 0x20) !== 0) at = tellLevel(table, at, 0, new WordNumbers())
    }
  }
}
