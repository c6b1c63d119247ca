import type { Scope } from '../../../core/kind.ts'
import { aheadOf } from '../../tables/ahead.ts'
import { answeredWrongly } from '../../tables/answers.ts'
import { aloneUnder, inOneHand } from '../../tables/apart.ts'
import { hasAssistantsRule } from '../../tables/assistants-rule.ts'
import { stillThere } from '../../tables/barred.ts'
import { blanksIn, OTHERS_HAVE_IT, standingOut } from '../../tables/blanks.ts'
import { unchaired } from '../../tables/chaired.ts'
import { contrary } from '../../tables/contrary.ts'
import { doneNever, falselyEqual } from '../../tables/counterparts.ts'
import { doneInName } from '../../tables/done-in-name.ts'
import { belowEach } from '../../tables/each-share.ts'
import { pastEachYear } from '../../tables/each-year.ts'
import { unheardAgain } from '../../tables/evaluated-again.ts'
import { fewEach } from '../../tables/few-each.ts'
import type { Flaw } from '../../tables/flaw.ts'
import { unfulfilled } from '../../tables/fulfilled.ts'
import type { Grid, GridRow } from '../../tables/grid.ts'
import { uncited, ungrounded, unlawful } from '../../tables/grounds.ts'
import { handledAfter, handledAlone, handledBy } from '../../tables/handled.ts'
import { lapsed } from '../../tables/lapsed.ts'
import { recordedLate } from '../../tables/late-recording.ts'
import { unled } from '../../tables/led.ts'
import { pastLimits } from '../../tables/limits.ts'
import { outOfOrderElsewhere } from '../../tables/linked.ts'
import { unmarked } from '../../tables/marks.ts'
import { notedUndone } from '../../tables/noted-acts.ts'
import { notedTerms } from '../../tables/noted-term.ts'
import { lackingAmong, openActs } from '../../tables/open-acts.ts'
import { unreviewed } from '../../tables/own-amounts.ts'
import { ownTermOf } from '../../tables/own-terms.ts'
import { reachedWithout } from '../../tables/own-thresholds.ts'
import { overCap } from '../../tables/pairs.ts'
import { passedBelow } from '../../tables/pass-mark.ts'
import { aloneIn } from '../../tables/persons.ts'
import { brokenPromises } from '../../tables/promised.ts'
import { reducedInName } from '../../tables/reduced.ts'
import { onRepealed } from '../../tables/repealed.ts'
import { rosterOf } from '../../tables/roster.ts'
import { outOfOrder } from '../../tables/sequence.ts'
import { sharedBesides } from '../../tables/shared-numbers.ts'
import { belowShare, contradictory, discontent } from '../../tables/shares.ts'
import { signedFor } from '../../tables/signed-in.ts'
import { onSuperseded } from '../../tables/superseded.ts'
import { idleIn, surplusIn } from '../../tables/surplus.ts'
import { pastTerm, type Term } from '../../tables/terms.ts'
import { tooShort } from '../../tables/too-short.ts'
import { wrongTotals } from '../../tables/totals.ts'
import { numberedTwice, repeatedIn } from '../../tables/twice.ts'
import { unanswered } from '../../tables/unanswered.ts'
import { unregistered } from '../../tables/unregistered.ts'
import { untransferred } from '../../tables/untransferred.ts'
import { asksContent, discontentRows } from '../../tables/verdicts.ts'
import { actsOf, dueOf, endsOf } from './acts-asked.ts'
import { askedAlone } from './alone.ts'
import { asksOpening, isOfOpening, isOpening } from './opening.ts'
import { papersBeside } from './papers.ts'
import type { Ask } from './params.ts'

