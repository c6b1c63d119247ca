/** The names of the streams in an OLE2 compound file (doc, xls, ppt, encrypted OOXML). Undefined where it is broken. */
export function streamNames(bytes: Uint8Array): ReadonlySet<string> | undefined {
  try {
    return names(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  } catch (error) {
    // A `DataView` read past the end: the file was cut off.
    if (error instanceof RangeError) return undefined
    throw error
  }
}

const END = 0xfffffffa

function names(view: DataView): ReadonlySet<string> {
  const size = 1 << Math.min(view.getUint16(30, true), 16)
  const offset = (sector: number) => (sector + 1) * size
  const next = (sector: number) => {
    const table = tableSector(view, Math.floor(sector / (size / 4)), size)
    return view.getUint32(offset(table) + (sector % (size / 4)) * 4, true)
  }

  const found = new Set<string>()
  const seen = new Set<number>()
  // A chain that runs in a circle ends at the first sector it visits twice.
  for (let sector = view.getUint32(48, true); sector < END && !seen.has(sector); sector = next(sector)) {
    seen.add(sector)
    for (let at = offset(sector); at < offset(sector) + size; at += 128) {
      const length = view.getUint16(at + 64, true)
      if (view.getUint8(at + 66) !== 0 && length >= 2 && length <= 64) found.add(nameAt(view, at, length / 2 - 1))
    }
  }
  return found
}

/** Where the allocation table's `index`-th sector lies: 109 entries stand in the header, the rest in a chain of sectors. */
function tableSector(view: DataView, index: number, size: number): number {
  if (index < 109) return view.getUint32(76 + index * 4, true)
  const each = size / 4 - 1
  let sector = view.getUint32(68, true)
  for (let hops = Math.floor((index - 109) / each); hops > 0; hops--)
    sector = view.getUint32((sector + 1) * size + each * 4, true)
  return view.getUint32((sector + 1) * size + ((index - 109) % each) * 4, true)
}

function nameAt(view: DataView, at: number, length: number): string {
  return String.fromCharCode(...Array.from({ length: Math.floor(length) }, (_, i) => view.getUint16(at + i * 2, true)))
}
