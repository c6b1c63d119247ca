const HAN = '\\p{Script=Han}〇\\d,。、;:?!()《》〈〉“”‘’〔〕【】—…·'
const GAP = new RegExp(`(?<=[${HAN}])[ \\t\\u3000]+(?=[${HAN}])`, 'gu')

/** One spelling for texts that are compared: NFKC, full-width punctuation as commonly typed, no spaces between Han. */
export function plain(text: string): string {
  return text.normalize('NFKC').replace(/[\u200b-\u200d\u2060\ufeff\u00ad]/g, '').replace(GAP, '')
}

/** For matching titles and headers: as `plain`, and without spaces, punctuation, brackets and letter case. */
export function bare(text: string): string {
  return plain(text).toLowerCase().replace(/[^\p{L}\p{N}〇%]+/gu, '')
}

/** Cuts for display, by characters, with an ellipsis. */
export function clipped(text: string, length: number): string {
  const signs = [...text.replace(/\s+/g, ' ').trim()]
  return signs.length <= length ? signs.join('') : `${signs.slice(0, length - 1).join('')}…`
}
