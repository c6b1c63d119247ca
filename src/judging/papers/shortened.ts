import type { ActOf } from '../../core/act.ts'
import type { Day } from '../../core/day.ts'
import type { LedgerRow } from '../../core/ledger.ts'
import type { Package } from '../../core/package.ts'
import type { Place } from '../../core/place.ts'
import { oneOf } from '../../language/words.ts'
import { isSame } from './subjects.ts'

/**
 * Where the notice of the package that laid this very row's draft open, on the same days, says why for less long. The law
 * asks for the reason in the notice; that the register repeats it nobody asks.
 */
export const shortenedBy = (found: Package, row: LedgerRow, days: Span): Place | undefined =>
  noticesOf(found, row, days).find(({ shortened }) => shortened !== null)?.at

/** 疫情紧急，只征求11天，公告里写明了: the register itself notes why. */
export const notesWhy = ({ remark = '' }: LedgerRow): boolean => SHORTENED.test(remark) && !/[未没]/u.test(remark)

const SHORTENED = new RegExp(oneOf('acts', 'shortened'), 'u')

/** Where the package's own notices say the same of this row's draft and its days. */
export const noticedAt = (found: Package, row: LedgerRow, days: Span): Place[] =>
  noticesOf(found, row, days).map(({ at }) => at)

function noticesOf(found: Package, row: LedgerRow, days: Span): ActOf<'consultation'>[] {
  const names = () => row.ledger.columns.map((column) => row.field(column).text)
  return consultationsOf(found)
    .filter(({ from, until }) => from === days.from && until === days.until)
    .filter(({ of }) => of.some((subject) => names().some((name) => isSame(name, subject))))
}

const known = new WeakMap<Package['documents'], readonly ActOf<'consultation'>[]>()

/** All that the papers of a package laid open: every row that is too short asks for them. */
function consultationsOf({ documents, parts = [] }: Package): readonly ActOf<'consultation'>[] {
  const found =
    known.get(documents) ??
    [...documents, ...parts].flatMap(({ facts }) =>
      facts.acts.flatMap((act) => (act.kind === 'consultation' ? [act] : [])),
    )
  known.set(documents, found)
  return found
}

type Span = { readonly from: Day; readonly until: Day }
