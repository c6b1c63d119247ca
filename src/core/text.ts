import { plain } from './plain.ts'

export { plain } from './plain.ts'

/** For matching titles and headers: as `plain`, and without spaces, punctuation, brackets and letter case. */
export function bare(text: string): string {
  return plain(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}〇%]+/gu, '')
}

/** Cuts for display, by characters, with an ellipsis. */
export function clipped(text: string, length: number): string {
  const signs = [...text.replace(/\s+/g, ' ').trim()]
  return signs.length <= length ? signs.join('') : `${signs.slice(0, length - 1).join('')}…`
}
