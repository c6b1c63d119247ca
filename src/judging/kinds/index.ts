import type { ExplainedKind } from '../../core/explained.ts'
import { absence } from './absence/explain.ts'
import { acts } from './acts/explain.ts'
import { claims } from './claims/explain.ts'
import { content } from './content/explain.ts'
import { count } from './count/explain.ts'
import { deadline } from './deadline/explain.ts'
import { documents } from './documents/explain.ts'
import { duration } from './duration/explain.ts'
import { order } from './order/explain.ts'
import { rate } from './rate/explain.ts'
import { review } from './review/explain.ts'
import { rollup } from './rollup/explain.ts'
import { share } from './share/explain.ts'
import { soundness } from './soundness/explain.ts'
import { tables } from './tables/explain.ts'
import { total } from './total/explain.ts'

/** Every kind of rule, by the name it has in YAML. */
export const KINDS = {
  documents,
  rate,
  share,
  deadline,
  duration,
  order,
  count,
  total,
  tables,
  content,
  absence,
  review,
  rollup,
  claims,
  soundness,
  acts,
} as const satisfies Record<string, ExplainedKind>
