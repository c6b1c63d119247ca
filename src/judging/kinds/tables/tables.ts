import type { Evidence } from '../../../core/evidence.ts'
import { kind, type Scope } from '../../../core/kind.ts'
import type { Place } from '../../../core/place.ts'
import { exempt, gap, met, unclear, type Verdict } from '../../../core/verdict.ts'
import { fileName, listed } from '../../../language/prose.ts'
import { type About, type Concerned, listsAbout, tablesAbout } from '../../tables/about.ts'
import { CHECKS, cited, type Flaw, named } from '../../tables/flaw.ts'
import type { Grid } from '../../tables/grid.ts'
import { tablesAlone } from '../../tables/placed-alone.ts'
import { type AskedInPaper, askedInPapers } from './asked-in-papers.ts'
import { flawsOf } from './flaws.ts'
import { MESSAGES } from './messages.ts'
import { papersOfOneNumber } from './one-number.ts'
import { type Ask, PARAMS } from './params.ts'
import { saidOtherwise } from './said-otherwise.ts'
import { toldBefore } from './told.ts'
import { unreadAbout } from './unread.ts'

export const tables = kind({
  name: 'tables',
  summary: '单位自己的台账（不论什么样式）逐行核对：先后、期限、没有办的、没有依据的、空白的、比率不够的。',
  decides: 'machine',
  // What a rule of its own has told of a row is not told again.
  turn: 1,
  params: PARAMS,
  messages: MESSAGES,

  judge(ask, scope) {
    const about = { words: ask.about, except: ask.except }
    const concerned =
      ask['listed-in'].length > 0
        ? listsAbout(scope, about).map((grid) => ({ grid, isOwn: true }))
        : namedOrAlone(scope, about, isOfOneThing(ask))
    const found = concerned.filter(({ grid: { rows } }) => rows.length > 0)
    const grids = found.map(({ grid }) => grid)
    const papers = papersOf(ask, scope)
    if (grids.length === 0) return papers.length > 0 ? papers : [noneOf(unreadAbout(scope, about))]
    const told = toldBefore(scope)
    const flaws = found
      .flatMap(({ grid, isOwn }) => flawsOf(grid, ask, scope, isOwn, grids).filter(({ plain }) => plain || isOwn))
      .filter((flaw) => !told(flaw))
    const wrong = flaws.filter((flaw) => flaw.plain && !flaw.row.grid.recognised)
    const wrongRows = new Set(wrong.map(({ row }) => row))
    const rest = flaws.filter(({ row }) => !wrongRows.has(row))
    const count = grids.reduce((sum, { rows }) => sum + rows.length, 0)
    if (flaws.length === 0) {
      if (papers.length > 0) return papers
      const cites = grids.slice(0, 20).map((grid): Place => ({ file: grid.file, ...sheetOf(grid) }))
      return [met('rows-right', { tables: grids.length, count }, { cites, actual: `${count}行` })]
    }
    const gaps = CHECKS.flatMap((check) => {
      const own = wrong.filter((flaw) => flaw.check === check)
      return own.length > 0
        ? [check === '填写' ? gap('rows-blank', dataOf(own), moreOf(own, check)) : wrongRowsOf(own, check, scope)]
        : []
    })
    const doubts = rest.length > 0 ? [unclear('rows-doubtful', dataOf(rest), moreOf(rest, '存疑'))] : []
    return [...gaps, ...papers, ...doubts]
  },
})

/** A rule that asks one thing of certain tables, and says nothing of any other. */
const isOfOneThing = (ask: Ask): boolean =>
  ask.late === 'ignore' || ask.numbered || [ask['gone-in'], ask['amounts-in'], ask.rates].some((one) => one.length > 0)

/** The tables named so; where there are none, those that lie under the indicator alone. */
function namedOrAlone(scope: Scope, about: About, isOfOne: boolean): Concerned[] {
  const named = tablesAbout(scope, about)
  return named.length > 0 || isOfOne ? named : tablesAlone(scope, about)
}

/** What is told at papers, whatever a register says: guides that ask too much, and two decisions under one number. */
const papersOf = (ask: Ask, scope: Scope): Verdict<'paper-asks' | 'one-number'>[] => [
  ...askedInPapers(ask, scope).map(paperOf),
  ...(ask.numbered ? papersOfOneNumber(scope, ask) : []),
]

const paperOf = ({ paper, words, at, by }: AskedInPaper): Verdict<'paper-asks'> =>
  gap('paper-asks', { paper, asked: words }, { cites: [at, by], subject: paper })

function noneOf(unread: readonly Evidence[]): Verdict<'no-table' | 'perhaps-table'> {
  if (unread.length === 0) return exempt('no-table', {}, { actual: '未见' })
  const files = unread.map(({ path }) => path)
  const data = { count: files.length, files: listed(files.map(fileName), '个') }
  return unclear('perhaps-table', data, { cites: files.map((file) => ({ file })), actual: '未见' })
}

function wrongRowsOf(own: readonly Flaw[], check: string, scope: Scope): Verdict<'rows-wrong'> {
  const said = saidOtherwise(own, scope)
  const also = said.map(({ paper, words }) => `，而${paper}称“${words}”`).join('')
  const { cites, ...more } = moreOf(own, check)
  return gap('rows-wrong', { ...dataOf(own), also }, { ...more, cites: [...cites, ...said.map(({ at }) => at)] })
}

const sheetOf = ({ table }: Grid): Partial<Place> => (table.kind === 'sheet' ? { sheet: table.name } : {})

const dataOf = (flaws: readonly Flaw[]) => ({ count: flaws.length, rows: listed(flaws.map(named), '行') })

const moreOf = (flaws: readonly Flaw[], subject: string) => ({
  cites: flaws.flatMap((flaw) => [cited(flaw), ...(flaw.by ? [flaw.by] : [])]),
  subject,
  actual: `${flaws.length}行`,
})
