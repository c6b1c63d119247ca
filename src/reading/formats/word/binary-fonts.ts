/** Where the file information block says where the table of fonts lies. */
const FONTS = 0x112
/** What stands before a font's name in its record, the length of the record included. */
const HEAD = 40

/** The names of a binary Word file's fonts, by their numbers. A table that is broken costs the names. */
export function fontNames(word: Buffer, table: Buffer): (font: number) => string {
  const names = namesIn(word, table)
  return (font) => names[font] ?? ''
}

function namesIn(word: Buffer, table: Buffer): string[] {
  const [start, size] = [word.readUInt32LE(FONTS), word.readUInt32LE(FONTS + 4)]
  const end = Math.min(start + size, table.length)
  const names: string[] = []
  for (let at = start + 4; at + HEAD < end; ) {
    const record = table.subarray(at, at + table.readUInt8(at) + 1)
    names.push(record.subarray(HEAD).toString('utf16le').split('\0', 1)[0] ?? '')
    at += record.length
  }
  return names
}