/** All that is amiss in the rows of one table, by what the rule asks. */
export function flawsOf(grid: Grid, ask: Ask, scope: Scope, isOwn = false, beside: readonly Grid[] = []): Flaw[] {
  const { package: found } = scope
  const { asOf, calendar } = found
  const alone = askedAlone(grid, ask, scope, beside)
  if (alone) return alone
  const clock = { asOf, calendar, acts: endsOf(ask) }
  // A rule that leaves limits alone asks one thing, and not which of two days is odd.
  const isNarrow = ask.late === 'ignore'
  const late = isNarrow ? [] : pastLimits(grid, clock)
  const terms = termsOf(grid, ask, found).flatMap((term) => pastTerm(grid, term, clock))
  const past = oneARow([...terms, ...late.map((flaw) => (isPlain(flaw, ask) ? flaw : { ...flaw, plain: false }))])
  const isPast = rowsIn(past)
  const open = openActs(grid, actsOf(ask), asOf, ask.only).filter(({ row }) => !isPast.has(row))
  const isOpen = rowsIn(open)
  const lacking = lackingAmong(grid, actsOf(ask), asOf, ask.only).filter(
    ({ row }) => !isPast.has(row) && !isOpen.has(row),
  )
  const isLacking = rowsIn(lacking)
  const blanks = blanksIn(grid, ask.filled)
  const isBlank = rowsIn(blanks)
  const standing = standingOut(grid, actsOf(ask), ask.filled, asOf, ask.only)
  const below = ask['at-least'] ? belowShare(grid, { words: ask.rates, atLeast: ask['at-least'] }) : []
  const isBelow = rowsIn(below)
  return [
    ...outOfOrder(grid, ask).filter(({ plain }) => plain || !isNarrow),
    ...(ask.first.length > 0 ? outOfOrderElsewhere(grid, ask, found) : []),
    ...past,
    ...(isOwn && !isNarrow
      ? brokenPromises(grid, papersBeside(grid, scope), clock).filter(
          (flaw) => !isPast.has(flaw.row) && (asksOpening(ask) || !isOfOpening(grid, flaw)),
        )
      : []),
    ...open,
    ...lacking,
    ...doneInName(grid, actsOf(ask), isNarrow).filter(({ row }) => !isPast.has(row) && !isOpen.has(row)),
    ...(actsOf(ask).has('录制') ? recordedLate(grid).filter(({ row }) => !isOpen.has(row)) : []),
    ...(actsOf(ask).has('考试') || (isOwn && !isNarrow) ? passedBelow(grid) : []),
    ...unanswered(grid, actsOf(ask)),
    ...oneARow(standing).filter(
      (flaw) => ![isBlank, isOpen, isLacking].some((told) => told.has(flaw.row)) && !isToldIn(past, flaw),
    ),
    // Whose contract is over is of the person: what reports say of terms is of other things.
    ...(ask.running ? lapsed(grid, asOf, true).map((flaw): Flaw => ({ ...flaw, check: '人员' })) : []),
    ...(isOwn && !isNarrow ? lapsed(grid, asOf) : []),
    ...(isOwn && !isNarrow ? doneNever(grid, asOf) : []),
    ...(isNarrow ? [] : falselyEqual(grid)),
    ...(ask['least-each'] === null ? [] : fewEach(grid, ask['each-of'], ask['least-each'])),
    ...unchaired(grid, ask.chaired, asOf),
    ...(ask['by-each-year'] ? pastEachYear(grid, ask.to, ask['by-each-year'], ask.only) : []),
    ...(ask.apart ? inOneHand(grid) : []),
    ...aloneUnder(grid, ask['two-in']),
    ...(actsOf(ask).has('答复') ? unheardAgain(grid) : []),
    ...(isNarrow ? [] : unfulfilled(grid, actsOf(ask), asOf)),
    ...(isOwn && !isNarrow ? [...numberedTwice(grid, ask.unique), ...sharedBesides(grid)] : []),
    ...signedFor(grid),
    ...(ask['own-amounts'].length > 0 ? unreviewed(grid, ask['own-amounts'], found) : []),
    ...(ask.grounded ? oneARow([...ungrounded(grid), ...unlawful(grid)]) : []),
    ...(ask.cited ? uncited(grid) : []),
    ...(ask.current ? [...onRepealed(grid, asOf), ...onSuperseded(grid)] : []),
    ...contrary(grid, ask.contrary, ask.unless),
    ...answeredWrongly(grid, ask),
    ...repeatedIn(grid, ask.unique),
    ...(ask.gone ? stillThere(grid, beside) : []),
    ...(isOwn ? notedUndone(grid, actsOf(ask)) : []),
    ...shortIn(grid, ask, clock),
    ...blanks,
    ...(ask.marked ? unmarked(grid) : []),
    ...(isOwn || !found.matches.some(({ file }) => file === grid.file)
      ? [...aheadOf(grid, asOf), ...surplusIn(grid)]
      : []),
    ...(ask.active.length > 0 ? idleIn(grid, ask.active) : []),
    ...reachedWithout(grid, dueOf(ask), papersBeside(grid, scope)),
    ...(ask['each-at-least'] ? belowEach(grid, ask.rates, ask['each-at-least']) : []),
    ...(ask['two-persons'] ? aloneIn(grid, rosterOf(found), found) : []),
    ...(ask.certified && !hasAssistantsRule(found) ? handledBy(grid, rosterOf(found), found) : []),
    ...(ask.unaided ? (hasAssistantsRule(found) ? handledBy : handledAlone)(grid, rosterOf(found), found) : []),
    ...(ask.led ? unled(grid, actsOf(ask), ask.only) : []),
    ...(ask.registered ? unregistered(grid, found) : []),
    ...(ask.transferred ? untransferred(grid, found) : []),
    ...(ask['in-date'] ? handledAfter(grid, rosterOf(found), found) : []),
    ...below,
    ...(ask['at-least'] && ask.satisfied
      ? discontent(grid, ask['at-least']).filter(({ row }) => !isBelow.has(row))
      : []),
    ...(ask['at-least'] && asksContent(ask.rates) ? discontentRows(grid, ask['at-least'], asOf) : []),
    ...(isNarrow ? [] : overCap(grid)),
    ...contradictory(grid).filter(({ row }) => !isBelow.has(row)),
    ...(ask.reduced ? reducedInName(grid, found) : []),
    ...wrongTotals(grid, ask['total-at-least']),
  ]
}

