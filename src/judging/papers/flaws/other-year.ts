import { yearOf } from '../../../core/day.ts'
import type { Document } from '../../../core/package.ts'
import type { Flaw } from './flaw.ts'
import { nameYears } from './years.ts'

/** A file called 2022年普法工作计划 that holds the plan of 2020: its title, its day and its number are of another year. */
export function otherYear({ evidence: { path }, facts: { title, issued } }: Document): Flaw | undefined {
  const [called, more] = nameYears(path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/u, ''))
  const [titled, other] = nameYears(title?.value ?? '')
  if (!called || !titled || !title || more !== undefined || other !== undefined || called === titled) return undefined
  // A report on last year is often filed under the year in which it was written.
  if (!issued || issued.certainty === 'weak' || yearOf(issued.value) >= called) return undefined
  return {
    kind: 'other-year',
    sure: false,
    words: `文件名写${called}年，题名是${titled}年`,
    at: [title.at],
  }
}
