import { describe, expect, test } from 'vitest'
import { FAULTS } from '../fixtures/make/emergency/planted.ts'
import { PLANTED } from '../fixtures/make/planted.ts'
import type { Block } from '../src/core/block.ts'
import { text } from '../src/reports/text.ts'
import { reportOn } from './helpers/fixture-report.ts'

const UNIT = '区应急管理局'
const SCREEN = { width: 100, colour: false, all: false }
const rowOf = (cell: string | undefined): number | undefined => (cell ? Number(/\d+$/.exec(cell)?.[0]) : undefined)

const names = ({ places }: Block, [file, row]: readonly [string, number?]): boolean =>
  places.some((at) => at.file === file && (row === undefined || rowOf(at.cell) === row))

/** A package as offices hand them in: old formats, folders by office, books made at home, one paper for a score of indicators. */
describe('a messy package of seventy-seven files', () => {
  test.each(Object.keys(FAULTS))('%s is told as wrong, with file and row', async (id) => {
    const { blocks, findings } = await reportOn(UNIT)
    const planted = PLANTED.find((one) => one.unit === UNIT && one.id === id)?.expected
    const rule = planted && 'rule' in planted ? planted.rule : ''
    const told = findings.filter((one) => one.rule === rule && one.outcome === 'gap').map((one) => one.id)
    const own = blocks.filter((one) => one.findings.some((finding) => told.includes(finding)))
    const places = FAULTS[id] ?? []
    const named = own.filter((one) => places.every((place) => names(one, place)))
    expect(named.map(({ class: kind }) => kind)).toContainEqual(expect.stringMatching(/^(?:proved|demanded)$/))
  })

  test('whatever must be mended is one of them, or follows from one', async () => {
    const { blocks } = await reportOn(UNIT)
    const wrong = blocks.filter(({ class: kind }) => kind === 'proved' || kind === 'demanded')
    const places = Object.values(FAULTS).flat()
    const others = wrong.filter((one) => !places.some((place) => names(one, place)))
    // 2021 has no review but the other bureau's.
    expect(others.map(({ what }) => what)).toEqual(['没有找到案卷评查（检查）（2021年0份，应不少于1份）'])
  })

  test('the report names the file of each on the screen, in 120 lines', async () => {
    const screen = String(await text.render(await reportOn(UNIT), SCREEN))
    expect(screen.trimEnd().split('\n').length).toBeLessThanOrEqual(120)
    const run = screen.replaceAll(/\s/gu, '')
    const files = Object.values(FAULTS).flatMap((places) => places.map(([file]) => file))
    const base = (file: string) => file.slice(file.lastIndexOf('/') + 1).replaceAll(/\s/gu, '')
    expect(files.filter((file) => !run.includes(base(file)))).toEqual([])
  })
})
