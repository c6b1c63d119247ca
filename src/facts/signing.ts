import type { Evidence } from '../core/evidence.ts'
import { cellPlace } from '../core/evidence.ts'
import type { Blank } from '../core/fact.ts'
import type { Place } from '../core/place.ts'
import { plain } from '../language/text.ts'
import { wordLists } from '../language/words.ts'
import { type Line, quoted } from './lines.ts'
import { isOrgan } from './organs.ts'

/**
 * What a paper leaves open where it is signed: 乙方（盖章）：＿＿, 代表签字：  年 月 日, a form's 审查结论 without a word.
 * What a label says is its last word, so that any party and any office may stand before it; a name on the next line fills
 * it. Annexes are forms for others to fill in.
 */
export function blanksOf(evidence: Pick<Evidence, 'path' | 'tables'>, lines: readonly Line[]): Blank[] {
  const end = lines.findIndex(({ text }) => ANNEX.test(text))
  const own = end < 0 ? lines : lines.slice(0, end)
  const found = own.flatMap((line, at) =>
    line.text.length > LONGEST ? [] : blanksIn(line.raw, quoted(line), own[at + 1]),
  )
  return [...found, ...resultsIn(evidence, found)]
}

const LONGEST = 80
const ANNEX = /^(?:附件|附表|附录)\d{0,2}(?::|$)/
const NOTHING = /^[\s_.…—\-/]*$/
const OPEN_DAY = /(?:(?:19|20)\d{0,2})?年(?:\d{1,2})?月日/

type Words = { readonly sign: RegExp; readonly days: RegExp; readonly results: RegExp }
let known: Words | undefined

function words(): Words {
  const lists = wordLists('signing')
  const ending = (name: string) => new RegExp(`(?:${(lists.get(name) ?? []).join('|')})(?:\\([^()]{0,8}\\))?$`, 'u')
  known ??= { sign: ending('sign'), days: ending('days'), results: ending('results') }
  return known
}

function blanksIn(raw: string, at: Place, next: Line | undefined): Blank[] {
  const blanks: Blank[] = []
  for (const piece of piecesOf(raw)) {
    const [, label = '', value = ''] =
      /^([^:]{0,24}):(.*)$/u.exec(piece) ?? (OPEN_DAY.test(piece) ? ['', '', piece] : [])
    const isOpenDay = OPEN_DAY.test(value)
    const said = value.replace(OPEN_DAY, '')
    if (!NOTHING.test(said)) continue
    // 乙方(盖章), 法定代表人(签字): what is asked for stands in brackets.
    if (words().sign.test(label.replace(/\)$/u, '')) && !(next && !isOpenDay && fills(next)))
      blanks.push({ what: 'name', label, at })
    if (isOpenDay || (words().days.test(label) && value.trim() === '' && label.length <= 8))
      blanks.push({ what: 'day', label: label || '日期', at })
  }
  return blanks
}

/** 甲方(盖章):某局 | 法定代表人: — gaps part them, and so does the name of another party. */
function piecesOf(raw: string): string[] {
  return raw
    .normalize('NFKC')
    .replace(/年\s*(\d{0,2})\s*月\s*日/gu, '年$1月日')
    .split(/\t+|\s{2,}|(?<=\S)\s*(?=[甲乙丙丁]方\s*[(:])/u)
    .map((piece) => plain(piece.replace(/_+/gu, ' ')).trim())
    .filter((piece) => piece !== '')
}

/** A name on the line below: a body, or a person's. */
const fills = ({ text }: Line): boolean =>
  isOrgan(text) || (/^\p{Script=Han}{2,4}$/u.test(text) && !/[年月日]/u.test(text))

/** Rows of a form whose label asks for a result and whose other cells are empty. A table with many rows is a ledger. */
function resultsIn({ path, tables }: Pick<Evidence, 'path' | 'tables'>, signed: readonly Blank[]): Blank[] {
  return tables.flatMap((table) => {
    if (table.kind === 'sheet') return []
    const filled = table.rows.filter(({ values }) => values.slice(1).some((value) => !isEmpty(value)))
    return table.rows.flatMap(({ index, values }) => {
      const label = plain(String(values[0] ?? '')).trim()
      if (values.length < 2 || !words().results.test(label) || !values.slice(1).every(isEmpty)) return []
      // Heads of a ledger stand over filled columns; a form has its labels at the left.
      if (filled.length === 0 && signed.length === 0) return []
      return [{ what: 'result', label, at: cellPlace(path, table, index, 0, label) } as const]
    })
  })
}

/** Nothing, or only what a form prints for a signature: 签字：  年 月 日 */
function isEmpty(value: unknown): boolean {
  const text = plain(
    String(value ?? '')
      .normalize('NFKC')
      .replace(/年\s*月\s*日/gu, ''),
  ).trim()
  return NOTHING.test(text) || (/:$/.test(text) && words().sign.test(text.replace(/:$/, '')))
}
