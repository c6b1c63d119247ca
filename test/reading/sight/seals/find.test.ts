import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { findSeals } from '../../../../src/reading/sight/seals/find.ts'

const RED = '#d0141e'

/** A page of A4 at 100 dpi with this drawn on it, in millimetres. */
async function page(drawing: string, worn: (picture: ReturnType<typeof sharp>) => ReturnType<typeof sharp> = (p) => p) {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="827" height="1169" viewBox="0 0 210 297"><rect width="210" height="297" fill="#fff"/>${drawing}</svg>`
  const { data, info } = await worn(sharp(Buffer.from(svg)).flatten({ background: '#fff' }))
    .removeAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, data: new Uint8Array(data) }
}

const kinds = async (...drawn: Parameters<typeof page>) => findSeals(await page(...drawn), 210)?.map(({ kind }) => kind)

/** Strokes in a ring stand for the letters of a name. */
const letters = (x: number, y: number, rx: number, ry: number) =>
  Array.from({ length: 11 }, (_, at) => {
    const angle = (at * 2 * Math.PI) / 11
    return `<rect x="${x + rx * Math.cos(angle) - 2}" y="${y + ry * Math.sin(angle) - 2}" width="4" height="1.2"/><rect x="${x + rx * Math.cos(angle) - 0.6}" y="${y + ry * Math.sin(angle) - 2}" width="1.2" height="5"/>`
  }).join('')

const round = (x: number, y: number, r = 21, opacity = 0.9) =>
  `<g style="mix-blend-mode:multiply" opacity="${opacity}" fill="${RED}"><circle cx="${x}" cy="${y}" r="${r - 0.6}" fill="none" stroke="${RED}" stroke-width="1.2"/>${letters(x, y, r * 0.7, r * 0.7)}<circle cx="${x}" cy="${y}" r="5"/></g>`

const oval = (x: number, y: number) =>
  `<g fill="${RED}"><ellipse cx="${x}" cy="${y}" rx="22" ry="15" fill="none" stroke="${RED}" stroke-width="1"/>${letters(x, y, 15, 9)}</g>`

const square = (x: number, y: number, turn = 0) =>
  `<g fill="${RED}" transform="rotate(${turn} ${x} ${y})"><rect x="${x - 10}" y="${y - 10}" width="20" height="20" fill="none" stroke="${RED}" stroke-width="1"/><rect x="${x - 7}" y="${y - 7}" width="5" height="14"/><rect x="${x + 1}" y="${y - 7}" width="6" height="2"/><rect x="${x + 1}" y="${y - 1}" width="6" height="2"/><rect x="${x + 3}" y="${y - 7}" width="2" height="14"/></g>`

/** Rows of strokes, as dark as print is: a fifth of the row. */
const text = Array.from(
  { length: 20 },
  (_, at) =>
    `<g stroke="#111" stroke-width="0.7" fill="none"><path d="M28 ${40 + at * 9}H178M28 ${44 + at * 9}H178" stroke-dasharray="4 3"/><path d="M28 ${42 + at * 9}H178" stroke-width="5" stroke-dasharray="0.6 5"/></g>`,
).join('')
const letterhead = `<g fill="${RED}"><rect x="28" y="58" width="156" height="1"/>${Array.from({ length: 9 }, (_, at) => `<rect x="${34 + at * 16}" y="30" width="12" height="3"/><rect x="${34 + at * 16}" y="38" width="12" height="2.5"/><rect x="${38 + at * 16}" y="30" width="3" height="14"/>`).join('')}</g>`

describe('a seal is found', () => {
  test('with its kind, its place and its size on paper', async () => {
    expect(findSeals(await page(`${text}${round(140, 200)}`), 210)).toEqual([
      {
        kind: 'round',
        box: {
          x: expect.closeTo(469, -1),
          y: expect.closeTo(705, -1),
          width: expect.closeTo(165, -1),
          height: expect.closeTo(165, -1),
        },
        mm: { width: expect.closeTo(42, -0.5), height: expect.closeTo(42, -0.5) },
        certainty: expect.any(Number),
      },
    ])
  })

  test.each([
    ['faint', [round(140, 200, 21, 0.3)]],
    ['over text', [text, round(100, 120)]],
    ['below a red letterhead', [letterhead, text, round(140, 200)]],
  ])('%s', async (_, drawn) => {
    expect(await kinds(drawn.join(''))).toEqual(['round'])
  })

  test('on a page that hangs by 3°', async () => {
    expect(await kinds(`${text}${round(120, 150)}`, (picture) => picture.rotate(3, { background: '#fff' }))).toEqual([
      'round',
    ])
  })

  test('blurred and squeezed by a scanner', async () => {
    const page = (picture: ReturnType<typeof sharp>) => picture.blur(1)
    expect(await kinds(`${text}${round(140, 200)}`, page)).toEqual(['round'])
  })

  test('cut off by the right edge of the paper: half of one', async () => {
    expect(await kinds(`${text}${round(208, 150)}`)).toEqual(['half'])
  })

  test('oval', async () => expect(await kinds(`${text}${oval(120, 240)}`)).toEqual(['oval']))

  test.each([0, 12])('square, turned by %i°', async (turn) => {
    expect(await kinds(`${text}${square(140, 240, turn)}`)).toEqual(['square'])
  })

  test('twice, side by side', async () => {
    expect(await kinds(`${text}${round(60, 240)}${round(130, 242)}`)).toEqual(['round', 'round'])
  })
})

describe('what is red and no seal', () => {
  test.each([
    ['a letterhead', letterhead],
    ['a dot', `<circle cx="100" cy="150" r="16" fill="${RED}"/>`],
    ['a bare frame', `<rect x="60" y="100" width="24" height="24" fill="none" stroke="${RED}" stroke-width="1"/>`],
    ['a bare ring', `<circle cx="100" cy="150" r="20" fill="none" stroke="${RED}" stroke-width="1"/>`],
    ['a banner', `<rect x="20" y="40" width="170" height="30" fill="${RED}"/>`],
    [
      'a table',
      Array.from(
        { length: 6 },
        (_, at) => `<path d="M30 ${80 + at * 10}H180M${30 + at * 30} 80V130" stroke="${RED}" stroke-width="0.5"/>`,
      ).join(''),
    ],
  ])('%s', async (_, drawn) => {
    expect(await kinds(`${text}${drawn}`)).toEqual([])
  })
})

test('a page without any colour cannot be judged', async () => {
  expect(
    findSeals(await page(`${text}${round(140, 200)}`, (picture) => picture.modulate({ saturation: 0 })), 210),
  ).toBeNull()
})

test('a page of one pixel cannot be judged', () => {
  expect(findSeals({ width: 1, height: 1, data: Uint8Array.of(255, 255, 255) }, 210)).toBeNull()
})
