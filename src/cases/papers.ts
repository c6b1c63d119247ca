import type { Evidence, Table } from '../core/evidence.ts'
import { type DocumentFacts, type Fact, NO_FACTS } from '../core/fact.ts'
import type { Document, Match, NearMiss } from '../core/package.ts'
import { percentOf } from '../core/percent.ts'
import type { Indicator } from '../core/system.ts'
import { actsOf } from '../facts/acts/acts.ts'
import { linesOf as textLines } from '../facts/lines.ts'
import { termOf } from '../facts/terms.ts'
import { charactersIn } from '../language/paragraphs.ts'
import type { RawCase, RawPaper } from './load.ts'
import { blank } from './tables.ts'

export type Paper = { readonly document: Document; readonly match: Match | null; readonly near: NearMiss | null }

/** One document of a case, and what it serves. */
export function paperOf(indicator: Indicator, paper: RawPaper, at: number): Paper {
  const material = indicator.materials.find(({ id, name }) => id === paper.material || name === paper.material)
  const title = paper.title ?? material?.name ?? '其他文件'
  const file = `${at}-${title.replace(/[/\\]/g, '、').slice(0, 80)}.${paper.format}`
  const unread = paper.read === 'unread'
  const lines = unread ? [] : linesOf(paper, title)
  const table: Table = {
    name: '表1',
    kind: 'sheet',
    rows: paper.table.map((values, index) => ({ index, values })),
    merges: [],
  }
  const evidence: Evidence = {
    ...blank(file),
    format: paper.format,
    extent: paper.read,
    pagesRead: unread ? 0 : 1,
    passages: lines.map((text) => ({ text, at: {} })),
    tables: unread || paper.table.length === 0 ? [] : [table],
  }
  const given = factsOf(paper, title, file)
  const term = termOf(textLines(evidence), title, given.issued?.value)
  const facts = unread ? NO_FACTS : { ...given, term, acts: actsOf(evidence, given) }
  return {
    document: { evidence, facts },
    match:
      material && paper.near === null
        ? {
            file,
            indicator: indicator.id,
            material: material.id,
            sure: paper.sure,
            why: paper.sure ? '题名相符' : '题名相近',
          }
        : null,
    near:
      material && paper.near !== null
        ? { file, indicator: indicator.id, material: material.id, why: paper.near }
        : null,
  }
}

const FILLER = '依'

function linesOf({ text, chars }: RawPaper, title: string): string[] {
  const given = [text].flat()
  const lines = given.length > 0 ? given : [title]
  const short = chars === null ? 0 : chars - lines.reduce((sum, line) => sum + charactersIn(line), 0)
  return short > 0 ? [...lines, FILLER.repeat(short)] : lines
}

function factsOf(paper: RawPaper, title: string, file: string): DocumentFacts {
  const fact = <T extends string>(value: T | null, certainty = paper.dated): Fact<T> | null =>
    value === null ? null : { value, at: { file, quote: value }, certainty }
  return {
    ...NO_FACTS,
    title: fact(title, 'certain'),
    number: fact(paper.number, 'certain'),
    issuer: fact(paper.issuer, 'certain'),
    issued: fact(paper.issued),
    drafts: paper.draft ? [{ value: '征求意见稿', at: { file }, certainty: 'certain' }] : [],
    seals: paper.sealed === null ? null : paper.sealed ? [{ at: { file }, certainty: 'certain' }] : [],
  }
}

/** The figures stand in one file, as they do in a unit's own report. */
export function claimed({ claims }: RawCase): Document[] {
  const names = Object.entries(claims)
  if (names.length === 0) return []
  const file = '自查报告.docx'
  const facts = names.map(([subject, figure]) => ({ subject, percent: percentIn(figure), at: { file, page: 1 } }))
  const passages = names.map(([subject, figure]) => ({ text: `${subject}${figure}。`, at: { page: 1 } }))
  return [{ evidence: { ...blank(file), passages }, facts: { ...NO_FACTS, claims: facts } }]
}

function percentIn(figure: string | number): number {
  const found = percentOf(typeof figure === 'number' ? `${figure}%` : figure)
  return found ? (found.part * 100) / found.of : Number.NaN
}
