import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { faultLine } from '../../src/core/problem.ts'
import { wordsFaults } from '../../src/system/words-files.ts'

/** The shipped words with one file changed. */
async function faultsWith(file: string, from: string, to: string): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'words-'))
  cpSync('words', folder, { recursive: true })
  const path = join(folder, file)
  const source = readFileSync(path, 'utf8')
  expect(source).toContain(from)
  writeFileSync(path, source.replace(from, to))
  return (await wordsFaults(folder)).map(faultLine)
}

test('the shipped words are sound', async () => expect(await wordsFaults('words')).toEqual([]))

test.each([
  ['an event that is none', 'starts: [受理,', 'starts: [受里,', 'events.yaml 里没有“受里”这件事，是否应为“受理”？'],
  ['a word twice in a list', 'late: [逾期,', 'late: [逾期, 逾期,', '“逾期”重复'],
  ['an order both ways', 'order:\n', 'order:\n  - {first: [办结], then: [受理]}\n', '写的相反'],
  ['what keeps and drops', 'dropping: [取消,', 'dropping: [取消, 保留,', '“保留”既写作保留，又写作取消'],
  ['a list that is missing', 'underway: [中]\n', '', 'underway'],
  ['a key that is none', 'underway: [中]\n', 'underway: [中]\nunderways: [中]\n', 'underways'],
])('rows.yaml: %s is a fault with its place', async (_, from, to, says) => {
  const faults = await faultsWith('rows.yaml', from, to)
  expect(faults.length).toBeGreaterThan(0)
  expect(faults[0]).toMatch(/^rows\.yaml:\d+:\d+/)
  expect(faults.join('\n')).toContain(says)
})

test.each([
  ['naming', 'a word twice', 'sortsLead: [相关,', 'sortsLead: [相关, 相关,', '“相关”重复'],
  ['naming', 'a list that is none', 'sortsLead: [', 'sortsLeads: [', 'sortsLeads'],
  ['claims', 'a list of nothing', 'shares: [占比, 占, 比例]', 'shares: []', 'shares'],
  ['claims', 'a list that is missing', 'round: [以上', 'rounds: [以上', 'round'],
  ['promises', 'a word that is no text', 'hours: [学时, 课时]', 'hours: [学时, 60]', '要加引号'],
  ['promises', 'acts of nothing', '  约谈: [约谈]', '  约谈: []', '约谈'],
  ['signing', 'a list that is no list', 'within: [股室,', 'within: {股室: [', ''],
  ['acts', 'a word twice', 'last: [最后,', 'last: [最后, 最后,', '“最后”重复'],
  ['cells', 'a word twice', 'onDuty: [在岗,', 'onDuty: [在岗, 在岗,', '“在岗”重复'],
  ['papers', 'a list that is none', 'mute: [', 'muted: [', 'muted'],
])('%s.yaml: %s is a fault with its place', async (file, _, from, to, says) => {
  const faults = await faultsWith(`${file}.yaml`, from, to)
  expect(faults.length).toBeGreaterThan(0)
  expect(faults[0]).toMatch(new RegExp(`^${file}\\.yaml:\\d+:\\d+`, 'u'))
  expect(faults.join('\n')).toContain(says)
})

test.each([
  ['a question word twice', 'whether: [有没有,', 'whether: [哪天, 有没有,', '“哪天”重复'],
  ['a question that is none', '  whether: [', '  wether: [', 'wether'],
  ['a saying of nothing', '  罚: [处罚]', '  罚: []', '罚'],
])('asked.yaml: %s is a fault with its place', async (_, from, to, says) => {
  const faults = await faultsWith('asked.yaml', from, to)
  expect(faults.join('\n')).toMatch(/^asked\.yaml:\d+:\d+/)
  expect(faults.join('\n')).toContain(says)
})