/** What is past its day because a cell says that it is undone is not told of that cell again. */
const isToldIn = (past: readonly Flaw[], { row, words }: Flaw): boolean =>
  past.some((one) => one.plain && one.row === row && one.words.endsWith(words.replace(OTHERS_HAVE_IT, '')))

const isPlain = ({ plain, open }: Flaw, { late }: Ask): boolean =>
  plain && (late === 'gap' || (late === 'open' && open === true))

function termsOf(grid: Grid, ask: Ask, found: Scope['package']): Term[] {
  const own = ask['own-terms'].length > 0 ? ownTermOf(grid, ask['own-terms'], found) : undefined
  const most = ask['at-most']
  const unit = ask.unit === 'day' ? 'day' : 'workday'
  const says = `${most ?? ''}${unit === 'day' ? '日' : '个工作日'}`
  const noted =
    ask.late === 'ignore' ? [] : notedTerms(grid).filter((term) => !isOpening(grid, term) || asksOpening(ask))
  return [
    ...(own ? [own] : []),
    ...noted,
    ...(most === null ? [] : [{ from: ask.from, to: ask.to, most, unit, says, kinds: ask['of-kinds'] } as const]),
  ]
}

function shortIn(grid: Grid, ask: Ask, clock: Parameters<typeof tooShort>[2]): Flaw[] {
  const least = ask['at-least-days']
  if (least === null) return []
  return tooShort(
    grid,
    { of: ask.from, to: ask.to, least, unit: ask.unit === 'day' ? 'day' : 'workday', only: ask.only },
    clock,
  )
}

const oneARow = (flaws: readonly Flaw[]): Flaw[] =>
  [...new Map(flaws.toReversed().map((flaw) => [flaw.row, flaw])).values()].toReversed()

const rowsIn = (flaws: readonly Flaw[]): ReadonlySet<GridRow> => new Set(flaws.map(({ row }) => row))
