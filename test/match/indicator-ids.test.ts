import { describe, expect, test } from 'vitest'
import { indicatorsIn } from '../../src/match/indicator-ids.ts'
import { OUTLINE } from './outline.ts'

const idsOf = (path: string) => indicatorsIn(path, OUTLINE).ids.join(' ')

describe('a folder that states one indicator', () => {
  test.each([
    ['28', '28'],
    ['028', '28'],
    ['指标28', '28'],
    ['指标 28', '28'],
    ['三级指标28', '28'],
    ['指标（28）合法性审核', '28'],
    ['区司法局指标28佐证', '28'],
    ['2-3-28', '28'],
    ['2-3-28-合法性审核', '28'],
    ['2-3-28 合法性审核', '28'],
    ['2.3.28合法性审核', '28'],
    ['二-3-28', '28'],
    ['二、3、28', '28'],
    ['(28)', '28'],
    ['（28）合法性审核', '28'],
    ['【28】合法性审核', '28'],
    ['28.合法性审核', '28'],
    ['28．合法性审核', '28'],
    ['28、合法性审核', '28'],
    ['28-合法性审核', '28'],
    ['28－合法性审核', '28'],
    ['28_合法性审核', '28'],
    ['28 合法性审核', '28'],
    ['28合法性审核', '28'],
    ['２８合法性审核', '28'],
    ['28-1合法性审核意见', '28'],
    ['5.企业开办', '5'],
    ['100.述职述法', '100'],
    ['J1', 'J1'],
    ['j1-表彰', 'J1'],
    ['加分1', 'J1'],
    ['加分项1', 'J1'],
    ['加分项2-经验推广', 'J2'],
    ['否决2', 'F2'],
    ['否决项1', 'F1'],
    ['F1', 'F1'],
  ])('%s → %s', (folder, ids) => {
    expect(idsOf(`${folder}/意见书.pdf`)).toBe(ids)
  })
})

describe('a folder that states several', () => {
  test.each([
    ['28、31', '28 31'],
    ['28+31', '28 31'],
    ['28,31规范性文件', '28 31'],
    ['28和31', '28 31'],
    ['指标28、指标31', '28 31'],
    ['41_43', '41 43'],
    ['28至31', '28 29 30 31'],
    ['28~31 规范性文件', '28 29 30 31'],
    ['28～31', '28 29 30 31'],
    // A hyphen is no range; both ends stand in any reading of it.
    ['28-31', '28 31'],
  ])('%s → %s', (folder, ids) => {
    expect(idsOf(`${folder}/台账.xlsx`)).toBe(ids)
  })
})

describe('a folder whose number is something else', () => {
  test.each([
    '2021',
    '2021年',
    '20210506',
    '2021-05-06',
    '2021.5.6会议',
    '22-5-6',
    '5.20宣传',
    '12-4宪法日',
    '3月',
    '28号文件',
    '5件规范性文件',
    '1+5+N',
    '附件3',
    '00-自查报告',
    '128-资料',
    '昭府办函〔2022〕21号',
    '（2022）川0811行初12号',
    '2-3',
    '二、依法行政制度体系完善',
    '3.加强行政规范性文件监督管理',
    '1.政府职能依法全面履行',
    '1.制度文件',
    '2.图片',
    '1-2-28',
    '新建文件夹',
    '999999999999999999999',
    '__proto__',
    'constructor',
  ])('%s', (folder) => {
    expect(idsOf(`${folder}/意见书.pdf`)).toBe('')
  })
})

describe('levels above the indicator', () => {
  test.each([
    ['二、依法行政制度体系完善/3.加强行政规范性文件监督管理/28.合法性审核/a.pdf', '28'],
    ['二、制度/3.规范性文件/28.合法性审核/a.pdf', '28'],
    ['二、制度/3.规范性文件/a.pdf', ''],
    ['一、政府职能/3.事中事后监管/9.双随机/a.pdf', '9'],
    ['一、政府职能/3.事后/9.双随机/a.pdf', '9'],
    ['一、政府职能/3.中介服务/a.pdf', '3'],
    ['2/3/28/a.pdf', '28'],
    ['2-3 规范性文件/28/a.pdf', '28'],
    ['加分项/1.表彰/a.pdf', 'J1'],
    ['否决项/2/a.pdf', 'F2'],
    ['区司法局/28-合法性审核/a.pdf', '28'],
  ])('%s → %s', (path, ids) => {
    expect(idsOf(path)).toBe(ids)
  })
})

describe('inside an indicator’s folder numbers are serials', () => {
  test.each([
    ['28-合法性审核/01-昭司审〔2021〕3号-意见书.pdf', '28'],
    ['28-合法性审核/3.审核意见书.pdf', '28'],
    ['28-合法性审核/2021/1.台账/2、意见书.pdf', '28'],
    ['28-合法性审核/31-备案/意见书.pdf', '28'],
    ['1-简政放权/3-流程图/a.pdf', '1'],
    ['28、31/指标31/a.pdf', '28 31'],
    ['3/指标31/a.pdf', '31'],
  ])('%s → %s', (path, ids) => {
    expect(idsOf(path)).toBe(ids)
  })
})

describe('a file’s own name', () => {
  test.each([
    ['指标28合法性审核意见书.pdf', '28'],
    ['28-意见书.pdf', '28'],
    ['28、意见书.pdf', '28'],
    ['（28）意见书.pdf', '28'],
    ['28、31-台账.xlsx', '28 31'],
    ['加分项1证明.pdf', 'J1'],
    ['其他材料/28-意见书.pdf', '28'],
    ['3.审核意见书.pdf', ''],
    ['28意见书.pdf', ''],
    ['01-自查报告.docx', ''],
    ['00-自查报告.docx', ''],
    ['附件3-特色亮点及现场点位情况统计表.xlsx', ''],
    ['2021-合法性审核.pdf', ''],
    ['20210506-意见书.pdf', ''],
    ['5G基站.pdf', ''],
  ])('%s → %s', (path, ids) => {
    expect(idsOf(path)).toBe(ids)
  })
})

test('the reason names the folder, and years of folders are told', () => {
  expect(indicatorsIn('28-合法性审核/2021年/意见书.pdf', OUTLINE)).toEqual({
    ids: ['28'],
    by: 'folder',
    why: '位于文件夹“28-合法性审核”',
    years: [2021],
  })
  expect(indicatorsIn('2020-2021/指标28意见书.pdf', OUTLINE)).toEqual({
    ids: ['28'],
    by: 'name',
    why: '文件名“指标28意见书”写明指标号',
    years: [2020, 2021],
  })
})

test('control codes of a folder’s name do not reach the reason', () => {
  expect(indicatorsIn('28-\u001b[31m审核/a.pdf', OUTLINE).why).toBe('位于文件夹“28-␛[31m审核”')
})

test('a hostile name comes to an end', () => {
  for (const unit of ['28、', '1-', '指标', '(', '附加', ' ', '一'])
    expect(indicatorsIn(`${unit.repeat(50_000)}/a.pdf`, OUTLINE).ids.length).toBeLessThanOrEqual(104)
})
