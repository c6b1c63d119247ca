import { wrapped } from './lines.ts'

/** Fewer signs of a quotation tell nobody which words are meant. */
const LEAST = 8

/**
 * A text and the words that it rests on, in brackets: （“…”）. Where cutting the quotation spares a line it is cut, and as
 * little as need be; the whole is `--all`'s and `audit explain`'s. What is no quotation – a law, a number – is never cut.
 */
export function fitted(text: string, basis: string, width: number, whole: boolean): string {
  const full = text + basis
  const [, head, words, end] = /^(（[^“]*“)(.*?)…?(”）)$/u.exec(basis) ?? []
  const least = wrapped(text + (head ?? '') + (end ?? ''), width).length
  if (whole || words === undefined || wrapped(full, width).length <= least) return full
  const signs = Array.from(words)
  let best = full
  for (let count = signs.length - 1; count >= LEAST; count--) {
    const less = `${text}${head}${signs.slice(0, count).join('')}…${end}`
    if (wrapped(less, width).length < wrapped(best, width).length) best = less
  }
  return best
}

/** Where it is, and what to do: a paragraph each, or one where that spares a line. */
export function paragraphs(place: string, todo: string, basis: string, width: number, whole: boolean): string[] {
  const lines = (text: string) => (text === '' ? [] : wrapped(text, width))
  const apart = [...lines(place), ...lines(fitted(todo, basis, width, whole))]
  if (whole || place === '' || todo === '') return apart
  const together = lines(fitted(`${place}　${todo}`, basis, width, whole))
  return together.length < apart.length ? together : apart
}
