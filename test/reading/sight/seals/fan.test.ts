import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { sealsOn } from '../../../../src/reading/sight/ocr/merge.ts'
import type { Pixels } from '../../../../src/reading/sight/render/pixels.ts'
import { fannedSeals } from '../../../../src/reading/sight/seals/fan.ts'
import { stripsOf } from '../../../../src/reading/sight/seals/strips.ts'

const RED = '#d0141e'
const [R, Y] = [21, 150]

async function paper(drawing: string): Promise<Pixels> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="827" height="1169" viewBox="0 0 210 297"><rect width="210" height="297" fill="#fff"/>${drawing}</svg>`
  const { data, info } = await sharp(Buffer.from(svg))
    .flatten()
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, data: new Uint8Array(data) }
}

const seal = (x: number, y: number) =>
  `<g fill="${RED}"><circle cx="${x}" cy="${y}" r="${R - 0.6}" fill="none" stroke="${RED}" stroke-width="1.2"/>${Array.from(
    { length: 11 },
    (_, at) => {
      const angle = (at * 2 * Math.PI) / 11
      return `<rect x="${x + 15 * Math.cos(angle) - 2}" y="${y + 15 * Math.sin(angle) - 2}" width="4" height="3"/>`
    },
  ).join('')}<circle cx="${x}" cy="${y}" r="5"/></g>`

/** So many pages, fanned and stamped across: each bears its part at the right edge, or at the left. */
const fanned = (count: number, side: 'left' | 'right' = 'right', skip: readonly number[] = []) =>
  Promise.all(
    Array.from({ length: count }, (_, at) => {
      const [from, to] = [(at * 2 * R) / count, ((at + 1) * 2 * R) / count]
      const right = `<clipPath id="c"><rect x="${210 - (to - from)}" y="0" width="60" height="297"/></clipPath><g clip-path="url(#c)">${seal(210 - to + R, Y)}</g>`
      const drawn = skip.includes(at + 1) ? '' : right
      return paper(side === 'right' ? drawn : `<g transform="translate(210 0) scale(-1 1)">${drawn}</g>`)
    }),
  )

const edges = (pages: readonly Pixels[]) =>
  pages.map((page, at) => ({ page: at + 1, width: 210, height: 297, strips: stripsOf(page, 210) }))

describe('a seal across the fanned edges of pages is one', () => {
  test.each([2, 3, 5, 8])('of %i pages', async (count) => {
    expect(fannedSeals(edges(await fanned(count)))).toEqual([
      {
        page: 1,
        pages: Array.from({ length: count }, (_, at) => at + 1),
        kind: 'half',
        box: {
          x: expect.closeTo(1 - (2 * R) / count / 210, 1),
          y: expect.any(Number),
          width: expect.closeTo((2 * R) / count / 210, 1),
          height: expect.any(Number),
        },
        sizeMm: expect.closeTo(2 * R, -0.5),
        certainty: expect.any(Number),
      },
    ])
  })

  test('at the left edge, as on the backs of sheets', async () => {
    expect(fannedSeals(edges(await fanned(4, 'left')))).toMatchObject([{ pages: [1, 2, 3, 4] }])
  })

  test('where one strip is too faint to be seen', async () => {
    expect(fannedSeals(edges(await fanned(6, 'right', [3])))).toMatchObject([{ pages: [1, 2, 4, 5, 6] }])
  })

  test('and what was seen of it on one page is not told again', async () => {
    const parts = edges(await fanned(2)).map((edge) => ({
      edge,
      seals: [
        {
          page: edge.page,
          kind: 'half',
          box: { x: 0.9, y: 0.45, width: 0.1, height: 0.12 },
          sizeMm: 42,
          certainty: 0.8,
        },
      ] as const,
    }))
    expect(sealsOn(parts, 2)).toMatchObject([{ page: 1, pages: [1, 2], kind: 'half' }])
  })
})

describe('red at the edge that is no seal', () => {
  test.each([
    ['nothing', ''],
    ['a tab of an index', `<rect x="204" y="120" width="6" height="34" fill="${RED}"/>`],
    ['a border along the paper', `<rect x="207" y="0" width="3" height="297" fill="${RED}"/>`],
    ['a rule that runs off the page', `<rect x="20" y="150" width="190" height="1" fill="${RED}"/>`],
    ['specks', `<circle cx="208" cy="100" r="0.4" fill="${RED}"/><circle cx="206" cy="140" r="0.4" fill="${RED}"/>`],
    [
      'a word in the margin',
      `<rect x="195" y="100" width="4" height="3" fill="${RED}"/><rect x="200" y="100" width="4" height="3" fill="${RED}"/>`,
    ],
  ])('%s on every page', async (_, drawing) => {
    const page = await paper(drawing)
    expect(fannedSeals(edges([page, page, page, page, page]))).toEqual([])
  })

  test('half a seal on one page alone is left to its shape', async () => {
    const [first] = await fanned(2)
    expect(fannedSeals(edges([first!, await paper(''), await paper('')]))).toEqual([])
  })
})

test('a picture too narrow to have edges has no strips', () => {
  expect(stripsOf({ width: 3, height: 3, data: new Uint8Array(27) }, 210)).toEqual([])
})
