import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { UNITS } from '../../fixtures/make/all.ts'
import type { Finding, Report } from '../../src/core/report.ts'

// The reports on the fixtures as test/expected.test.ts holds them.
const reportOn = (unit: string): Report => JSON.parse(readFileSync(`fixtures/expected/${unit}.json`, 'utf8'))

/** A paper that is not there has no place, nor has the question whether the unit is one of a group. */
const hasNone = ({ key, lacks }: Finding): boolean => key === 'duty' || (lacks !== undefined && !lacks.parts)

describe.each(Object.keys(UNITS))('the report on %s', (unit) => {
  const { blocks, findings } = reportOn(unit)

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
