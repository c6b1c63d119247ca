import type { Kind } from '../../core/kind.ts'
import { absence } from './absence/absence.ts'
import { acts } from './acts/acts.ts'
import { content } from './content/content.ts'
import { count } from './count/count.ts'
import { deadline } from './deadline/deadline.ts'
import { documents } from './documents/documents.ts'
import { duration } from './duration/duration.ts'
import { order } from './order/order.ts'
import { rate } from './rate/rate.ts'
import { review } from './review/review.ts'
import { rollup } from './rollup/rollup.ts'
import { share } from './share/share.ts'
import { soundness } from './soundness/soundness.ts'
import { tables } from './tables/tables.ts'
import { total } from './total/total.ts'

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
  soundness,
  acts,
} as const satisfies Record<string, Kind>
