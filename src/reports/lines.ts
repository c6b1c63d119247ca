import stringWidth from 'string-width'

// Chinese consoles draw “”—…① two columns wide; counting them narrow would push lines over the edge.
export function widthOf(text: string): number {
  if (text.length > 1) return stringWidth(text, { ambiguousIsNarrow: false })
  const known = ofSigns.get(text) ?? stringWidth(text, { ambiguousIsNarrow: false })
  ofSigns.set(text, known)
  return known
}
const ofSigns = new Map<string, number>()

const padding = (text: string, width: number): string => ' '.repeat(Math.max(0, width - widthOf(text)))

export const padded = (text: string, width: number): string => text + padding(text, width)

export const paddedLeft = (text: string, width: number): string => padding(text, width) + text

// 避头尾: these never begin a line, those never end one.
const NOT_FIRST = /^[，。、；：？！）》」』】〕”’％%…,.;:?!)\]}]/u
const NOT_LAST = /[（《「『【〔“‘([{]$/u

/** Breaks a text into lines no wider than `width`; words of Latin letters and figures stay whole where they fit. */
export function wrapped(text: string, width: number): string[] {
  const room = Math.max(8, width)
  const lines: string[] = []
  let [line, taken] = ['', 0]
  for (const unit of unitsOf(text, room)) {
    if (line && taken + widthOf(unit) > room) {
      const [keep, carried] = broken(line, unit)
      lines.push(keep.trimEnd())
      line = carried.trimStart()
      taken = widthOf(line)
    }
    line += unit
    taken += widthOf(unit)
  }
  return [...lines, line.trimEnd()].filter((one, index) => one !== '' || index === 0)
}

/** Han by Han, other runs by the word; a run that fills more than a line is cut into signs. */
function unitsOf(text: string, room: number): string[] {
  const runs = text.match(/[A-Za-z0-9_./%+@#\\-]+|[\s\S]/gu) ?? []
  return runs.flatMap((run) => (widthOf(run) > room ? Array.from(run) : [run]))
}

function broken(line: string, next: string): [string, string] {
  const signs = Array.from(line)
  let cut = signs.length
  const isWord = (at: number) => /^[A-Za-z0-9_]$/.test(signs[at] ?? '')
  // Few signs move down: a row of brackets longer than that may break the rule, but never loses text.
  while (
    cut > 1 &&
    signs.length - cut < 6 &&
    (NOT_FIRST.test(signs[cut] ?? next) ||
      NOT_LAST.test(signs.slice(0, cut).join('')) ||
      (isWord(cut - 1) && isWord(cut)))
  )
    cut--
  if (NOT_FIRST.test(signs[cut] ?? next)) cut = signs.length
  return [signs.slice(0, cut).join(''), signs.slice(cut).join('')]
}

/** A block with a hanging indent: the label in front of the first line only. */
export function block(label: string, text: string, width: number, indent: number): string[] {
  const hang = widthOf(label)
  return wrapped(text, width - indent - hang).map(
    (line, index) => ' '.repeat(indent) + (index === 0 ? label : ' '.repeat(hang)) + line,
  )
}

/** One line: what does not fit is cut, and is seen to be. */
export function clippedTo(text: string, width: number): string {
  if (widthOf(text) <= width) return text
  let kept = ''
  for (const sign of text) {
    if (widthOf(kept + sign) > width - 2) break
    kept += sign
  }
  return `${kept}…`
}
