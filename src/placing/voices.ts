import type { Evidence, Table } from '../core/evidence.ts'
import { isImage } from '../core/evidence.ts'
import type { Voices } from '../core/package.ts'
import { paperWord } from '../language/paper-words.ts'
import { clipped, plain } from '../language/text.ts'
import { stretchesIn } from './stretches.ts'

/** How much of a text tells what it is about. */
const OPENING = 500
const SECTIONS = 60
const SHEETS = 12
const SECTION = new RegExp(
  `^(?:第?[一二三四五六七八九十百]{1,4}(?:[、.．,]|${paperWord('sectionParts')})|[(（][一二三四五六七八九十]{1,3}[)）]|\\d{1,2}(?:[、.．](?!\\d)|\\s+(?=\\p{Script=Han}))|${paperWord('annexes')}\\d?[:：]?|附[:：])\\s*(.*)$`,
  'u',
)
/** A sheet that nobody gave a name. */
const UNNAMED = new RegExp(`^(?:sheet|${paperWord('sheetNames')})\\d*$`, 'iu')

/** What of a text says what the paper and its parts are about. It hangs on the reading alone, so it can be kept. */
export function voicesIn(evidence: Evidence): Voices {
  const lines = linesIn(evidence)
  return {
    opening: clipped(lines.slice(0, 40).join(' '), OPENING),
    captions: isImage(evidence) && lines.length <= 12 ? lines : [],
    sections: sectionsIn(lines),
    sheets: sheetsIn(evidence.tables),
    stretches: stretchesIn(evidence),
  }
}

/** Lines of a page are broken where the paper ends; a section's head is what stands before the first stop. */
function linesIn({ passages }: Pick<Evidence, 'passages'>): string[] {
  return passages.slice(0, 400).flatMap(({ text }) => {
    const line = plain(text.slice(0, 1000)).trim()
    return line === '' ? [] : [line]
  })
}

function sectionsIn(lines: readonly string[]): Voices['sections'] {
  const sections: { head: string; text: string }[] = []
  for (const [at, line] of lines.entries()) {
    const own = SECTION.exec(line)?.[1]
    if (own === undefined || sections.length >= SECTIONS) continue
    const head = own.split(/[。;:；：]/u)[0]!
    if (head.length < 2 && !/^第/u.test(line)) continue
    sections.push({
      head: clipped(head, 60),
      text: clipped(
        [own.slice(head.length), ...lines.slice(at + 1, at + 5).filter((next) => !SECTION.test(next))].join(''),
        200,
      ),
    })
  }
  return sections
}

/** Of each table what its sheet is called, its first row of one text, and its header words. */
const sheetsIn = (tables: readonly Table[]): Voices['sheets'] =>
  tables
    .filter(({ hidden }) => !hidden)
    .slice(0, SHEETS)
    .map((table) => {
      const filled = table.rows
        .slice(0, 6)
        .map(({ values }) =>
          values.flatMap((value) => (value === null || String(value).trim() === '' ? [] : [plain(String(value))])),
        )
      const title = filled.find((cells) => cells.length === 1 && cells[0]!.length >= 4)?.[0] ?? ''
      const head = filled.find((cells) => cells.length > 2) ?? []
      return {
        name: UNNAMED.test(table.name) || table.name.length < 4 ? '' : table.name,
        title: clipped(title, 80),
        head: clipped(head.join(' '), 200),
      }
    })
