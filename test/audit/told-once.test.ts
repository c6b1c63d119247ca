import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { UNITS } from '../../fixtures/make/all.ts'
import type { Finding, Report } from '../../src/core/report.ts'

// The reports on the fixtures as test/expected.test.ts holds them.
const reportOn = (unit: string): Report => JSON.parse(readFileSync(`fixtures/expected/${unit}.json`, 'utf8'))

/** A paper that is not there has no place, nor has the question whether the unit is one of a group. */
const hasNone = ({ key, lacks }: Finding): boolean => key === 'duty' || (lacks !== undefined && !lacks.parts)

const folderOf = (path: string): string =>
  path
    .replace(/!\/.*$/u, '')
    .split('/')
    .slice(0, -1)
    .join('/')

describe.each(Object.keys(UNITS))('the report on %s', (unit) => {
  const { blocks, findings, files } = reportOn(unit)

  test('no block repeats another’s file, place and act', () => {
    const said = blocks
      .filter(({ places, act }) => places.length > 0 && act !== '')
      .map(({ places, act }) => {
        const spots = places.map(({ file, page = '', sheet = '', cell = '' }) => [file, page, sheet, cell].join('|'))
        return [...new Set(spots)].toSorted().join('\n') + act
      })
    expect(said).toEqual([...new Set(said)])
  })

  test('no finding is said by two blocks', () => {
    const told = blocks.flatMap((block) => block.findings)
    expect(told.filter((id, at) => told.indexOf(id) !== at)).toEqual([])
  })

  test('what is missing names the folder where its indicator’s papers lie, if they lie in one', () => {
    const open = findings.filter(
      ({ outcome, cites }) => (outcome === 'gap' || outcome === 'unclear') && cites.length === 0,
    )
    const shut = open.filter(({ indicator, folder }) => {
      const own = files.filter(({ matches }) => matches.some((one) => one.indicator === indicator))
      return (
        folder === undefined &&
        indicator !== 'package' &&
        new Set(own.map(({ path }) => folderOf(path))).size === 1 &&
        folderOf(own[0]?.path ?? '') !== ''
      )
    })
    expect(shut.map(({ id }) => id)).toEqual([])
  })

  test('every block with something to do names a place, or has none in the package', () => {
    const bare = blocks.filter(({ places, folder, act }) => act !== '' && places.length === 0 && folder === undefined)
    const told = findings.filter(({ id }) => bare.some((block) => block.findings.includes(id)))
    expect(told.filter((one) => !hasNone(one)).map(({ id }) => id)).toEqual([])
  })

  test('what is wrong or asked names a place', () => {
    const open = findings.filter(({ outcome }) => outcome === 'gap' || outcome === 'unclear')
    expect(open.filter((one) => one.cites.length === 0 && !hasNone(one)).map(({ id }) => id)).toEqual([])
  })

  test('a demand that must be mended shows the words that demand it', () => {
    const lacking = findings.filter(
      ({ outcome, severity, lacks }) => outcome === 'gap' && severity === 'required' && lacks && !lacks.parts,
    )
    expect(lacking.filter(({ demanded, key }) => !demanded && key !== 'none').map(({ id }) => id)).toEqual([])
  })
})
