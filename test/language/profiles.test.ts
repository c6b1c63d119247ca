import { describe, expect, test } from 'vitest'
import type { Example } from '../../src/core/profile.ts'
import { likelyOf, profilesOf } from '../../src/language/profiles.ts'

const EXAMPLES: Example[] = [
  { title: '法律顾问聘请合同', ids: ['42'] },
  { title: '常年法律顾问服务协议', ids: ['42'] },
  { title: '公职律师证书', ids: ['42'] },
  { title: '镇长办公会议记录', ids: ['43'] },
  { title: '局务会会议纪要', ids: ['43'] },
  { title: '党委会议记录', ids: ['43', '96'] },
  { title: '党委听取法治工作汇报的会议记录', ids: ['96'] },
  { title: '食堂采购合同', ids: [] },
  { title: '食堂值班安排', ids: [] },
]

describe('how papers of an indicator are called', () => {
  const profiles = profilesOf(EXAMPLES)
  const best = (title: string) => likelyOf(profiles, title)[0]?.id

  test('a title is like those of its indicator, in other words too', () => {
    expect(best('聘用常年法律顾问的合同')).toBe('42')
    expect(best('2021年第3次局务会议记录')).toBe('43')
    expect(best('党委会听取法治建设汇报')).toBe('96')
  })

  test('what proves nothing is like what proves nothing', () => {
    expect(best('食堂值班表')).toBe('')
  })

  test('an example of two indicators speaks for both', () => {
    const ids = likelyOf(profiles, '党委会议记录').map(({ id }) => id)
    expect(ids.slice(0, 2).sort()).toEqual(['43', '96'])
  })

  test('of words that no example has nothing is said', () => {
    expect(likelyOf(profiles, 'IMG_0001')).toEqual([])
    expect(likelyOf(profilesOf([]), '法律顾问聘请合同')).toEqual([])
  })

  test('numbers and the order of the examples change nothing', () => {
    expect(likelyOf(profiles, '法律顾问合同2021（3）')).toEqual(likelyOf(profiles, '法律顾问合同'))
    const turned = profilesOf(EXAMPLES.toReversed())
    expect(turned.ids).toEqual(profiles.ids)
    expect(likelyOf(turned, '法律顾问合同')[0]!.score).toBeCloseTo(likelyOf(profiles, '法律顾问合同')[0]!.score, 3)
  })

  test('who issued it is taken away before anything is counted', () => {
    const clean = (title: string) => title.replace(/^.*局/u, '')
    const learnt = profilesOf(
      [...EXAMPLES, { title: '某某局法律顾问合同', ids: ['42'] }, { title: '某某局法律顾问合同文本', ids: ['42'] }],
      clean,
    )
    expect(Object.keys(learnt.grams).some((gram) => gram.includes('某'))).toBe(false)
  })
})
