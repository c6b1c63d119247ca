import { expect, test } from 'vitest'
import { withFolders } from '../../src/audit/folders.ts'
import type { Match } from '../../src/core/package.ts'
import { finding } from '../helpers/sample-report.ts'

const indicator = (id: string, level2: string) => ({ id, level1: '四、行政执法', level2 })

const INDICATORS = [
  indicator('56', '（一）'),
  indicator('62', '（一）'),
  indicator('66', '（一）'),
  indicator('70', '（二）'),
]

const match = (file: string, indicator: string): Match => ({ file, indicator, material: 'x', sure: true, why: '' })

const folderFor = (id: string, ...matches: Match[]) =>
  withFolders([finding({ id: `${id}.x`, indicator: id, cites: [] })], INDICATORS, { matches })[0]?.folder

test('what is missing goes where most papers of its indicator lie', () =>
  expect(
    folderFor(
      '62',
      match('3执法/案卷评查/a.doc', '62'),
      match('3执法/案卷评查/b.doc', '62'),
      match('3执法/案卷评查/c.doc', '62'),
      match('3执法/d.doc', '62'),
    ),
  ).toBe('3执法/案卷评查'))

test('where they lie in several folders, it goes to the one that holds these', () =>
  expect(folderFor('62', match('3执法/甲/a.doc', '62'), match('3执法/乙/b.doc', '62'))).toBe('3执法'))

test('without papers of its own, it goes where its 二级指标 lies, if that is a folder by business', () => {
  const shared = [match('3执法/a.doc', '56'), match('3执法/b.doc', '62'), match('3执法/c.doc', '70')]
  expect(folderFor('66', ...shared)).toBe('3执法')
  expect(folderFor('66', match('62/a.doc', '62'), match('62/b.doc', '56'))).toBeUndefined()
})

test.each([
  ['papers that lie in no folder', match('a.doc', '62')],
  ['papers of another 二级指标', match('7/a.doc', '70')],
])('%s give no place', (_, one) => expect(folderFor('62', one)).toBeUndefined())

test('an archive takes no more papers: its folder does', () =>
  expect(folderFor('62', match('3执法/包.zip!/62/a.doc', '62'))).toBe('3执法'))

test('what has a place needs no other, and what is met needs none', () => {
  const matches = [match('3执法/a.doc', '62')]
  const placed = finding({ indicator: '62', cites: [{ file: '3执法/a.doc' }] })
  const met = finding({ indicator: '62', cites: [], outcome: 'met' })
  for (const one of [placed, met]) expect(withFolders([one], INDICATORS, { matches })[0]?.folder).toBeUndefined()
})
