import type { Match } from '../core/package.ts'

/** A statement is told with its sentence, and once; where it lies stays known. */
export function withStated(matches: readonly Match[], stated: readonly Match[]): Match[] {
  const key = ({ file, indicator, material }: Match) => `${file} ${indicator} ${material}`
  const said = new Map(stated.map((one) => [key(one), one]))
  const known = new Set(matches.map(key))
  return [
    ...matches.map((one) => ({ ...one, ...said.get(key(one)) })),
    ...[...said].flatMap(([name, one]) => (known.has(name) ? [] : [one])),
  ]
}
