import type { Day } from '../core/day.ts'
import { cellPlace, type Evidence } from '../core/evidence.ts'
import type { Denial, DocumentFacts } from '../core/fact.ts'
import type { Place } from '../core/place.ts'
import { deniedIn, mayCountNone } from '../language/denied.ts'
import { paragraphsOf, sentencesOf } from '../language/paragraphs.ts'
import { periodIn } from '../language/periods.ts'
import { clipped, plain } from '../language/text.ts'

const MOST = 300
/** Rules say what ought not to be; they tell of nothing that was not. */
const NORMATIVE =
  /(?:法|条例|办法|规定|细则|规则|制度|预案|章程|指标体系|方案|要点|计划|协议|合同|机制|规程|指南)(?:[(（].*[)）])?$/u
const DEMANDS = /的(?:通知|意见|决定|批复)$/u

/** What the sentences of a text, and the notes under its tables, say did not happen. */
export function denialsOf(evidence: Evidence, { title, issued }: Pick<DocumentFacts, 'title' | 'issued'>): Denial[] {
  const name = plain(title?.value ?? '').trim()
  if (NORMATIVE.test(name) || DEMANDS.test(name)) return []
  const found: Denial[] = []
  const whole = periodIn(name, issued?.value ?? null)
  let lead = whole
  for (const { text, at } of textsOf(evidence)) {
    for (const sentence of sentencesOf(text)) {
      const own = periodIn(sentence, issued?.value ?? null)
      // 2020年1月1日至2022年7月20日,我镇: what follows is said of that time.
      if (own && OPENS.test(sentence)) lead = own
      const denied = deniedIn(sentence)
      if (denied.length === 0 && !mayCountNone(sentence)) continue
      const { from, to } = own ?? lead ?? { from: null, to: null }
      found.push({
        sentence: clipped(sentence, 300),
        denied: denied.map(({ clause, scope, ours }) => ({ clause, scope, ours })),
        from,
        to: earlier(to, issued?.value ?? null),
        at: { ...at, quote: clipped(sentence, 200) },
      })
      if (found.length >= MOST) return found
    }
  }
  return found
}

const OPENS = /[:,]|以来|期间|周期/u

const earlier = (a: Day | null, b: Day | null): Day | null => (a && b ? (a < b ? a : b) : (a ?? b))

type Text = { readonly text: string; readonly at: Place }

/** The paragraphs, and the rows of tables that hold one sentence alone: 注:除上述1件外无其他案件. */
function* textsOf(evidence: Evidence): Generator<Text> {
  yield* paragraphsOf(evidence)
  for (const table of evidence.tables)
    for (const row of table.rows) {
      const filled = row.values.flatMap((value, column) =>
        typeof value === 'string' && value.trim() !== ''
          ? [{ value, column }]
          : value === null || value === ''
            ? []
            : [null],
      )
      const [only] = filled
      if (filled.length === 1 && only && only.value.length >= 6)
        yield { text: plain(only.value), at: cellPlace(evidence.path, table, row.index, only.column, only.value) }
    }
}
