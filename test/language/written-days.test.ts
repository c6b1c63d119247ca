import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, written } from '../../src/core/day.ts'
import { daysIn, numberOf } from '../../src/language/written-days.ts'

const read = (text: string) => daysIn(text).map(({ day, repaired }) => (repaired ? `${day}?` : day))

test.each([
  ['2022年7月5日', '2022-07-05'],
  ['2022 年 7 月 5 日', '2022-07-05'],
  ['2022年07月05日', '2022-07-05'],
  ['2022年7月5号', '2022-07-05'],
  ['２０２２年７月５日', '2022-07-05'],
  ['2022-07-05', '2022-07-05'],
  ['2022-07-05 15:02:00', '2022-07-05'],
  ['2022/7/5', '2022-07-05'],
  ['2022.7.5', '2022-07-05'],
  ['20220705', '2022-07-05'],
  ['二〇一一年十一月二十五日', '2011-11-25'],
  ['二○一○年十月十八日', '2010-10-18'],
  ['二O一O年十月十日', '2010-10-10'],
  ['二零二零年三月三十一日', '2020-03-31'],
  ['二0二二年七月五日', '2022-07-05'],
  ['二О二一年三月十五日', '2021-03-15'],
  ['二Ο二一年三月十五日', '2021-03-15'],
  ['2O21年3月15日', '2021-03-15'],
  ['二〇二一年十二月卅一日', '2021-12-31'],
  ['二〇二一年三月廿五日', '2021-03-25'],
  ['二〇二一年三月廿日', '2021-03-20'],
  ['贰零贰壹年叁月拾伍日', '2021-03-15'],
  ['公元二〇二一年三月十五日', '2021-03-15'],
  ['2021–03–15', '2021-03-15'],
  ['2021—3—15', '2021-03-15'],
  ['2021－3－15', '2021-03-15'],
  ['2021·3·15', '2021-03-15'],
  ['2019.1—12', undefined],
  ['二〇二二年二十月五日', undefined],
  ['2022年2月30日', undefined],
  ['2021年2月29日', undefined],
  ['2020年2月29日', '2020-02-29'],
  ['2022年7月', undefined],
  ['12022年7月5日', undefined],
  ['HFGS—2017—9', undefined],
  ['202207051', undefined],
  ['3.2022.7.5.1', '2022-07-05'],
])('%s is %s', (text, day) => expect(read(text)).toEqual(day === undefined ? [] : [day]))

describe('a damaged day is repaired where only one day fits', () => {
  test.each([
    ['20201223日', '2020-12-23?'],
    ['二六年十二月十八日', '2006-12-18?'],
    ['二一七年三月一日', '2017-03-01?'],
    ['一九九年三月一日', '1990-03-01?'],
    ['2022年7月5', '2022-07-05?'],
    ['202l年3月I5日', '2021-03-15?'],
  ])('%s is %s', (text, day) => expect(read(text)).toEqual([day]))

  test.each(['二一年三月一日', '二二年三月一日', '二十六年三月一日', '2022年7月5个'])('%s could be anything', (text) =>
    expect(read(text)).toEqual([]),
  )
})

test('the sign that people put before a year belongs to the day', () => {
  expect(daysIn('公元2021年3月15日')).toMatchObject([{ start: 0, end: 12 }])
})

test('days come in the order of the text, with their positions in it', () => {
  const text = '自２０２２年６月１日公告至二〇二二年七月一日,见2021-12-31'
  expect(daysIn(text).map(({ day, start, end }) => [day, text.slice(start, end)])).toEqual([
    ['2022-06-01', '２０２２年６月１日'],
    ['2022-07-01', '二〇二二年七月一日'],
    ['2021-12-31', '2021-12-31'],
  ])
})

test('positions hold where folding would change the length', () => {
  const text = '㍿℡½𠀀2022年7月5日'
  expect(daysIn(text).map(({ start, end }) => text.slice(start, end))).toEqual(['2022年7月5日'])
})

test('every day is read back from each way of writing it', () => {
  const chinese = (n: number) => {
    const [tens, ones] = [Math.floor(n / 10), n % 10]
    return `${tens > 1 ? '〇一二三四五六七八九'[tens] : ''}${tens ? '十' : ''}${ones ? '〇一二三四五六七八九'[ones] : ''}`
  }
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 60_000 }), (n) => {
      const day = addDays('1900-01-01', n)
      const [year, month, date] = day.split('-')
      const digits = Array.from(year!, (sign) => '〇一二三四五六七八九'[Number(sign)]).join('')
      const ways = [
        written(day),
        day,
        day.replaceAll('-', ''),
        `${digits}年${chinese(Number(month))}月${chinese(Number(date))}日`,
      ]
      expect(ways.map(read)).toEqual(ways.map(() => [day]))
    }),
  )
})

test('numerals up to 99', () => {
  expect(['十', '十一', '二十', '三十一', '九十九', '8', '〇八'].map(numberOf)).toEqual([10, 11, 20, 31, 99, 8, 8])
  expect(['廿', '廿五', '卅', '卅一', '贰拾叁'].map(numberOf)).toEqual([20, 25, 30, 31, 23])
})

test('a hostile text is read: what grows faster than it would not end here', () => {
  const texts = [
    '2'.repeat(200_000),
    '2022年'.repeat(50_000),
    `2022${' '.repeat(200_000)}年`,
    '二'.repeat(200_000),
    '2022-'.repeat(50_000),
  ]
  for (const text of texts) expect(daysIn(text)).toEqual([])
})
