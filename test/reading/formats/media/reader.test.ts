import { expect, test } from 'vitest'
import type { Format } from '../../../../src/core/evidence.ts'
import { read } from '../../../../src/reading/read.ts'

const tag = (text: string) => Buffer.from(text, 'latin1')
const le = (...values: readonly number[]) => Buffer.from(Uint32Array.from(values).buffer)
const be = (...values: readonly number[]) => Buffer.from(le(...values)).swap32()
const box = (name: string, ...inner: readonly Uint8Array[]) => {
  const body = Buffer.concat(inner)
  return Buffer.concat([be(body.length + 8), tag(name), body])
}

// 16,000 bytes a second; one minute and a half.
const wave = Buffer.concat([
  ...[tag('RIFF'), le(0), tag('WAVE'), tag('LIST'), le(3), Buffer.alloc(4)],
  ...[
    tag('fmt '),
    le(16),
    Buffer.from('01000100', 'hex'),
    le(8000, 16_000),
    Buffer.alloc(4),
    tag('data'),
    le(90 * 16_000),
  ],
])
const brand = box('ftyp', tag('isom'), be(0))
const movie = (header: Buffer) =>
  Buffer.concat([brand, box('mdat', Buffer.alloc(100)), box('moov', box('mvhd', header))])
const short = movie(be(0, 0, 0, 600, 600 * 75))
const long = movie(Buffer.concat([Buffer.from([1, 0, 0, 0]), Buffer.alloc(16), be(1000, 0, 75_000)]))
const avi = Buffer.concat([
  tag('RIFF'),
  le(0),
  tag('AVI LIST'),
  le(0),
  tag('hdrlavih'),
  le(56, 40_000, 0, 0, 0, 25 * 30),
])
const flac = Buffer.concat([
  tag('fLaC'),
  Buffer.alloc(14),
  Buffer.from('0ac44000', 'hex').subarray(0, 3),
  Buffer.from([0xf0]),
  be(44_100 * 20),
])
// MPEG-1 layer III, 128 kbit/s, 44.1 kHz: 16,000 bytes a second, behind a tag of ten bytes and ten more.
const frame = Buffer.from('fffb9000', 'hex')
const id3 = Buffer.concat([
  tag('ID3'),
  Buffer.from('03000000000a', 'hex').subarray(0, 3),
  Buffer.from([0, 0, 0, 10]),
  Buffer.alloc(10),
])
const constant = Buffer.concat([id3, frame, Buffer.alloc(16_000 * 12 - 4)])
const counted = Buffer.concat([frame, Buffer.alloc(32), tag('Xing'), be(1, 1000), Buffer.alloc(100)])

test.each<readonly [string, Format, Uint8Array, number]>([
  ['wav', 'audio', wave, 90],
  ['mp4', 'video', short, 75],
  ['mp4 with 64-bit times', 'video', long, 75],
  ['avi', 'video', avi, 30],
  ['flac', 'audio', flac, 20],
  ['mp3 of one bit rate', 'audio', constant, 12],
  ['mp3 that counts its frames', 'audio', counted, 26],
])('%s: how long it plays', async (_, format, bytes, duration) => {
  expect(await read(bytes, format)).toMatchObject({
    extent: 'whole',
    pages: 0,
    properties: { duration },
    notes: [{ code: 'not-read' }],
  })
})

test.each<readonly [string, Format, Uint8Array]>([
  ['cut off before its header', 'video', short.subarray(0, 60)],
  ['with no rate', 'audio', Buffer.concat([tag('RIFF'), le(0), tag('WAVEdata'), le(100)])],
  ['of a kind whose headers do not tell', 'audio', tag('#!AMR\n')],
  ['whose boxes have no size', 'video', Buffer.concat([brand, be(2), tag('moov')])],
])('a recording %s has no duration', async (_, format, bytes) => {
  expect((await read(bytes, format)).properties).toEqual({})
})
