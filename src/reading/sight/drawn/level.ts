import { type Chain, chainsOf, type Dash } from './chains.ts'
import type { LightMap } from './light.ts'
import { CONTRAST, marksOf, SEEN, seenAt } from './marks.ts'

export type Segment = { readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number }

/** A straight drawn line, and what is seen from its one end to its other. */
export type Stroke = Segment & { readonly marks: Uint8Array }

/** How much of a strip, and of a whole line, must be dark: between the strokes of letters in a row there are gaps. */
const [FULL, SOLID] = [0.7, 0.85]
/** A page that was photographed from the side has lines as steep as this. */
const STEEPEST = 0.09
/** Millimetres to both sides. */
const BESIDE = 0.55

/** In millimetres: how wide the strips are, how long the shortest line, and how long a gap noise or a crossing stroke may make. */
export type Measures = { readonly strip: number; readonly shortest: number; readonly gap: number }

/**
 * The nearly level lines of a picture. They are looked for in strips so narrow that skew, noise
 * and the bend of a page move a line by less than it is thick; what goes on from strip to strip is one line.
 */
export function levelStrokes(map: LightMap, measures: Measures): Stroke[] {
  const mask = ridges(map)
  const strip = Math.max(8, Math.round(measures.strip * map.perMm))
  const strokes = chainsOf(dashesIn(mask, map, strip)).flatMap((chain) => walked(chain, mask, map, strip, measures))
  return distinct(strokes, map.perMm)
}

/** What is darker than the places above and below it: strokes and lines, but no edge between light and dark. */
function ridges({ width, height, light, perMm }: LightMap): Uint8Array {
  const beside = Math.max(2, Math.round(BESIDE * perMm)) * width
  const mask = new Uint8Array(light.length)
  for (let at = beside; at < width * height - beside; at++) {
    const most = light[at]! + CONTRAST
    if (light[at - beside]! >= most && light[at + beside]! >= most) mask[at] = 1
  }
  return mask
}

function dashesIn(mask: Uint8Array, { width, height }: LightMap, strip: number): Dash[][] {
  const leanest = Math.ceil(strip * STEEPEST)
  const wanted = FULL * strip
  return Array.from({ length: Math.floor(width / strip) }, (_, index) => {
    const left = index * strip
    const counts = new Uint16Array(height)
    for (let y = 0; y < height; y++)
      for (let x = left, at = y * width + left; x < left + strip; x++, at++) counts[y]! += mask[at]!

    const best = new Uint16Array(height)
    const leans = new Int8Array(height)
    for (let y = leanest; y < height - leanest - 1; y++) {
      let near = 0
      for (let by = -leanest; by <= leanest + 1; by++) near += counts[y + by]!
      if (near < wanted) continue
      for (let lean = -leanest; lean <= leanest; lean++) {
        let count = 0
        for (let x = 0; x < strip; x++) {
          const at = (y + Math.round((lean * (2 * x - strip)) / (2 * strip))) * width + left + x
          // A line that lies between two rows is in one of them now, in the other then.
          if (mask[at] || mask[at + width]) count++
        }
        if (count > best[y]! || (count === best[y] && Math.abs(lean) < Math.abs(leans[y]!))) {
          best[y] = count
          leans[y] = lean
        }
      }
    }
    return peaks(best, wanted).map((y) => ({ strip: index, y: y + 0.5, lean: leans[y]! }))
  })
}

/** Where a line is best seen; its neighbours see it too. */
function peaks(best: Uint16Array, wanted: number): number[] {
  const found: number[] = []
  for (let y = 0; y < best.length; ) {
    if (best[y]! < wanted) {
      y++
      continue
    }
    let end = y
    while (end + 1 < best.length && best[end + 1]! >= wanted) end++
    const most = Math.max(...best.subarray(y, end + 1))
    const tops = Array.from({ length: end - y + 1 }, (_, by) => y + by).filter((row) => best[row] === most)
    found.push(tops[tops.length >> 1]!)
    y = end + 1
  }
  return found
}

/** Follows a chain place by place, to where its line really begins and ends. What a seal hides is no gap. */
function walked({ dashes }: Chain, mask: Uint8Array, map: LightMap, strip: number, measures: Measures): Stroke[] {
  const { width, perMm } = map
  const heightAt = fitted(dashes, strip)
  const [first, last] = [dashes[0]!.strip * strip, (dashes.at(-1)!.strip + 1) * strip]
  const [gap, shortest] = [measures.gap * perMm, measures.shortest * perMm]
  const strokes: Stroke[] = []
  let run = { from: 0, to: -1, hits: 0, missed: 0, hidden: 0 }
  for (let x = 0; x <= width; x++) {
    const seen = x < width ? seenAt(mask, map, x, Math.floor(heightAt(x))) : 0
    if (seen === SEEN.line && run.hits > 0) run = { ...run, to: x, hits: run.hits + 1, missed: 0 }
    else if (seen === SEEN.line) run = { from: x, to: x, hits: 1, missed: 0, hidden: 0 }
    else if (run.hits > 0 && seen === SEEN.cover) run.hidden++
    else run.missed++
    if (run.hits === 0 || (run.missed <= gap && x < width)) continue
    const { from, to, hits, hidden } = run
    const long = to - from + 1
    if (long > shortest && from < last && to > first && hits + hidden >= SOLID * long && hits * 3 > long)
      strokes.push({ x1: from, y1: heightAt(from), x2: to, y2: heightAt(to), marks: marksOf(mask, map, heightAt, run) })
    run = { from: 0, to: -1, hits: 0, missed: 0, hidden: 0 }
  }
  return strokes
}

/** Between the strips' middles along straight pieces, beyond them as the whole chain runs. */
function fitted(dashes: readonly Dash[], strip: number): (x: number) => number {
  const points = dashes.map((dash) => ({ x: (dash.strip + 0.5) * strip, y: dash.y, lean: dash.lean / strip }))
  const [first, last] = [points[0]!, points.at(-1)!]
  const slope = points.length > 2 ? (last.y - first.y) / (last.x - first.x) : (first.lean + last.lean) / 2
  return (x) => {
    if (x <= first.x) return first.y + slope * (x - first.x)
    const after = points.findIndex((point) => point.x >= x)
    if (after <= 0) return last.y + slope * (x - last.x)
    const [a, b] = [points[after - 1]!, points[after]!]
    return a.y + ((b.y - a.y) * (x - a.x)) / (b.x - a.x)
  }
}

/** Two chains may follow one line. */
function distinct(strokes: readonly Stroke[], perMm: number): Stroke[] {
  const kept: Stroke[] = []
  for (const stroke of strokes.toSorted((a, b) => b.x2 - b.x1 - (a.x2 - a.x1))) {
    const middle = (stroke.x1 + stroke.x2) / 2
    const same = kept.some(
      (other) =>
        other.x1 - perMm <= stroke.x1 &&
        stroke.x2 <= other.x2 + perMm &&
        Math.abs(heightOn(other, middle) - heightOn(stroke, middle)) <= 0.4 * perMm,
    )
    if (!same) kept.push(stroke)
  }
  return kept
}

export const heightOn = ({ x1, y1, x2, y2 }: Segment, x: number): number => y1 + ((y2 - y1) * (x - x1)) / (x2 - x1 || 1)
