import { describe, expect, test } from 'vitest'
import { numbersIn } from '../../src/facts/numbers.ts'
import { recognise } from '../../src/facts/recognise.ts'
import { plain } from '../../src/language/text.ts'
import { documentOf } from './document.ts'

const own = (text: string) => {
  const { number } = recognise(documentOf(text))
  return number && [number.value, number.certainty]
}
const cited = (text: string) => recognise(documentOf(text)).cited.map(({ value }) => value)

describe('alone on a line of the head it is the document’s own', () => {
  test.each([
    ['昭府办函〔2022〕21号', '昭府办函〔2022〕21号'],
    ['川法委办发[2022]3号', '川法委办发〔2022〕3号'],
    ['昭创法指办［2021］1号', '昭创法指办〔2021〕1号'],
    ['川办发【2020】85号', '川办发〔2020〕85号'],
    ['国办发明电（2021）11号', '国办发明电〔2021〕11号'],
    ['国办秘函﹝2019﹞19号', '国办秘函〔2019〕19号'],
    ['厅字 〔 2019 〕 28 号', '厅字〔2019〕28号'],
    ['中发〔２０２１〕３３号', '中发〔2021〕33号'],
    ['察政办规字〔2025〕1号', '察政办规字〔2025〕1号'],
    ['抚府字〔2021〕023号', '抚府字〔2021〕23号'],
    ['昭市监处罚〔2022〕12号', '昭市监处罚〔2022〕12号'],
    ['昭综执罚决字〔2022〕第12号', '昭综执罚决字〔2022〕第12号'],
    ['昭司复决〔2022〕3号', '昭司复决〔2022〕3号'],
    ['广昭检行公建〔2022〕5号', '广昭检行公建〔2022〕5号'],
    ['(2022)川0811行初12号', '（2022）川0811行初12号'],
    ['（2022）川0811行初12号之一', '（2022）川0811行初12号之一'],
    ['四川省人民政府令第351号', '四川省人民政府令第351号'],
    ['川府令第351号', '川府令第351号'],
    ['国务院令第713号', '国务院令第713号'],
    ['（昭府办函〔2022〕21号）', '昭府办函〔2022〕21号'],
    ['文号:昭府办函〔2022〕21号', '昭府办函〔2022〕21号'],
    ['昭司〔2022〕3号      签发人:张三', '昭司〔2022〕3号'],
    ['昭司〔2022〕3号(与区财政局、各镇联合印发)', '昭司〔2022〕3号'],
    ['昭府发〔二〇二一〕3号', '昭府发〔2021〕3号'],
    ['昭府发〔二○二一〕十二号', '昭府发〔2021〕12号'],
    ['昭府发「2021」3号', '昭府发〔2021〕3号'],
    ['昭府发『2021』3号', '昭府发〔2021〕3号'],
    ['昭府发  [2021] 3号', '昭府发〔2021〕3号'],
    ['昭府 发  〔 2021 〕 第 3 号', '昭府发〔2021〕第3号'],
  ])('%s', (line, value) => expect(own(`${line}\n关于某事的通知\n各镇:`)).toEqual([value, 'certain']))
})

describe('a damaged one is mended and weak, an unusual one likely', () => {
  test.each([
    ['禹政办〔202024', '禹政办〔2020〕24号', 'weak'],
    ['禹政办〔202024号', '禹政办〔2020〕24号', 'weak'],
    ['禹政办2020〕24号', '禹政办〔2020〕24号', 'weak'],
    ['浙建法 2006 82 号', '浙建法〔2006〕82号', 'weak'],
    ['2006 82 号', '〔2006〕82号', 'weak'],
    ['绥政发[2017]49', '绥政发〔2017〕49号', 'likely'],
    ['昭府发〔2O21〕3号', '昭府发〔2021〕3号', 'likely'],
    ['昭府发〔2О21〕3号', '昭府发〔2021〕3号', 'likely'],
    ['昭府办函\n〔2022〕21号', '昭府办函〔2022〕21号', 'likely'],
    ['昭府办函〔2022〕21号 关于做好某事的通知', '昭府办函〔2022〕21号', 'likely'],
  ])('%s', (line, value, certainty) => expect(own(`${line}\n各镇:`)).toEqual([value, certainty]))
})

test('two of them in the head are doubtful', () => {
  const { number } = recognise(documentOf('昭府办函〔2022〕21号\n昭府办函〔2022〕22号'))
  expect(number).toMatchObject({ value: '昭府办函〔2022〕21号', certainty: 'weak', why: '首部有2个文号，取第一个' })
})

test('an announcement is numbered by the year under its letterhead', () => {
  expect(own('广元市昭化区市场监督管理局公告\n2022年第5号')).toEqual([
    '广元市昭化区市场监督管理局公告2022年第5号',
    'certain',
  ])
})

describe('what is not a document number', () => {
  test.each([
    'HFGS—2017—9',
    'SSHD-2023-ZFB009',
    '(2022)3',
    '[2022]12项',
    '「二年级」3号',
    '(一〇一班)3号',
    '〔1812〕3号',
    '2022年第3次',
    '责令3号',
    '电话〔2022',
    '[1]2022',
    '表(2022) 3 行',
  ])('%s', (line) => expect(numbersIn(plain(line))).toEqual([]))
})

describe('within a sentence it is cited', () => {
  test.each([
    ['根据《实施办法》(川法委办发〔2022〕3号)要求', ['川法委办发〔2022〕3号']],
    ['根据川法委办发〔2022〕3号文件精神', ['川法委办发〔2022〕3号']],
    ['按照国务院令第713号的规定', ['国务院令第713号']],
    ['你局昭司〔2022〕3号文收悉', ['昭司〔2022〕3号']],
    ['依据(2022)川0811行初12号判决书', ['（2022）川0811行初12号']],
    ['见昭创法指办〔2021〕1号、昭创法指办〔2021〕2号', ['昭创法指办〔2021〕1号', '昭创法指办〔2021〕2号']],
    ['昭市监处罚〔2022〕12号行政处罚决定书', ['昭市监处罚〔2022〕12号']],
  ])('%s', (line, numbers) => {
    expect(cited(line)).toEqual(numbers)
    expect(own(line)).toBeNull()
  })

  test('once for many mentions, and never the document’s own', () => {
    expect(cited('昭府办函〔2022〕21号\n根据昭司〔2022〕3号和昭府办函〔2022〕21号。\n又见昭司〔2022〕3号。')).toEqual([
      '昭司〔2022〕3号',
    ])
  })

  test('put together where a line breaks it', () => {
    expect(
      cited('为认真贯彻落实《关于开展法治政府建设示范创建活动的实施办法》(川法委办\n发〔2022〕3号)要求,现通知如下。'),
    ).toEqual(['川法委办发〔2022〕3号'])
  })

  test('quoted with what stands around it', () => {
    expect(recognise(documentOf('第一条 根据《实施办法》(川法委办发〔2022〕3号)要求。')).cited[0]?.at).toEqual({
      file: '28/文件.docx',
      quote: '第一条根据《实施办法》(川法委办发〔2022〕3号)要求。',
    })
  })
})
