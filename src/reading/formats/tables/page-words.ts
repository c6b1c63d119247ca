/**
 * A stretch of text on a page, from the top left in any unit. `height` is that of its letters; `certainty` is given where it
 * was recognised from an image. An empty text says that something stands there which nobody could read.
 */
export type Word = {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly certainty?: number
}

/** Words side by side, in order. */
export type Line = { readonly words: readonly Word[]; readonly text: string }

/** Words as a page places them → lines from top to bottom. What was written earlier comes first where two lie alike. */
export function linesOf(words: readonly Word[]): Line[] {
  const lines: Word[][] = []
  for (const word of words.toSorted((a, b) => a.y - b.y)) {
    const line = lines.at(-1)
    const first = line?.[0]
    if (line && first && Math.abs(word.y - first.y) < 0.4 * Math.min(word.height, first.height)) line.push(word)
    else lines.push([word])
  }
  return lines.map((line) => {
    const sorted = line.sort((a, b) => a.x - b.x)
    return { words: sorted, text: joined(sorted) }
  })
}

/** Some programmes place every letter by itself; only a gap is a blank. */
function joined(words: readonly Word[]): string {
  let text = ''
  let end = Number.POSITIVE_INFINITY
  for (const { text: own, x, width, height } of words) {
    if (x - end > 0.45 * height && !text.endsWith(' ') && !own.startsWith(' ')) text += ' '
    text += own
    end = x + width
  }
  return text.replace(/\s+/g, ' ').trim()
}
