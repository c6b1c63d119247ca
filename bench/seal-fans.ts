import type { Pixels } from '../src/reading/sight/render/pixels.ts'
import { fannedSeals } from '../src/reading/sight/seals/fan.ts'
import { stripsOf } from '../src/reading/sight/seals/strips.ts'
import { patchy, printed, randomOf, roundBody, worn } from './seal-pages.ts'

const [W, H] = [210, 297]

type Fan = { readonly pages: readonly Pixels[]; readonly stamped: boolean }

/** A document of 2 to 9 pages, two thirds of which bear one seal across their fanned edges. */
export async function sealFan(seed: number): Promise<Fan> {
  const random = randomOf(seed * 6007 + 5)
  const count = Math.floor(random.between(2, 10))
  const stamped = random.often(0.67)
  const [r, y] = [random.between(18, 25), random.between(60, 240)]
  const cuts = Array.from({ length: count }, () => random.between(0.6, 1.4))
  const whole = cuts.reduce((sum, one) => sum + one, 0)
  const stamp = Math.floor(random.between(1, 1e6))
  const [scale, tiltBy] = [random.pick([100, 150, 200]) / 25.4, random.often(0.5) ? 1.2 : 0.3]
  const pages: Pixels[] = []
  let to = 0
  for (const [at, share] of cuts.entries()) {
    const from = to
    to += (share / whole) * 2 * r
    const own = randomOf(seed * 101 + at)
    const edge = W - (own.often(0.3) ? own.between(0.5, 4) : 0)
    const [x, down] = [edge - to + r, y + own.between(-1.5, 1.5)]
    // The same impression on every page, of which each shows its part.
    const body = patchy(randomOf(stamp), roundBody(randomOf(stamp + 1), x, down, r), x, down, r)
    const seal = stamped
      ? `<clipPath id="p${at}"><rect x="${edge - (to - from)}" y="0" width="${to - from}" height="${H}"/></clipPath><g clip-path="url(#p${at})">${body}</g>`
      : ''
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${Math.round(W * scale)}" height="${Math.round(H * scale)}" viewBox="0 0 ${W} ${H}" font-family="serif"><rect width="${W}" height="${H}" fill="#fff"/><g transform="rotate(${own.between(-tiltBy, tiltBy).toFixed(2)} ${W / 2} ${H / 2})">${printed(own).svg}</g>${seal}</svg>`
    pages.push(await worn(svg, own, false))
  }
  return { pages, stamped }
}

/** Which of these documents are found to bear one seal, over all of their pages. */
export async function fansScored(from: number, documents: number, show: boolean): Promise<string> {
  let [stamped, found, wrong, whole, ms] = [0, 0, 0, 0, 0]
  for (let seed = from; seed < from + documents; seed++) {
    const fan = await sealFan(seed)
    const start = performance.now()
    const seals = fannedSeals(
      fan.pages.map((page, at) => ({ page: at + 1, width: W, height: H, strips: stripsOf(page, W) })),
    )
    ms += (performance.now() - start) / fan.pages.length
    const [seal] = seals
    if (fan.stamped) stamped++
    if (fan.stamped && seal) found++
    if (fan.stamped && seal?.pages?.length === fan.pages.length) whole++
    wrong += seals.length - (fan.stamped && seal ? 1 : 0)
    if (show && (fan.stamped ? seals.length !== 1 : seals.length > 0))
      console.log(seed, fan.stamped, fan.pages.length, JSON.stringify(fan.pages.map((page) => stripsOf(page, W))))
  }
  const share = (part: number, all: number) => (all === 0 ? '–' : (part / all).toFixed(3))
  return `fanned: precision ${share(found, found + wrong)}, recall ${share(found, stamped)} (${found} of ${stamped} found, ${whole} on all their pages, ${wrong} false), ${(ms / documents).toFixed(0)} ms a page`
}
