import { type Genre, genres } from '../language/genres.ts'
import { withoutBody } from '../language/issuers.ts'
import { plain } from '../language/text.ts'
import { oneOf } from '../language/words.ts'
import { solid, spelled } from './wording.ts'

/**
 * A name of a paper, taken apart: issuer, what it is about, and the kind of paper it is. 关于印发《甲办法》的通知 is both a
 * 通知 and a 办法; what stands in other 《》 is what the paper is about, and names nothing.
 */
export type Heading = {
  /** What it is about, spelt for searching; conjuncts end at `ends`. */
  readonly matter: string
  readonly ends: readonly number[]
  /** What stands in 《》 and is not issued by it. */
  readonly subject: string
  readonly genres: ReadonlySet<Genre>
  /** How many of the last signs of the matter name the kind of paper. */
  readonly kind: number
  /** 征求意见稿, 送审稿: not the final paper. */
  readonly draft: string
  /** 模板, 空白: nobody has filled it in. */
  readonly blank: string
  /** It says that something did not happen, or is not there. */
  readonly denied: boolean
}

const BOOK = /[《〈]([^《》〈〉]{2,80})[》〉]/gu
const words = (list: string): string => oneOf('naming', list)
const ISSUING = new RegExp(`${words('issuing')}[^《》]{0,6}$`, 'u')
const SEEKING = new RegExp(words('seeking'), 'u')
const ASIDE = /[([【〔][^()[\]【】〔〕]{0,40}[)\]】〕]/gu
const DENIED = new RegExp(`未(?!${words('notUndone')})|无(?!${words('notWithout')})|${words('denying')}`, 'u')
const NIL = new RegExp(words('nilAsides'), 'u')
const CARRYING: ReadonlySet<Genre> = new Set([
  '通知',
  '公告',
  '决定',
  '意见稿',
  '函件',
  '材料',
  '页面',
  '照片',
  '样本',
  '起草说明',
])
/** 征求意见的公告 carries no 意见. */
const CARRIED_NOT: ReadonlySet<Genre> = new Set(['意见', '函件', '公告'])
// Marks of copies and editions, behind which the kind of paper stands.
const TAIL = new RegExp(`(?:\\d+|${words('copies')})+$`, 'u')
/** 关于报送年度报告的通知 is no 报告. */
const ASKING = new RegExp(words('asking'), 'u')
/** A year or an edition in an aside. */
const EDITION = new RegExp(`\\d{4}|${words('editions')}`, 'u')
const ABOUT = new RegExp(`^${words('about')}`, 'u')
/** A draft's word at the end; 甲办法(送审稿)合法性审核意见书 is none. */
const DRAFTED = (word: string): RegExp =>
  new RegExp(`[([【〔]?[^()]{0,8}${word}[^()]{0,8}[)\\]】〕]?[\\s\\d._-]*${words('carriers')}?$`, 'u')
const CONJUNCT = /[、,;和]|(?<!参)与|(?<![涉普])及(?!时)|以及|暨|\+|&|_|-|—|·|\s/u

export function headingOf(text: string, bodies: readonly string[]): Heading {
  const clear = plain(text)
  const { kept, subject, inner } = unbooked(clear)
  const asides = [...kept.matchAll(ASIDE)].map(([aside]) => aside)
  const open = withoutBody(
    kept.replace(ASIDE, (aside) => asideKept(aside)),
    bodies,
  )
  const found = new Set<Genre>()
  let rest = spelled(open).replace(TAIL, '')
  const last = genreAtEnd(rest)
  if (last) {
    found.add(last.genre)
    rest = rest.slice(0, -last.word.length)
    if (CARRYING.has(last.genre) && !ASKING.test(open)) {
      const below = genreAtEnd(rest.replace(TAIL, ''))
      if (below && !CARRIED_NOT.has(below.genre)) found.add(below.genre)
    }
  }
  for (const one of inner) {
    const below = genreAtEnd(spelled(one.replace(ASIDE, '')).replace(TAIL, ''))
    if (below) found.add(below.genre)
  }
  const { matter, ends } = conjunctsOf(open)
  // 执法人员花名册及培训, 决策公布和政策解读(网页截图): each thing that it names is of its own kind.
  for (const end of ends.slice(0, -1)) {
    const part = genreAtEnd(matter.slice(0, end))
    if (part && !CARRIED_NOT.has(part.genre)) found.add(part.genre)
  }
  const { drafts, blanks } = genres()
  const draft = drafts.find((word) => DRAFTED(word).test(kept) || inner.some((one) => DRAFTED(word).test(one)))
  return {
    matter,
    ends,
    subject: spelled(subject),
    genres: found,
    kind: last && matter.endsWith(last.word) ? last.word.length : 0,
    draft: draft ?? '',
    blank: blanks.find((word) => clear.includes(word)) ?? '',
    denied: DENIED.test(clear.replace(BOOK, '')) || asides.some((aside) => NIL.test(aside)),
  }
}

/** An aside may say what it is about (古城停车楼); a year or an edition says nothing. */
const asideKept = (aside: string): string => (EDITION.test(aside) ? '' : ` ${aside.slice(1, -1)} `)

/** Titles in 《》 that the paper issues are its own; others are what it speaks of. */
function unbooked(text: string): { kept: string; subject: string; inner: string[] } {
  let [kept, subject] = ['', '']
  const inner: string[] = []
  let from = 0
  // The outermost of nested ones holds the others.
  for (const [from0, to, title] of booksIn(text)) {
    const before = text.slice(from, from0)
    kept += before
    if (ISSUING.test(text.slice(0, from0)) && !SEEKING.test(text.slice(Math.max(0, from0 - 12), from0))) {
      kept += title
      inner.push(title)
    } else if (from0 < 2 && to >= text.length - 1) {
      kept += title
    } else subject += ` ${title}`
    from = to
  }
  return { kept: kept + text.slice(from), subject, inner }
}

function booksIn(text: string): [number, number, string][] {
  const found: [number, number, string][] = []
  let depth = 0
  let start = 0
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '《' || text[at] === '〈') {
      if (depth === 0) start = at
      depth++
    } else if ((text[at] === '》' || text[at] === '〉') && depth > 0) {
      depth--
      if (depth === 0) found.push([start, at + 1, text.slice(start + 1, at)])
    }
  }
  return found
}

export function genreAtEnd(spelt: string): { readonly word: string; readonly genre: Genre } | undefined {
  return genres().words.find(({ word }) => spelt.endsWith(word))
}

function conjunctsOf(text: string): { matter: string; ends: number[] } {
  const ends: number[] = []
  let matter = ''
  for (const part of text.replace(ABOUT, '').split(CONJUNCT)) {
    const spelt = solid(part)
    if (spelt === '') continue
    matter += spelt
    ends.push(matter.length)
  }
  return { matter, ends }
}
