/** A share of a whole as printed, kept as a fraction so that no comparison rounds: 91.7 % is 917 of 1000. */
export type Percent = { readonly part: number; readonly of: number }

/** Reads "95%", "99.5%", "百分之九十五" is not read. Undefined when it is no percentage. */
export function percentOf(text: string): Percent | undefined {
  const found = /^(\d{1,9})(?:\.(\d{1,6}))?\s*[%%]$/.exec(text.trim())
  if (!found) return undefined
  const decimals = found[2] ?? ''
  return { part: Number(found[1] + decimals), of: 100 * 10 ** decimals.length }
}

/** −1, 0 or 1: part/whole below, at or above the percentage. Exact for whole numbers below 2^53. */
export function comparedTo(part: number, whole: number, { part: p, of }: Percent): -1 | 0 | 1 {
  const [left, right] = [BigInt(Math.round(part * 1e6)) * BigInt(of), BigInt(Math.round(whole * 1e6)) * BigInt(p)]
  return left < right ? -1 : left > right ? 1 : 0
}

/** 11 of 12 → "91.7%". Never rounds up to 100 % or down to 0 % what is not. */
export function percentText(part: number, whole: number): string {
  const tenths = Math.round((part / whole) * 1000)
  if (tenths === 1000 && part < whole) return '99.9%'
  if (tenths === 0 && part > 0) return '0.1%'
  return `${tenths % 10 === 0 ? tenths / 10 : (tenths / 10).toFixed(1)}%`
}

export const percentName = ({ part, of }: Percent): string => `${(part * 100) / of}%`
