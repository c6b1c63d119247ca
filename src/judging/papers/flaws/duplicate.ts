import type { Document, Package } from '../../../core/package.ts'
import { bare } from '../../../language/text.ts'
import { wordLists } from '../../../language/words.ts'
import { nameOf } from '../absent.ts'
import type { Flaw } from './flaw.ts'

/** 某办法 - 副本: what the machine called a copy, and it is one. The same paper under two indicators is none of that. */
export function duplicate(document: Document, { documents }: Package): Flaw | undefined {
  const { path, extent } = document.evidence
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/u, '')
  const words = wordLists('signing').get('copies') ?? []
  const isCalled = words.some((word) => name.includes(word)) || /[(（]\d[)）]$/u.test(name)
  if (!isCalled || document.partOf || extent !== 'whole') return undefined
  const own = contentOf(document)
  if (own === '') return undefined
  const first = documents.find((other) => other !== document && !other.partOf && contentOf(other) === own)
  if (!first) return undefined
  return {
    kind: 'duplicate',
    sure: false,
    words: `与${nameOf(first)}（${first.evidence.path}）完全相同`,
    at: [{ file: path }, { file: first.evidence.path }],
  }
}

const contents = new WeakMap<Document, string>()

function contentOf(document: Document): string {
  const { passages, tables } = document.evidence
  const own =
    contents.get(document) ??
    [
      ...passages.map(({ text }) => bare(text)),
      ...tables.flatMap(({ rows }) => rows.map(({ values }) => values.join('|'))),
    ].join('\n')
  contents.set(document, own)
  return own
}
