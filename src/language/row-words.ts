import type { RowWords } from '../core/lexicon.ts'
import { fieldOf, textsOf, wordsIn } from './words.ts'

let known: RowWords | undefined

/** `words/rows.yaml`. */
export function rowWords(): RowWords {
  known ??= made(wordsIn('rows'))
  return known
}

function made(words: unknown): RowWords {
  const of = (key: keyof RowWords): readonly string[] => textsOf('rows', words, key)
  const order = fieldOf(words, 'order')
  if (!Array.isArray(order)) throw new Error('words/rows.yaml: order: a list is expected')
  return {
    order: order.map((one) => ({
      first: textsOf('rows', one, 'first'),
      then: textsOf('rows', one, 'then'),
      ...(fieldOf(one, 'but') !== undefined && { but: textsOf('rows', one, 'but') }),
      ...(fieldOf(one, 'certain') === true && { certain: true }),
    })),
    afterwards: of('afterwards'),
    starts: of('starts'),
    finishes: of('finishes'),
    flagged: of('flagged'),
    recorded: of('recorded'),
    criminal: of('criminal'),
    handing: of('handing'),
    handed: of('handed'),
    extending: of('extending'),
    holidays: of('holidays'),
    undone: of('undone'),
    refusing: of('refusing'),
    handedIn: of('handedIn'),
    originals: of('originals'),
    equal: of('equal'),
    holding: of('holding'),
    ending: of('ending'),
    ended: of('ended'),
    handlers: of('handlers'),
    checkers: of('checkers'),
    verdicts: of('verdicts'),
    pending: of('pending'),
    awaiting: of('awaiting'),
    spent: of('spent'),
    underway: of('underway'),
    stages: of('stages'),
    early: of('early'),
    taken: of('taken'),
    late: of('late'),
    uncounted: of('uncounted'),
    times: of('times'),
    restarting: of('restarting'),
    listed: of('listed'),
    withdrawn: of('withdrawn'),
    waived: of('waived'),
    another: of('another'),
    natural: of('natural'),
    bodies: of('bodies'),
    bodyEnds: of('bodyEnds'),
    bearing: of('bearing'),
    excused: of('excused'),
    displeased: of('displeased'),
    nameless: of('nameless'),
    norms: of('norms'),
    again: of('again'),
    signing: of('signing'),
    madeUp: of('madeUp'),
    signed: of('signed'),
    vain: of('vain'),
    spared: of('spared'),
    oneMatter: of('oneMatter'),
    ungrounded: of('ungrounded'),
    keeping: of('keeping'),
    dropping: of('dropping'),
    heads: of('heads'),
    offices: of('offices'),
    staff: of('staff'),
    renewed: of('renewed'),
    limiting: of('limiting'),
    lasting: of('lasting'),
    lacking: of('lacking'),
    nil: of('nil'),
    urgent: of('urgent'),
    adjusted: of('adjusted'),
    repealed: of('repealed'),
    shortened: of('shortened'),
    legend: of('legend'),
    droppedLists: of('droppedLists'),
    abolished: of('abolished'),
    inForce: of('inForce'),
    wanted: of('wanted'),
    uses: of('uses'),
    instead: of('instead'),
    entitled: of('entitled'),
  }
}
