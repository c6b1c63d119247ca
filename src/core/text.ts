const HAN = '\\p{Script=Han}〇,。、;:?!()《》〈〉“”‘’〔〕【】—…·'
// A space between two figures tells them apart (2006 82 号); any other space beside Han is typesetting.
const GAP = new RegExp(`(?<=[${HAN}])[ \\t]+(?=[${HAN}\\d])|(?<=\\d)[ \\t]+(?=[${HAN}])`, 'gu')
const INVISIBLE = /[\u200b-\u200d\u2060\ufeff\u00ad]/g

// Fonts of Chinese PDFs map common characters to radicals, and NFKC leaves those of this block as they are. U+2F3E it
// would turn into the traditional 戶.
const RADICALS = '⺠⺩⻁⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰⻳⼾'
const CHARACTERS = '民王虎西见角贝车长门青韦页风飞食马骨鬼鱼鸟卤麦黄齐齿龙龟户'
const RADICAL = new RegExp(`[${RADICALS}]`, 'g')

/** One spelling for texts that are compared: NFKC, full-width punctuation as commonly typed, no spaces between Han. */
export function plain(text: string): string {
  const signs = text.replace(RADICAL, (sign) => CHARACTERS[RADICALS.indexOf(sign)]!)
  const spelt = signs.normalize('NFKC').replace(INVISIBLE, '')
  // Most texts have no space at all, and looking around every sign is what costs.
  return spelt.includes(' ') || spelt.includes('\t') ? spelt.replace(GAP, '') : spelt
}

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
