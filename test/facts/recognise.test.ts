import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { NO_FACTS } from '../../src/core/fact.ts'
import { recognise } from '../../src/facts/recognise.ts'
import { documentOf, sheetOf, workbookOf } from './document.ts'

const PLAN = readFileSync(new URL('plan.txt', import.meta.url), 'utf8')

const values = (text: string) => {
  const { number, title, issuer, issued } = recognise(documentOf(text))
  return [number?.value, title?.value, issuer?.value, issued?.value]
}

describe('the plan as a web page prints it', () => {
  const file = '28/文件.docx'
  const facts = recognise(documentOf(PLAN))

  test('is the notice, not the plan that is attached, and none of what it cites', () => {
    const { number, title, issuer, issued } = facts
    expect({ number, title, issuer, issued }).toEqual({
      number: { value: '昭府办函〔2022〕21号', at: { file, quote: '昭府办函〔2022〕21号' }, certainty: 'certain' },
      title: {
        value: '关于印发《广元市昭化区创建省级法治政府建设示范区实施方案》的通知',
        at: { file, quote: '关于印发《广元市昭化区创建省级法治政府' },
        certainty: 'certain',
      },
      issuer: {
        value: '广元市昭化区人民政府办公室',
        at: { file, quote: '广元市昭化区人民政府办公室' },
        certainty: 'certain',
      },
      issued: { value: '2022-07-05', at: { file, quote: '2022年7月5日' }, certainty: 'certain' },
    })
  })

  test('cites four documents', () => {
    expect(facts.cited.map(({ value, certainty }) => [value, certainty])).toEqual([
      ['川法委办发〔2022〕3号', 'certain'],
      ['昭创法指办〔2021〕1号', 'certain'],
      ['昭创法指办〔2022〕5号', 'certain'],
      ['昭创法指办〔2021〕2号', 'certain'],
    ])
  })

  test('claims nothing, is no draft, and nobody looked for a seal', () => {
    expect([facts.claims, facts.drafts, facts.seals]).toEqual([[], [], null])
  })
})

describe('one document of each sort', () => {
  test('a report upwards, with letterhead and signer', () => {
    const text = `广元市昭化区司法局文件
昭司〔2022〕3号 签发人:张三
广元市昭化区司法局
关于2021年度法治政府建设工作情况的报告
区委全面依法治区委员会:
根据《法治政府建设与责任落实督察工作规定》(厅字〔2019〕28号)要求,现将2021年3月1日以来的情况报告如下。
附件:1.统计表
广元市昭化区司法局
2022年1月20日
(联系人:李四)
广元市昭化区司法局办公室 2022年1月21日印发`
    expect(values(text)).toEqual([
      '昭司〔2022〕3号',
      '关于2021年度法治政府建设工作情况的报告',
      '广元市昭化区司法局',
      '2022-01-20',
    ])
  })

  test('a notice of several bodies', () => {
    const text = `昭司发〔2021〕9号
广元市昭化区司法局 广元市昭化区财政局
关于做好行政执法案卷评查工作的通知
各镇,区级有关部门:
请于2021年12月1日前报送。
广元市昭化区司法局    广元市昭化区财政局
2021年9月1日`
    expect(values(text)).toEqual([
      '昭司发〔2021〕9号',
      '关于做好行政执法案卷评查工作的通知',
      '广元市昭化区司法局、广元市昭化区财政局',
      '2021-09-01',
    ])
  })

  test('a system of rules without number and signature', () => {
    const text = `广元市昭化区司法局
重大执法决定法制审核制度(试行)
第一条 为规范行政执法行为,根据《中华人民共和国行政处罚法》,制定本制度。
第二条 本制度自2021年8月1日起施行。`
    expect(values(text)).toEqual([undefined, '重大执法决定法制审核制度(试行)', '广元市昭化区司法局', undefined])
  })

  test('minutes, which have letterhead and day in one line', () => {
    const text = `会 议 纪 要
〔2022〕第3期
广元市昭化区人民政府办公室          2022年3月8日
2022年3月1日,区政府召开第5次常务会议,审议通过有关文件。`
    expect(values(text)).toEqual(['会议纪要〔2022〕第3期', '会议纪要', '广元市昭化区人民政府办公室', '2022-03-08'])
  })

  test('a judgment', () => {
    const text = `四川省广元市昭化区人民法院
行 政 判 决 书
（2022）川0811行初12号
原告不服2021年12月1日作出的昭市监处罚〔2021〕12号行政处罚决定书。
二〇二二年三月十五日`
    expect(values(text)).toEqual(['（2022）川0811行初12号', '行政判决书', '四川省广元市昭化区人民法院', '2022-03-15'])
  })

  test('a decision of 2006 from a damaged scan', () => {
    const text = `浙建法
2006 82 号
关于公布规范性文件清理结果的通知
各有关单位:
现予公布。
省建设厅
二六年十二月十八日`
    const { number, issued, issuer } = recognise(documentOf(text))
    expect([number?.value, number?.certainty]).toEqual(['〔2006〕82号', 'weak'])
    expect(issued).toEqual({
      value: '2006-12-18',
      at: { file: '28/文件.docx', quote: '二六年十二月十八日' },
      certainty: 'weak',
      why: '原文为“二六年十二月十八日”，系补正',
    })
    expect([issuer?.value, issuer?.certainty]).toEqual(['省建设厅', 'likely'])
  })

  test('an empty file says nothing', () => {
    expect(recognise(documentOf(''))).toEqual(NO_FACTS)
  })
})

