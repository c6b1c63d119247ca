export type Dash = { readonly strip: number; readonly y: number; readonly lean: number }
export type Chain = { readonly dashes: Dash[] }

/** A strip may be missed where a stroke of a letter runs along the line. */
const MISSED = 1

export function chainsOf(strips: readonly (readonly Dash[])[]): Chain[] {
  const chains: Chain[] = []
  let open: Chain[] = []
  for (const [index, dashes] of strips.entries()) {
    open = open.filter(({ dashes: own }) => index - own.at(-1)!.strip <= MISSED + 1)
    for (const dash of dashes) {
      const near = open
        .map((chain) => ({ chain, off: Math.abs(expected(chain, index) - dash.y) }))
        .filter(({ chain, off }) => off <= 2 && chain.dashes.at(-1)!.strip < index)
        .sort((a, b) => a.off - b.off)[0]
      if (near) near.chain.dashes.push(dash)
      else {
        const chain = { dashes: [dash] }
        chains.push(chain)
        open.push(chain)
      }
    }
  }
  return chains
}

/** Where a chain should be seen next, by how it has run so far. */
function expected({ dashes }: Chain, strip: number): number {
  const last = dashes.at(-1)!
  const first = dashes[Math.max(0, dashes.length - 6)]!
  const slope = dashes.length > 2 ? (last.y - first.y) / (last.strip - first.strip) : last.lean
  return last.y + slope * (strip - last.strip)
}
