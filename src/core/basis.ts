import type { Day } from './day.ts'

/** Why a rule may ask what it asks: a law, by edition and article, or another text. */
export type Basis = {
  /** As it is quoted: 《行政处罚法》（2021年修订）第六十一条. */
  readonly text: string
  /** What it is quoted for. */
  readonly for: string
  /** The words of the article, where they were kept. */
  readonly says: string
  /** The law's full title; empty for what is no law. */
  readonly law: string
  /** The day from which the quoted edition is in force; null where that is not known, and for what is no law. */
  readonly edition: Day | null
  readonly article: string
  /** Where the text was read, and when it was compared with what is said here. */
  readonly source: string
  readonly checked: Day | null
  /** Read in the source. Everything else is shown as 未核实. */
  readonly verified: boolean
}

/** A basis with the rule that rests on it. */
export type Source = Basis & { readonly rule: string }

/** A law or a document of higher authority, as laws.yaml holds it. */
export type Law = {
  /** As rules name it and reports quote it: 行政处罚法, or a document's number. */
  readonly name: string
  readonly title: string
  readonly also: readonly string[]
  readonly editions: readonly LawEdition[]
}

export type LawEdition = {
  /** 2021年修订; empty where there is only one. */
  readonly name: string
  /** In force from and until, both included. Null: not known, and to this day. */
  readonly from: Day | null
  readonly until: Day | null
  readonly source: string
  readonly checked: Day | null
  readonly articles: readonly LawArticle[]
}

export type LawArticle = {
  readonly article: string
  /** What it says, in a few words. */
  readonly says: string
  /** Its own words, as far as rules rest on them. */
  readonly text: string
  /** The article of the edition before that says the same. */
  readonly was: string | null
  readonly verified: boolean
  /** Where this article was read, if not where its edition was. */
  readonly source: string
  readonly checked: Day | null
}

/** A document without articles, or as a whole. */
export const WHOLE = '全文'

/** In one short line, as reports show it. */
export const basisLine = (basis: Basis): string => quotedBasis(basis, basis.verified ? '' : '未核实')

/** As explanations show it: that it was verified is worth saying there. */
export const basisWords = (basis: Basis): string => quotedBasis(basis, basis.verified ? '已核实' : '未核实')

function quotedBasis({ text, for: what }: Basis, mark: string): string {
  const words = [what, mark].filter(Boolean).join('，')
  return words ? `${text}（${words}）` : text
}

/** Where it was read and when, or that nobody has. */
export function basisSource({ source, checked, verified }: Basis): string {
  if (!verified) return source ? `未核实；线索：${source}` : '未核实'
  return `${source}，${checked} 核对`
}
