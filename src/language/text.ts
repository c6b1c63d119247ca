import { plain } from './plain.ts'

export { plain } from './plain.ts'

/** For matching titles and headers: as `plain`, and without spaces, punctuation, brackets and letter case. */
export function bare(text: string): string {
  return plain(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}〇%]+/gu, '')
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
