import { describe, expect, test } from 'vitest'
import { sinceOf } from '../../src/audit/since.ts'
import type { Finding, Report } from '../../src/core/report.ts'
import { PLAIN } from '../../src/reports/renderer.ts'
import { text } from '../../src/reports/text.ts'
import { auditOf, found, met } from '../helpers/lists.ts'

const LAST = auditOf([found('28.reviewed'), found('31.filed'), found('54.shown'), found('32.swept')])

const told = (now: Report) => {
  const { mended, gone, fresh, ...rest } = sinceOf(LAST, now)
  return { ...rest, mended: mended.map(({ what }) => what), gone: gone.map(({ what }) => what), fresh: [...fresh] }
}

test('the same audit twice: nothing new, nothing mended', () => {
  expect(told(LAST)).toMatchObject({ fewer: 0, freshCount: 0, open: 4, mended: [], gone: [], fresh: [] })
})

test('what is judged again and is met has become right', () => {
  const now = auditOf([met('28.reviewed'), met('31.filed'), found('54.shown'), found('32.swept'), found('97.due')])
  expect(told(now)).toMatchObject({
    fewer: 1,
    freshCount: 1,
    open: 2,
    mended: ['28.reviewed不符合', '31.filed不符合'],
    fresh: ['p:97.due'],
  })
})

describe('what is told no more, and nobody has seen to be mended, is not called right', () => {
  const others = [found('31.filed'), found('54.shown'), found('32.swept')]
  test.each<[string, Finding[]]>([
    ['its rule was not judged', []],
    ['it is no longer asked', [found('28.reviewed', { outcome: 'exempt' })]],
    ['it is only advised', [found('28.reviewed', { outcome: 'noted' })]],
  ])('%s', (_, own) => {
    expect(told(auditOf([...own, ...others]))).toMatchObject({ fewer: 1, mended: [], gone: ['28.reviewed不符合'] })
  })

  test('it is doubtful now: then it is still open', () => {
    const now = auditOf([found('28.reviewed', { outcome: 'unclear' }), ...others])
    expect(told(now)).toMatchObject({ fewer: 0, open: 4, mended: [], gone: [] })
  })

  test('it is told under another: then it is still open', () => {
    const quiet = found('28.reviewed', { outcome: 'noted', waitsFor: '31.filed' })
    expect(told(auditOf([quiet, ...others]))).toMatchObject({ mended: [], gone: [] })
  })
})

test('of indicators without anything each is a thing', () => {
  const none = (id: string) => found(`${id}.none`, { key: 'none', cites: [], lacks: { materials: [] } })
  const before = auditOf([none('10'), none('11'), none('12')])
  const now = auditOf([none('10'), met('11.none'), none('12')])
  const { fewer, open, mended } = sinceOf(before, now)
  expect({ fewer, open, mended: mended.map(({ indicators }) => indicators) }).toEqual({
    fewer: 1,
    open: 2,
    mended: [['11']],
  })
})

describe('the report', () => {
  const shown = async (now: Report) => {
    const lines = String(await text.render(now, { ...PLAIN, width: 100, since: sinceOf(LAST, now) })).split('\n')
    return lines
  }

  test('says in its first line how many there are less, marks what is new and lists what is right', async () => {
    const lines = await shown(auditOf([met('28.reviewed'), met('31.filed'), met('54.shown'), found('32.swept')]))
    expect(lines[0]).toBe('比上次少 3 处（上次截至 2022-07-31）：改好 3 处，新出现 0 处，仍有 1 处')
    expect(lines).toContain('已改好  3 处')
    expect(lines).toContain('  28 28.reviewed不符合')
  })

  test('or how many more', async () => {
    const lines = await shown(auditOf([...LAST.findings, found('97.due')]))
    expect(lines[0]).toContain('比上次多 1 处')
    expect(lines.find((line) => line.includes('97.due不符合'))).toContain('[新] ')
  })
})
