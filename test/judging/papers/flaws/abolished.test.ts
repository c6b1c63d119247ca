import { describe, expect, test } from 'vitest'
import { evaluatesAbolished } from '../../../../src/judging/papers/flaws/abolished.ts'
import { paper, scopeOf } from '../../../helpers/scope.ts'

const ROWS = [
  '一、继续有效(1件)',
  '1\t松林镇集体资产管理办法\t松府规〔2019〕2号',
  '二、废止(1件)',
  '1\t松林镇村级公路养护考核办法\t松府发〔2016〕3号',
]

const cleared = (...text: string[]) =>
  paper({ path: '公告.docx', title: '关于行政规范性文件清理结果的公告', issued: '2020-11-30', text })

function flaw(title: string, text: readonly string[], clearing = cleared(...ROWS), issued = '2021-10-12' as const) {
  const own = paper({ path: '报告.docx', title, issued, text: [...text] })
  return evaluatesAbolished(own, scopeOf({ documents: [own, clearing] }).package)
}

describe('a report that evaluates', () => {
  test('what was abolished before, by its title', () =>
    expect(flaw('《松林镇村级公路养护考核办法》实施后评估报告', [])?.sure).toBe(true))
  test('or by its number, where the title names none', () =>
    expect(flaw('2021年行政规范性文件后评估报告', ['对养护考核办法(松府发〔2016〕3号)作了评估。'])).toBeDefined())
  test('what a sentence abolished', () =>
    expect(
      flaw('《松林镇村级公路养护考核办法》后评估报告', [], cleared('废止《松林镇村级公路养护考核办法》等2件。')),
    ).toBeDefined())
  test('what went on is right', () => expect(flaw('《松林镇集体资产管理办法》实施后评估报告', [])).toBeUndefined())
  test('and so is what was only to be abolished', () =>
    expect(
      flaw('《松林镇村级公路养护考核办法》后评估报告', [], cleared('拟废止《松林镇村级公路养护考核办法》。')),
    ).toBeUndefined())
  test('one that says it was abolished is asked about', () =>
    expect(flaw('《松林镇村级公路养护考核办法》后评估报告', ['该办法已于2020年底废止。'])?.sure).toBe(false))
})

test('a report on something else may name it', () =>
  expect(flaw('《松林镇村级公路养护考核办法》执行情况的报告', [])).toBeUndefined())

describe('what it evaluates, wherever it says so', () => {
  test('in the line below a head of its own', () =>
    expect(
      flaw('2021年行政规范性文件后评估报告', [
        '2021年行政规范性文件后评估报告',
        '按每年一件的要求开展。',
        '司法所牵头。',
        '一、评估对象',
        '《松林镇村级公路养护考核办法》。',
      ]),
    ).toBeDefined())
  test('but not what it only names beside', () =>
    expect(
      flaw('2021年行政规范性文件后评估报告', [
        '2021年行政规范性文件后评估报告',
        '按每年一件的要求开展。',
        '选定《松林镇集体资产管理办法》。',
        '条款与《松林镇村级公路养护考核办法》没有冲突。',
      ]),
    ).toBeUndefined())
})

describe('a list whose names a page breaks', () => {
  const broken = cleared(
    '一、继续有效',
    '松林镇集体资产',
    '管理办法',
    '二、废止的文件',
    '松林镇村级公路',
    '养护考核办法 松府发',
    '〔2016〕3号 被松府发',
    '〔2020〕9号替代',
  )
  test('is read as one', () =>
    expect(flaw('《松林镇村级公路养护考核办法》实施后评估报告', [], broken)?.words).toContain(
      '松林镇村级公路养护考核办法',
    ))
  test('what took its place is none of it', () =>
    expect(flaw('2021年后评估报告', ['选取松府发〔2020〕9号作为评估对象。'], broken)).toBeUndefined())
})
