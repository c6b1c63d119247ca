import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { faultLine } from '../../src/core/problem.ts'
import { checkSystem } from '../../src/system/load.ts'
import { faultsOf, KINDS, written } from './world.ts'

const aliases = (levels: number, width: number): string =>
  Array.from({ length: levels }, (_, level) => {
    const items = level === 0 ? ['词'] : Array.from({ length: width }, () => `*a${level - 1}`)
    return `a${level}: &a${level} [${items.join(', ')}]\n`
  }).join('')

const system = async (text: string) =>
  (await faultsOf({ 'system.yaml': text })).filter((fault) => fault.startsWith('system.yaml'))

describe('a hostile file is refused with its place, and quickly', () => {
  test('aliases within aliases', async () => {
    expect((await system(aliases(9, 6)))[0]).toBe('system.yaml:6:35: 引用（*）层层相套，展开后过大，请直接写出内容')
  })

  test('more than fifty aliases', async () => {
    const items = Array.from({ length: 51 }, () => '*a').join(', ')
    expect(await system(`a: &a 词\nb: [${items}]\n`)).toEqual(['system.yaml:2:205: 引用（*）超过50处，请直接写出内容'])
  })

  test('an alias of itself', async () => {
    expect(await system('a: &a [*a]\n')).toEqual(['system.yaml:1:8: “a”引用了自身'])
  })

  test('a list in a list in a list', async () => {
    expect(await system(`a: ${'['.repeat(24)}${']'.repeat(24)}\n`)).toEqual(['system.yaml:1:27: 嵌套超过24层'])
    expect(await system(`a: ${'['.repeat(100_000)}`)).toEqual(['system.yaml:1:1: 嵌套超过24层'])
    expect(await system('- '.repeat(100_000))).toEqual(['system.yaml:1:1: 嵌套超过24层'])
  })

  test('more than two megabytes', async () => {
    expect(await system(`# ${'字'.repeat(700_000)}`)).toEqual(['system.yaml: 文件超过2MB，不像是手写的清单，请检查'])
  })

  test('twenty thousand keys', async () => {
    const text = Array.from({ length: 20_000 }, (_, index) => `k${index}: 1\n`).join('')
    expect((await system(text)).length).toBe(201)
    expect(await system(text)).toContain('system.yaml:1:1: 另有19806处错误没有列出，请先改正已列出的')
  })

  test('more than five hundred files', async () => {
    const files = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`${100 + index}-甲.yaml`, '[]\n']))
    expect(await faultsOf(files)).toEqual(['system.yaml: YAML 文件有504个，超过500个，请检查文件夹'])
  })

  test('a key that would reach the prototype', async () => {
    expect((await system('__proto__: {polluted: 1}\n'))[0]).toMatch(/^system\.yaml:1:1: 没有“__proto__”这一项/)
    expect('polluted' in {}).toBe(false)
  })

  test('control characters do not reach the terminal', async () => {
    expect((await system('"\\e[31mred": 1\n'))[0]).toMatch(/^system\.yaml:1:1: 没有“\[31mred”这一项/)
  })

  test('bytes that are no UTF-8', async () => {
    const folder = written()
    writeFileSync(join(folder, 'system.yaml'), Buffer.from([0x69, 0x64, 0x3a, 0x20, 0xc7, 0xe0]))
    const { faults } = await checkSystem(folder, KINDS)
    expect(faults.map(faultLine)[0]).toBe('system.yaml:1:1: 文件不是 UTF-8 编码，请用 UTF-8 另存')
  })
})
