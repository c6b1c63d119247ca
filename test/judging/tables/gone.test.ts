import { expect, test } from 'vitest'
import { goneToldIn } from '../../../src/judging/tables/gone-told.ts'
import { paper } from '../../helpers/scope.ts'

const gone = (...text: readonly string[]) =>
  goneToldIn(paper({ path: 'a.docx', text: [...text] })).map(({ names }) => names.join(' '))

test('norms after the word, and those under its head up to the next one, are gone', () => {
  expect(gone('二、废止:《摊位管理规定》(示府发〔2018〕11号)、《犬只规定》。')).toEqual([
    '摊位管理规定 示府发201811号',
    '犬只规定',
  ])
  expect(gone('一、废止(1件)', '《计划生育奖惩办法》,因法律修改。', '二、继续有效', '《年检办法》。')).toEqual([
    '计划生育奖惩办法',
  ])
})

test('a number before its name is of it, under a head that says 予以', () => {
  expect(gone('三、予以废止(2件)', '示水发〔2017〕34号《取水办法》、示水发〔2015〕18号《水利办法》。')).toEqual([
    '取水办法 示水发201734号',
    '水利办法 示水发201518号',
  ])
  expect(gone('三、不予废止(1件)', '示水发〔2017〕34号《取水办法》。')).toEqual([])
})

test('which of two norms a sentence without a colon abolishes is not guessed', () => {
  expect(gone('《新年检办法》自7月1日起施行,《旧年检办法》同时废止。')).toEqual([])
})

test('certificates that are dropped in a list are gone, one in passing and one that is not dropped are none', () => {
  expect(gone('取消证明事项:未婚证明材料证明、无业情况证明等7项。')).toEqual(['未婚证明材料证明', '无业情况证明'])
  expect(gone('取消了无业情况证明。')).toEqual([])
  expect(gone('收入情况证明、居住情况证明未取消。')).toEqual([])
})
