import { type Percent, percentName } from '../../core/percent.ts'

/** A floor as people say it: nothing lies above all of them. */
export function atLeast(percent: Percent): string {
  const name = percentName(percent)
  return name === '100%' ? '达到100%' : `不低于${name}`
}
