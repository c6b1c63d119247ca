import type { Kind } from '../core/kind.ts'
import { duration } from './duration.ts'
import { order } from './order.ts'
import { rate } from './rate.ts'
import { review } from './review.ts'
import { share } from './share.ts'

/** Every kind of rule, by the name it has in YAML. */
export const KINDS = {
  rate,
  share,
  duration,
  order,
  review,
} as const satisfies Record<string, Kind>
