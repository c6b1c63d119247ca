import { mkdirSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compile, loadSystem } from '../../src/system/load.ts'
import { changed, INDICATORS, KINDS, SYSTEM, type World, written } from './world.ts'

/** Compiles a folder as the build does, and returns where the copy stands. */
async function compiled(folder: string, version = '1.0.0'): Promise<URL> {
  const within = join(folder, 'compiled')
  mkdirSync(within)
  writeFileSync(join(within, `${basename(folder)}.json`), await compile(folder, { kinds: KINDS, version }))
  return pathToFileURL(`${within}/`)
}

const load = (folder: string, at?: URL, version = '1.0.0', kinds: Parameters<typeof compile>[1] = { kinds: KINDS }) =>
  loadSystem(folder, { ...kinds, version, ...(at && { compiled: at }) })

/** Tells whether loading used the copy: it carries a mark that the folder does not. */
async function marked(folder: string): Promise<URL> {
  const at = await compiled(folder)
  const file = new URL(`${basename(folder)}.json`, at)
  const text = (await compile(folder, { kinds: KINDS, version: '1.0.0' })).replace('青山区法治政府', '副本法治政府')
  writeFileSync(file, text)
  return at
}

describe('a compiled system', () => {
  test('is what the folder says, whatever it says', async () => {
    const word = fc.stringMatching(/^[一-龥a-z0-9%“”]{1,12}$/)
    const world = fc.record({ name: word, text: word, percent: fc.integer({ min: 0, max: 100 }), count: fc.nat(9) })
    await fc.assert(
      fc.asyncProperty(world, async ({ name, text, percent, count }) => {
        const indicators = changed(
          changed(INDICATORS, '99.5%', `"${percent}.${count}%"`),
          '公布后15日内备案。',
          JSON.stringify(text),
        )
        fc.pre(percent < 100 || count === 0)
        const files: World = {
          'system.yaml': changed(SYSTEM, '青法组〔2022〕1号', JSON.stringify(name)),
          '01-制度.yaml': indicators,
        }
        const folder = written(files)
        expect(await load(folder, await compiled(folder))).toEqual(await load(folder))
      }),
      { numRuns: 20 },
    )
  })

  test('is used as long as nothing has changed', async () => {
    const folder = written()
    expect((await load(folder, await marked(folder))).name).toBe('副本法治政府建设指标体系')
  })

  test.each<[string, (folder: string) => void]>([
    ['a comment is added', (folder) => writeFileSync(join(folder, '01-制度.yaml'), `${INDICATORS}# 注\n`)],
    ['a file is added', (folder) => writeFileSync(join(folder, '02-执法.yaml'), '[]\n')],
  ])('is not used once %s', async (_, edit) => {
    const folder = written()
    const at = await marked(folder)
    edit(folder)
    expect((await load(folder, at)).name).toBe('青山区法治政府建设指标体系')
  })

  test('is not used by another version of the tool, or with other kinds', async () => {
    const folder = written()
    const at = await marked(folder)
    const looser = {
      ...KINDS,
      order: {
        ...KINDS.order,
        params: { ...KINDS.order.params, strict: { type: 'flag', default: true, description: '' } },
      },
    } as const
    expect((await load(folder, at, '1.0.1')).name).toBe('青山区法治政府建设指标体系')
    expect((await load(folder, at, '1.0.0', { kinds: looser })).name).toBe('青山区法治政府建设指标体系')
  })

  test('is not used when it is damaged', async () => {
    const folder = written()
    const at = await marked(folder)
    writeFileSync(new URL(`${basename(folder)}.json`, at), '{"key":')
    expect((await load(folder, at)).name).toBe('青山区法治政府建设指标体系')
  })
})

describe('the hash of a rule set', () => {
  const hash = async (world: World) => (await load(written(world))).sha256
  const [first, second] = INDICATORS.split(/(?=- id: "2")/)

  test('stays when indicators move to another file, and when comments and the order of keys change', async () => {
    const same = await hash({})
    expect(await hash({ '01-制度.yaml': second ?? '', '02-执法.yaml': `# 移来\n${first}` })).toBe(same)
    expect(
      await hash({
        '01-制度.yaml': changed(
          INDICATORS,
          '  level1: 一、制度\n  level2: 1.文件\n',
          '  level2: 1.文件\n  level1: 一、制度\n',
        ),
      }),
    ).toBe(same)
    expect(await hash({ '01-制度.yaml': changed(INDICATORS, 'ledger: 规范性文件台账', 'ledger: L01') })).toBe(same)
  })

  test('changes with every rule', async () => {
    expect(await hash({ '01-制度.yaml': changed(INDICATORS, '99.5%', '99.6%') })).not.toBe(await hash({}))
  })
})
