import type { Document } from '../../../core/package.ts'
import type { Place } from '../../../core/place.ts'
import { type Paragraph, paragraphsOf } from '../../../language/paragraphs.ts'
import { quoted } from '../../../language/prose.ts'
import { bare } from '../../../language/text.ts'
import { documentNames, nameOf, titlePlace } from '../../papers/absent.ts'
import { isClearText } from '../../papers/papers.ts'
import { sampled } from '../../rows/cases.ts'

/** A file as the demands look at it; several files may be looked at as if they were one. */
export type Text = {
  readonly documents: readonly Document[]
  /** How messages call it. */
  readonly name: string
  /** Where it says what it is. */
  readonly first: Place
  readonly paragraphs: readonly Paragraph[]
  /** All its words, those of tables too, bare. */
  readonly whole: string
  /** All of it is text that was read as it stands. */
  readonly clear: boolean
  /** It is the material, and the indicator is the unit's: what it lacks may be called a gap. */
  readonly sure: boolean
}

/** Words of one meaning each: any of them will do. */
export type Classes = readonly (readonly string[])[]

export function textOf(document: Document, sure: boolean): Text {
  const paragraphs = paragraphsOf(document.evidence)
  const cells = document.evidence.tables.flatMap(({ rows }) =>
    rows.flatMap(({ values }) => values.map((value) => String(value ?? ''))),
  )
  return {
    documents: [document],
    name: nameOf(document),
    first: titlePlace(document),
    paragraphs,
    whole: bare([...paragraphs.map(({ text }) => text), ...cells].join('')),
    clear: isClearText(document),
    sure,
  }
}

/** Several files as if they were one. */
export function together(first: Text, texts: readonly Text[]): Text {
  const documents = texts.flatMap((text) => text.documents)
  return {
    documents,
    name: documentNames(documents),
    first: first.first,
    paragraphs: texts.flatMap(({ paragraphs }) => paragraphs),
    whole: texts.map(({ whole }) => whole).join('\u0001'),
    clear: texts.every(({ clear }) => clear),
    sure: texts.every(({ sure }) => sure),
  }
}

export const isWhole = ({ documents }: Text): boolean => documents.every(({ evidence }) => evidence.extent === 'whole')

/** What was found, or else the file itself. */
export const cited = ({ first }: Text, places: readonly Place[] = []): Place[] =>
  places.length > 0 ? sampled(places) : [first]

/** Each class by its first word. */
export const wordsOf = (classes: Classes): string => quoted(classes.map(([first]) => first ?? ''))
