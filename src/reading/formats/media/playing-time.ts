/** How long a recording plays, in whole seconds, where its headers say so. Nothing is decoded. */
export function playingTime(bytes: Uint8Array): number | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  try {
    const seconds = ofWave(file) ?? ofAvi(file) ?? ofMovie(file) ?? ofFlac(file) ?? ofMp3(file)
    return seconds !== undefined && Number.isFinite(seconds) && seconds >= 0 ? Math.round(seconds) : undefined
  } catch (error) {
    // Read past the end: the file was cut off.
    if (error instanceof RangeError) return undefined
    throw error
  }
}

const says = (file: Buffer, text: string, at: number): boolean => file.toString('latin1', at, at + text.length) === text

function ofWave(file: Buffer): number | undefined {
  if (!says(file, 'RIFF', 0) || !says(file, 'WAVE', 8)) return undefined
  let rate = 0
  for (let at = 12; at + 8 <= file.length; at += 8 + file.readUInt32LE(at + 4) + (file.readUInt32LE(at + 4) % 2)) {
    if (says(file, 'fmt ', at)) rate = file.readUInt32LE(at + 16)
    if (says(file, 'data', at)) return file.readUInt32LE(at + 4) / rate
  }
  return undefined
}

function ofAvi(file: Buffer): number | undefined {
  if (!says(file, 'RIFF', 0) || !says(file, 'AVI ', 8)) return undefined
  const header = file.indexOf('avih', 12, 'latin1')
  if (header < 0 || header > 4096) return undefined
  return (file.readUInt32LE(header + 8) * file.readUInt32LE(header + 24)) / 1e6
}

/** The header of an mp4 or mov lies in its `moov` box, which may come last. */
function ofMovie(file: Buffer): number | undefined {
  if (!['ftyp', 'moov', 'mdat', 'wide', 'free'].some((box) => says(file, box, 4))) return undefined
  const movie = boxIn(file, 'moov', 0, file.length)
  const header = movie && boxIn(file, 'mvhd', movie[0], movie[1])
  if (!header) return undefined
  const [at] = header
  if (file.readUInt8(at) === 1) return Number(file.readBigUInt64BE(at + 24)) / file.readUInt32BE(at + 20)
  return file.readUInt32BE(at + 16) / file.readUInt32BE(at + 12)
}

function boxIn(file: Buffer, name: string, from: number, to: number): readonly [number, number] | undefined {
  for (let at = from; at + 8 <= to; ) {
    const short = file.readUInt32BE(at)
    const head = short === 1 ? 16 : 8
    const size = short === 1 ? Number(file.readBigUInt64BE(at + 8)) : short === 0 ? to - at : short
    if (size < head) return undefined
    if (says(file, name, at + 4)) return [at + head, Math.min(at + size, to)]
    at += size
  }
  return undefined
}

function ofFlac(file: Buffer): number | undefined {
  if (!says(file, 'fLaC', 0)) return undefined
  const rate = file.readUIntBE(18, 3) >> 4
  return ((file.readUInt8(21) & 15) * 2 ** 32 + file.readUInt32BE(22)) / rate
}

const BITRATES = {
  1: [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  2: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
}
const RATES = [44_100, 48_000, 32_000]

/** By the count of frames where the first one states it, else as if all were as the first. */
function ofMp3(file: Buffer): number | undefined {
  const start = says(file, 'ID3', 0) ? 10 + syncsafe(file, 6) : 0
  const head = file.readUInt32BE(start)
  // Eleven bits of sync, and layer III.
  if (head >>> 21 !== 0x7ff || ((head >>> 17) & 3) !== 1) return undefined
  const version = (head >>> 19) & 3
  const rate = (RATES[(head >>> 10) & 3] ?? 0) / (version === 3 ? 1 : version === 2 ? 2 : 4)
  const bitrate = BITRATES[version === 3 ? 1 : 2][(head >>> 12) & 15] ?? 0
  const marker = [...['Xing', 'Info']]
    .map((name) => file.indexOf(name, start, 'latin1'))
    .find((at) => at > 0 && at < start + 64)
  if (marker !== undefined && (file.readUInt32BE(marker + 4) & 1) === 1)
    return (file.readUInt32BE(marker + 8) * (version === 3 ? 1152 : 576)) / rate
  return bitrate > 0 ? ((file.length - start) * 8) / (bitrate * 1000) : undefined
}

const syncsafe = (file: Buffer, at: number): number =>
  [0, 1, 2, 3].reduce((sum, i) => sum * 128 + (file.readUInt8(at + i) & 127), 0)
