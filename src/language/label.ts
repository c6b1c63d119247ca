import { plain } from './plain.ts'

/** One header cell as it is meant: its words without spaces, and what stands in brackets apart. */
export type Label = {
  readonly text: string
  /** In brackets: a unit (万元), a choice (是/否), or another name. */
  readonly notes: readonly string[]
}

const BRACKETS = /[([【〔{][^)\]】〕}]{0,40}[)\]】〕}]?/gu
const SERIAL = /^(?:\(?\d{1,2}[.、)]|[一二三四五六七八九十]{1,3}、|其中:?)/u
/** 受理/不予受理 is 受理, whatever came of it. */
const OR_NOT = /^(\p{Script=Han}{2,6})\/(?:不予|不|未|非|无)\1/u
const COPY = /[_-]\d{1,2}$/u

// From where they begin: from each of them the search would run to the end again.
const STOPS = /(?<![:;,。])[:;,。]+$/u

/** 3.*罚款金额（万元）： is 罚款金额, with 万元 beside it. */
export function labelOf(cell: string): Label {
  const signs = plain(cell)
    .replace(/\s+/gu, '')
    .replace(/[*＊※]/gu, '')
    .replace(SERIAL, '')
  const notes: string[] = []
  const text = signs.replace(BRACKETS, (found) => {
    const inner = found.slice(1).replace(/[)\]】〕}]$/u, '')
    if (inner) notes.push(inner)
    return ''
  })
  const own = text.replace(STOPS, '').replace(COPY, '').replace(OR_NOT, '$1')
  return own === '' && notes.length > 0 ? { text: notes.join(''), notes: [] } : { text: own, notes }
}
