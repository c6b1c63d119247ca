import { expect, test } from 'vitest'
import { certificateOf, isAlikeTo, isOfVillage } from '../../../src/judging/tables/certificates.ts'

test('a certificate is what it certifies, whoever writes it', () => {
  expect(certificateOf('经营场所所在村（居）民委员会出具的经营场所无异议证明（原件1份）')).toMatchObject({
    core: '经营场所无异议证明',
    isLocal: true,
  })
  expect(certificateOf('村(居)委会经营场所无异议证明')).toMatchObject({ core: '经营场所无异议证明', isLocal: true })
  expect(certificateOf('户籍所在社区出具的无违法犯罪证明')).toMatchObject({ core: '无违法犯罪证明', isLocal: true })
  expect(certificateOf('村委会开的居住满一年证明')).toMatchObject({ core: '居住满一年证明', isLocal: true })
  expect(certificateOf('失业状况证明（村、社区出具）')).toMatchObject({ core: '失业状况证明', isLocal: true })
})

test('what others issue is of no village', () => {
  for (const one of [
    '公安机关出具的无犯罪记录证明',
    '居住证明',
    '社区矫正解除证明',
    '完税证明（原件）',
    '村医执业证明',
  ])
    expect(certificateOf(one)).toMatchObject({ isLocal: false })
})

test('村委会出具的证明 is left whole: nothing is certified', () => {
  expect(certificateOf('村委会出具的证明').core).toBe('村委会出具的证明')
})

test('a cell of nothing but the village says who issues it, the name of one does not', () => {
  for (const one of ['户籍所在村（社区）盖章', '社区', '村、社区出具', '社区居委会'])
    expect(isOfVillage(one)).toBe(true)
  for (const one of ['望江社区', '响水村', '', '公安机关', '盖章']) expect(isOfVillage(one)).toBe(false)
})

test('names are alike where one holds the other or they share half', () => {
  expect(isAlikeTo('四邻无争议证明', '农村宅基地四邻无争议证明')).toBe(true)
  expect(isAlikeTo('家庭收入证明', '家庭收入情况证明')).toBe(true)
  expect(isAlikeTo('项目无矛盾纠纷证明', '项目资本金存入监管账户的银行证明')).toBe(false)
})
