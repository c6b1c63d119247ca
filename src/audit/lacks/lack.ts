import type { Place } from '../../core/place.ts'
import type { Finding } from '../../core/report.ts'

/** Papers that are not there or too few; a paper without a part, and a table without a column, are there. */
export const isLack = ({ lacks }: Finding): boolean => lacks !== undefined && !lacks.parts && !lacks.columns

export const isWaiting = ({ outcome }: Finding): boolean => outcome !== 'exempt' && outcome !== 'met'

export const placesOf = (lacks: readonly Finding[]): Place[] => [
  ...new Map(lacks.flatMap(({ cites }) => cites).map((cite) => [JSON.stringify(cite), cite])).values(),
]
