const LETTER = /[\p{L}\p{N}]/gu

/**
 * How many letters and figures a text has, counted until there are `most`. One by one: a list of all those of a text of a
 * million signs takes longer to keep than to count.
 */
export function lettersIn(text: string, most = Number.POSITIVE_INFINITY): number {
  let found = 0
  LETTER.lastIndex = 0
  while (found < most && LETTER.test(text)) found++
  return found
}
