import { plain } from './plain.ts'

export { plain } from './plain.ts'

/** For matching titles and headers: as `plain`, and without spaces, punctuation, brackets and letter case. */
export function bare(text: string): string {
  const spelt = plain(text)
  return isBare(spelt) ? spelt : spelt.toLowerCase().replace(/[^\p{L}\p{N}〇%]+/gu, '')
}

/** Nothing but characters, figures and small letters, as most cells and heads are: nothing has to be taken out. */
function isBare(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const isSign =
      (code >= 0x4e00 && code <= 0x9fa5) || (code >= 0x30 && code <= 0x39) || (code >= 0x61 && code <= 0x7a)
    if (!isSign) return false
  }
  return true
}

/** The neighbouring signs of a text: what two texts share of them tells how alike they are. */
export const pairsIn = (text: string): string[] =>
  Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2))

/** Cuts for display, by characters, with an ellipsis. */
export function clipped(text: string, length: number): string {
  const whole = text.replace(/\s+/g, ' ').trim()
  // No sign is longer than two units: a line of megabytes is not taken apart for its beginning.
  const signs = [...whole.slice(0, 2 * length + 2)]
  return signs.length <= length ? signs.join('') : `${signs.slice(0, length - 1).join('')}…`
}
