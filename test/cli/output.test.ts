import { execFileSync } from 'node:child_process'
import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { checkedOutput, write } from '../../src/cli/output.ts'

let place: string
let evidence: string

beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'audit-output-'))
  evidence = join(place, '区司法局')
  mkdirSync(evidence)
})

describe('an output is refused', () => {
  test.each(['区司法局/清单.xlsx', '区司法局/新/清单.xlsx', './区司法局/../区司法局/a.json'])(
    'inside the evidence: %s',
    (file) => {
      expect(() => checkedOutput(file, place, evidence)).toThrow('审核绝不改动材料文件夹')
    },
  )

  test('through a link into the evidence', () => {
    symlinkSync(evidence, join(place, '别处'))
    expect(() => checkedOutput('别处/清单.xlsx', place, evidence)).toThrow('审核绝不改动材料文件夹')
  })

  test('where a pipe or a device lies, or a link that leads nowhere', () => {
    execFileSync('mkfifo', [join(place, '管道.txt')])
    symlinkSync('没有', join(place, '空链接.txt'))
    symlinkSync('自己.txt', join(place, '自己.txt'))
    for (const odd of ['管道.txt', '/dev/null']) {
      expect(() => checkedOutput(odd, place, evidence)).toThrow('不是普通文件（管道或设备）')
      expect(() => write(resolve(place, odd), '')).toThrow('不是普通文件（管道或设备）')
    }
    for (const odd of ['空链接.txt', '自己.txt'])
      expect(() => checkedOutput(odd, place, evidence)).toThrow('是链接，没有指向文件')
    expect(lstatSync(join(place, '管道.txt')).isFIFO()).toBe(true)
  })

  test('where it names a folder', () => {
    mkdirSync(join(place, '结果'))
    expect(() => checkedOutput('结果', place, evidence)).toThrow('请在后面加上文件名')
  })
})

test('a folder whose name merely begins like the evidence is another folder', () => {
  expect(checkedOutput('区司法局2/清单.xlsx', place, evidence)).toBe(join(place, '区司法局2', '清单.xlsx'))
})

test('missing folders are made, and nothing but the file is left', () => {
  write(join(place, '甲', '乙', '清单.txt'), '内容')
  expect(readdirSync(join(place, '甲', '乙'))).toEqual(['清单.txt'])
  expect(readFileSync(join(place, '甲', '乙', '清单.txt'), 'utf8')).toBe('内容')
})

test('an output that cannot be written says why and what to do', () => {
  writeFileSync(join(place, '文件'), '')
  expect(() => write(join(place, '文件', '清单.txt'), '')).toThrow('不是文件夹，请换一个位置')
})

test('a link stays a link, and its file keeps who may read it', () => {
  const [file, link] = [join(place, '真.txt'), join(place, '链接.txt')]
  writeFileSync(file, '旧', { mode: 0o600 })
  symlinkSync('真.txt', link)
  write(link, '新')
  expect(readlinkSync(link)).toBe('真.txt')
  expect(readFileSync(file, 'utf8')).toBe('新')
  expect(statSync(file).mode & 0o777).toBe(0o600)
})
