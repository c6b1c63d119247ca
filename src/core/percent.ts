/** A share of a whole as printed, kept as a fraction so that no comparison rounds: 91.7 % is 917 of 1000. */
export type Percent = { readonly part: number; readonly of: number }

/** Reads "95%", "99.5%", "百分之九十五" is not read. Undefined when it is no percentage. */
export function percentOf(text: string): Percent | undefined {
  const found = /^(\d{1,9})(?:\.(\d{1,6}))?\s*%$/.exec(text.normalize('NFKC').trim())
  if (!found) return undefined
  const decimals = found[2] ?? ''
  return { part: Number(found[1] + decimals), of: 100 * 10 ** decimals.length }
}

/** −1, 0 or 1: part/whole below, at or above the percentage. Exact for whole numbers below 2^53 and for six decimals. */
export function comparedTo(part: number, whole: number, { part: p, of }: Percent): -1 | 0 | 1 {
  const [left, right] = [millionths(part) * BigInt(of), millionths(whole) * BigInt(p)]
  return left < right ? -1 : left > right ? 1 : 0
}

function millionths(number: number): bigint {
  const whole = Math.trunc(number)
  return BigInt(whole) * 1_000_000n + BigInt(Math.round((number - whole) * 1e6))
}

/**
 * 11 of 12 → "91.7%". Never rounds onto a whole percent what is not one: 9496 of 10000 is 94.9 %, not the 95 % it misses.
 * Of nothing there is no share: "—".
 */
export function percentText(part: number, whole: number): string {
  if (whole === 0) return '—'
  const exact = (part / whole) * 1000
  const tenths = Math.round(exact)
  const missed = tenths % 10 === 0 && part * 1000 !== tenths * whole
  const shown = missed ? tenths + (part * 1000 < tenths * whole ? -1 : 1) : tenths
  return `${shown % 10 === 0 ? shown / 10 : (shown / 10).toFixed(1)}%`
}

export const percentName = ({ part, of }: Percent): string => `${(part * 100) / of}%`
