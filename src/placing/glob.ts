/**
 * A path, a folder or a pattern with `*` (within one name), `?` and `**` (any folders). A folder stands for all below it.
 * Compared name by name, without regular expressions: the pattern is the unit's own text and must not hang the auditor.
 */
export function globs(pattern: string, path: string): boolean {
  const wanted = partsOf(pattern)
  return wanted.length > 0 && below(wanted, partsOf(path))
}

const partsOf = (path: string): string[] =>
  path
    .normalize('NFC')
    .replaceAll('\\', '/')
    .split('/')
    .filter((part) => part !== '' && part !== '.')

/** The pattern is used up: the path is it, or lies below it. */
function below(pattern: readonly string[], path: readonly string[]): boolean {
  let reached = new Set([0])
  for (const part of path) {
    const next = new Set<number>()
    for (const at of skipping(pattern, reached)) {
      if (at === pattern.length || pattern[at] === '**') next.add(at)
      else if (named(pattern[at]!, part)) next.add(at + 1)
    }
    reached = next
  }
  return skipping(pattern, reached).has(pattern.length)
}

/** `**` may stand for no folder at all. */
function skipping(pattern: readonly string[], reached: ReadonlySet<number>): Set<number> {
  const all = new Set(reached)
  for (const at of all) if (pattern[at] === '**') all.add(at + 1)
  return all
}

/** Wildcards within one name; goes back to the last star only, so it is linear in practice and never exponential. */
function named(pattern: string, name: string): boolean {
  const [signs, letters] = [[...pattern], [...name]]
  let [sign, letter, star, mark] = [0, 0, -1, 0]
  while (letter < letters.length) {
    if (signs[sign] === '*') {
      star = sign++
      mark = letter
    } else if (sign < signs.length && (signs[sign] === '?' || signs[sign] === letters[letter])) {
      sign++
      letter++
    } else if (star >= 0) {
      sign = star + 1
      letter = ++mark
    } else return false
  }
  return signs.slice(sign).every((rest) => rest === '*')
}