test('what was recognised from an image is likely at best, and weak where the recogniser doubted it', () => {
  const sure = (certainty: number) => {
    const { number, title, issuer, issued } = recognise(documentOf(PLAN, { certainty }))
    return [number, title, issuer, issued].map((fact) => fact?.certainty)
  }
  expect(sure(0.93)).toEqual(['likely', 'likely', 'likely', 'likely'])
  expect(sure(0.4)).toEqual(['weak', 'weak', 'weak', 'weak'])
})

describe('a workbook', () => {
  const rows = [
    ['昭化区规范性文件台账(2022年)', null, null],
    ['填报单位:区司法局(盖章)', null, '填报日期:2022年7月5日'],
    ['序号', '文件名称', '文号'],
    [1, '关于加强规范性文件管理的通知', '昭府办发〔2022〕1号'],
  ]

  test('is titled by the row above its header, and says who filled it in and when', () => {
    const { title, issuer, issued, number, cited } = recognise(workbookOf(sheetOf('2022', rows)))
    expect(title).toEqual({
      value: '昭化区规范性文件台账(2022年)',
      at: { file: '28/台账.xlsx', sheet: '2022', cell: 'A1', quote: '昭化区规范性文件台账(2022年)' },
      certainty: 'likely',
      why: '取自表格首行',
    })
    expect([issuer?.value, issued?.value, issued?.certainty, issued?.at.cell]).toEqual([
      '区司法局',
      '2022-07-05',
      'likely',
      'C2',
    ])
    expect([number, cited]).toEqual([null, []])
  })

  test('names nobody after the bodies and days in its rows', () => {
    const table = [
      ...rows.slice(2),
      [2, '区司法局', '2022-07-05'],
      [null, '时间:上午', '区财政局'],
      [3, '区司法局', '2022年7月5日'],
    ]
    const { issuer, issued } = recognise(workbookOf(sheetOf('2022', table)))
    expect([issuer, issued]).toEqual([null, null])
  })

  test('without a title row has none, and a hidden sheet lends none', () => {
    const hidden = sheetOf('旧', [['2019年规范性文件台账']], { hidden: true })
    expect(recognise(workbookOf(hidden, sheetOf('2022', rows.slice(2)))).title).toBeNull()
  })

  test('keys that objects have by birth are only text', () => {
    expect(
      recognise(
        workbookOf(
          sheetOf('__proto__', [
            ['__proto__', 'constructor'],
            ['=cmd', '<script>'],
          ]),
        ),
      ).title,
    ).toBeNull()
  })
})

test('signs that would turn a terminal around do not enter a title', () => {
  const { title } = recognise(documentOf('关于\u202e印发\u0007制度\u001b[31m的通知\n各镇:'))
  expect(title?.value).toBe('关于印发制度 [31m的通知')
})

test('three hundred pages are one document', () => {
  const page = PLAN.split('\n').filter((line) => line.trim() !== '')
  const passages = Array.from({ length: 300 * 40 }, (_, n) => ({
    text: page[n % page.length]!.slice(0, 60),
    at: { page: 1 + Math.floor(n / 40) },
  }))
  const long = documentOf('', { passages })
  expect(recognise(long).number?.value).toBe('昭府办函〔2022〕21号')
})

test('hostile lines come to an end', () => {
  const signs = ['关于', '〔2022', '率', '、', '(', '《', '2022年', '号', '%', '达', '中 ', '局', '令第', '1', '百分之']
  const texts = signs.flatMap((sign) => [
    sign.repeat(50_000),
    `率${sign.repeat(20_000)}100%`,
    `${sign.repeat(20_000)}〔2022〕1号`,
  ])
  // A pattern that tries every way would never come back.
  expect(texts.map((text) => recognise(documentOf(text)).seals)).toEqual(texts.map(() => null))
})
