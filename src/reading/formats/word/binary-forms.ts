import { boxOf } from '../shared/symbols.ts'

const CHECK_BOX = 1
/** What Word writes where a form's box was never touched. */
const UNSET = 25

/** The box of a form whose record begins at a place of the data stream. Undefined where none does. */
export function boxIn(data: Buffer, place: number): string | undefined {
  if (place + 6 > data.length) return undefined
  const at = place + data.readUInt16LE(place + 4)
  if (at + 12 > data.length || data.readUInt32LE(at) !== 0xffff_ffff) return undefined
  const bits = data.readUInt16LE(at + 4)
  if ((bits & 3) !== CHECK_BOX) return undefined
  const ticked = (bits >> 2) & 31
  if (ticked !== UNSET) return boxOf(ticked === 1)
  // What it was when the form was new stands behind its name.
  const before = at + 10 + 2 + data.readUInt16LE(at + 10) * 2 + 2
  return boxOf(before + 2 <= data.length && data.readUInt16LE(before) === 1)
}
