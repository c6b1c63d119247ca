import { expect, test } from 'vitest'
import type { Evidence } from '../../../src/core/evidence.ts'
import { NO_FACTS } from '../../../src/core/fact.ts'
import type { Document } from '../../../src/core/package.ts'
import { distinctPapers } from '../../../src/judging/papers/papers.ts'

const paper = (path: string, sha256: string, number?: string): { readonly document: Document } => {
  const [partOf = ''] = path.split('#')
  const evidence: Evidence = {
    path,
    sha256,
    bytes: 1,
    format: 'pdf',
    extent: 'whole',
    pages: 1,
    pagesRead: 1,
    passages: [],
    tables: [],
    properties: {},
    notes: [],
  }
  const own = number === undefined ? null : { value: number, at: { file: path }, certainty: 'certain' as const }
  return { document: { evidence, facts: { ...NO_FACTS, number: own }, ...(path !== partOf && { partOf }) } }
}
const paths = (...papers: readonly ReturnType<typeof paper>[]) =>
  distinctPapers(papers).map(({ document }) => document.evidence.path)

test('a file that lies in two places is one paper, as are two files of one number', () => {
  expect(
    paths(
      paper('a.pdf', 'x'),
      paper('b.pdf', 'x'),
      paper('c.pdf', 'y', '昭司发〔2021〕1号'),
      paper('d.docx', 'z', '昭司发〔2021〕1号'),
    ),
  ).toEqual(['a.pdf', 'c.pdf'])
})

test('papers bound into one file are several; the same file in two places still holds each once', () => {
  expect(
    paths(
      ...['a.pdf', 'a.pdf#2-2', 'a.pdf#3-4'].map((path) => paper(path, 'x')),
      ...['b.pdf', 'b.pdf#2-2', 'b.pdf#3-4'].map((path) => paper(path, 'x')),
    ),
  ).toEqual(['a.pdf', 'a.pdf#2-2', 'a.pdf#3-4'])
})
