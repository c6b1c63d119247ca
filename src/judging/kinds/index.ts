import type { Kind } from '../core/kind.ts'
import { absence } from './absence.ts'
import { content } from './content.ts'
import { count } from './count.ts'
import { deadline } from './deadline.ts'
import { documents } from './documents.ts'
import { duration } from './duration.ts'
import { order } from './order.ts'
import { rate } from './rate.ts'
import { review } from './review.ts'
import { rollup } from './rollup.ts'
import { share } from './share.ts'
import { total } from './total.ts'

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
  content,
  absence,
  review,
  rollup,
} as const satisfies Record<string, Kind>
