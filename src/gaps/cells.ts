import { visible } from '../language/visible.ts'

// Excel refuses a workbook whose cell holds more.
const MOST = 32_767
// What spreadsheets take for an escape of theirs.
const ESCAPE = /_(?=x[\da-f]{4}_)/giu
const CUT = '……（过长，已截短，全文见 JSON 报告）'

/**
 * Foreign text for a spreadsheet cell. A leading = + - @ would become a formula when the cell is edited or saved as CSV,
 * so it gets an apostrophe in front; control codes become visible; too long a text is cut, and says so.
 */
export function safe(text: string): string {
  const lines = text.split(/\r?\n/).map(visible).join('\n')
  const shown = /^[\s]*[=+\-@＝＋－＠]/u.test(lines) ? `'${lines}` : lines
  const cut = shown.length <= MOST ? shown : shown.slice(0, MOST - CUT.length) + CUT
  return cut.replace(ESCAPE, '_x005F_')
}
