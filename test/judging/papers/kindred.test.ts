import { describe, expect, test } from 'vitest'
import { absentVerdict } from '../../../src/judging/papers/absent.ts'
import { material, paper, scopeOf } from '../../helpers/scope.ts'

const system = material('system', { name: '执法音像记录管理制度', nature: 'institutional' })
const other = material('other', { name: '执法人员名册' })
const materials = [system, other]

/** What it means that there is no system where this file lies somewhere in the package. */
function said(path: string, title: string, serves: Readonly<Record<string, string[]>> = {}): string {
  const scope = scopeOf({ materials, documents: [paper({ path, title })], serves })
  const { outcome, data } = absentVerdict(scope, ['system'])
  return outcome === 'unclear' ? `${outcome} ${String(data.why)}` : outcome
}

describe('a file that was taken for none of the materials', () => {
  test('is a doubt about the one that is missing when its title is nearly the same', () => {
    expect(said('制度/办法.docx', '区示例局行政执法音像记录管理办法')).toBe(
      'unclear 《区示例局行政执法音像记录管理办法》题名与之相近',
    )
    expect(said('制度/办法.docx', '区示例局行政执法档案管理办法')).toBe('gap')
  })

  test('is one from three quarters of the neighbouring signs on: six of seven, not five', () => {
    expect(said('制度/办法.docx', '执法音像记录台账管理办法')).toContain('题名与之相近')
    expect(said('制度/办法.docx', '音像记录管理办法')).toBe('gap')
  })

  test('is one only where the name has three pairs of signs to tell by', () => {
    const of = (name: string, title: string) => {
      const documents = [paper({ path: '制度/办法.docx', title })]
      return absentVerdict(scopeOf({ materials: [material('system', { name })], documents }), ['system']).outcome
    }
    expect(of('执法证件制度', '执法证件办法')).toBe('unclear')
    expect(of('执法证制度', '执法证办法')).toBe('gap')
  })

  test.each(['第28条 记录/甲.docx', '第27、28条 记录/甲.docx', '记录（27至29）/甲.docx', '执法/28 甲.docx'])(
    'is a doubt when its path states the indicator: %s',
    (path) => {
      expect(said(path, '甲')).toBe('unclear 《甲》的路径中写有“28”，看不出是哪种材料')
    },
  )

  test.each(['28日/甲.docx', '2028年/甲.docx', '28号文件/甲.docx', '第29条/甲.docx', '执法/甲28.docx'])(
    'is none when the number is no indicator of the path: %s',
    (path) => {
      expect(said(path, '甲')).toBe('gap')
    },
  )

  test('is no doubt when it certainly is another material', () => {
    expect(said('制度/28 人员.xlsx', '执法人员名册')).toContain('写有“28”')
    expect(said('制度/28 人员.xlsx', '执法人员名册', { other: ['制度/28 人员.xlsx'] })).toBe('gap')
    expect(said('制度/名册.xlsx', '执法音像记录管理名册', { other: ['制度/名册.xlsx'] })).toBe('gap')
  })
})
