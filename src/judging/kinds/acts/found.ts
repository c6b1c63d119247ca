import type { Act, ActOf } from '../../../core/act.ts'
import type { Day } from '../../../core/day.ts'
import type { Scope } from '../../../core/kind.ts'
import { type Document, papersOf } from '../../../core/package.ts'
import { paperWord } from '../../../language/paper-words.ts'
import { flawsIn } from '../../papers/flaws/flaws.ts'
import { isSame } from '../../papers/subjects.ts'
import { dayIn } from '../../rows/cells.ts'

/** An act, and the paper that records it. */
export type Recorded<K extends Act['kind']> = { readonly act: ActOf<K>; readonly document: Document }

/** What the package's own papers record; neither drafts nor another unit's papers record anything of this one. */
export function recorded<K extends Act['kind']>({ package: found }: Pick<Scope, 'package'>, kind: K): Recorded<K>[] {
  const flaws = flawsIn(found)
  const isUsable = ({ evidence: { path } }: Document) =>
    !flaws.get(path)?.some((flaw) => flaw.sure && (flaw.kind === 'foreign' || flaw.kind === 'draft'))
  return papersOf(found)
    .filter(isUsable)
    .flatMap((document) => document.facts.acts.flatMap((act) => (isOf(act, kind) ? [{ act, document }] : [])))
}

const isOf = <K extends Act['kind']>(act: Act, kind: K): act is ActOf<K> => act.kind === kind

const RULE = new RegExp(`${paperWord('ruleNames')}(?:[(（][^()（）]{1,8}[)）])?$`, 'u')

/** What binds everybody and is issued as such (规范性文件) ends as rules do; a plan or a project is decided on. */
export const isRule = (name: string): boolean => RULE.test(name)

/** A ledger has it with the same days, and the column on which more depends: its own rule speaks of it. */
export function isKept(
  { package: { ledgers } }: Pick<Scope, 'package'>,
  subject: string,
  days: readonly Day[],
  column?: string,
): boolean {
  return ledgers.some(
    ({ rows, columns }) =>
      (column === undefined || columns.includes(column)) &&
      rows.some((row) => {
        const fields = columns.map((column) => row.field(column))
        const kept = new Set(fields.flatMap((field) => dayIn(field) ?? []))
        return days.every((day) => kept.has(day)) && fields.some(({ text }) => isSame(text, subject))
      }),
  )
}

export type About = '决策' | '规范性文件'

export const aboutOf = (value: unknown): About | null => (value === '决策' || value === '规范性文件' ? value : null)

export const isAbout = (names: readonly string[], about: About | null): boolean =>
  about === null || names.some((name) => isRule(name) === (about === '规范性文件'))
