import { isDailyHan } from './trust.ts'

/** What Windows’s Western encoding has between 0x80 and 0x9F. */
const WESTERN = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** Signs that programmes put in place of the one that they mean. */
const LIKE: Readonly<Record<string, number>> = { μ: 0xb5, '‐': 0xad, '\u2212': 0xad }

function byteOf(sign: string): number | undefined {
  const code = sign.charCodeAt(0)
  if (code >= 0xa0 && code <= 0xff) return code
  const at = WESTERN.indexOf(sign)
  return at >= 0 ? 0x80 + at : LIKE[sign]
}

const RUN = /[\u0080-\u00ffŒœŠšŸŽžƒˆ˜–—‘’‚“”„†‡•…‰‹›€™μ‐\u2212-]{2,}/gu

/**
 * Han that a file says are Western letters: `Ä³Ä³Çø` is 某某区. Only whole pairs of GB 2312 count, and most of them must be
 * characters of daily use; the accents of a European text stand alone.
 */
export function recovered(text: string): string {
  if (!/[\u00a1-\u00ff]{2}/u.test(text)) return text
  return text.replace(RUN, (run) => {
    const bytes: number[] = []
    for (const sign of run) {
      // A soft hyphen is shown as a hyphen.
      const byte = sign === '-' && bytes.length % 2 === 1 ? 0xad : byteOf(sign)
      if (byte === undefined || byte < 0xa1) return run
      bytes.push(byte)
    }
    if (bytes.length % 2 > 0 || !isOfLetters(run)) return run
    const han = strictly(Uint8Array.from(bytes))
    return han !== undefined && isLikely(han) ? han : run
  })
}

/** ××, ·· and °± stand in Chinese texts as what they are. */
const isOfLetters = (run: string): boolean => /[^×÷·±°§¶—…‘’“”–-]/u.test(run)

function strictly(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('gb18030', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function isLikely(text: string): boolean {
  const han = text.match(/\p{Script=Han}/gu) ?? []
  const rest = text.replace(/[\p{Script=Han}\u3000-\u303f\uff00-\uffef‘’“”…—·×÷○]/gu, '')
  return rest === '' && han.filter(isDailyHan).length * 5 >= han.length * 4
}
