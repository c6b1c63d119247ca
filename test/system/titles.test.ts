import { mkdirSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import { faultLine } from '../../src/core/problem.ts'
import { likelyOf } from '../../src/language/profiles.ts'
import { checkSystem, compile, loadSystem } from '../../src/system/load.ts'
import { faultsOf, KINDS, type World, written } from './world.ts'

const HEAD = '题名\t指标\n'
const titles = (...lines: string[]): World => ({ 'titles.tsv': `${HEAD}${lines.join('\n')}\n` })
const loaded = (world: World) => loadSystem(written(world), { kinds: KINDS })
const SOME = titles('审查意见书\t1', '备案回执和审查意见\t1、2', '备案登记簿\t2', '食堂值班表\t')

describe('example titles', () => {
  test('are the labelled titles of the folder, by title', async () => {
    expect((await loaded(SOME)).examples).toEqual([
      { title: '备案回执和审查意见', ids: ['1', '2'] },
      { title: '备案登记簿', ids: ['2'] },
      { title: '审查意见书', ids: ['1'] },
      { title: '食堂值班表', ids: [] },
    ])
  })

  test('tell how papers are called, as do the clauses of the plan', async () => {
    const { profiles } = await loaded(SOME)
    expect(profiles?.ids).toEqual(['', '1', '2'])
    expect(likelyOf(profiles!, '审查意见').map(({ id }) => id)[0]).toBe('1')
    const clauses = await loaded(titles('审核\t1', '备案\t2', '合法的事\t'))
    expect(Object.keys(clauses.profiles!.grams)).toContain('合法')
  })

  test('without them nothing is learnt from the plan alone', async () => {
    const system = await loaded({})
    expect('profiles' in system || 'examples' in system).toBe(false)
    expect('profiles' in (await loaded({ 'titles.tsv': HEAD }))).toBe(false)
  })

  test('who issued a paper is no word of it', async () => {
    const { profiles } = await loaded(titles('区司法局审查意见书\t1', '区司法局审查意见表\t1', '区司法局备案簿\t2'))
    expect(Object.keys(profiles!.grams).filter((gram) => /[司局]/u.test(gram))).toEqual([])
  })

  test.each<[string, string]>([
    [
      'a byte order mark and Windows’ line ends',
      `\uFEFF${HEAD}审查意见书\t1\n备案登记簿\t2\n`.replaceAll('\n', '\r\n'),
    ],
    ['quotation marks of a table programme', `${HEAD}"审查意见书"\t"1"\n备案登记簿\t2`],
    ['empty lines, blanks and another order', `${HEAD}\n备案登记簿 \t 2 \n\n审查意见书\t1\n\n`],
  ])('%s change nothing', async (_, text) => {
    const plainly = await loaded(titles('审查意见书\t1', '备案登记簿\t2'))
    expect(await loaded({ 'titles.tsv': text })).toEqual(plainly)
  })

  test.each(['1、2', '1,2', '1，2', '1；2', '1 2'])('ids may be parted as in %s', async (ids) => {
    expect((await loaded(titles(`备案审查\t${ids}`))).examples).toEqual([{ title: '备案审查', ids: ['1', '2'] }])
  })
})

const MISTAKES: [title: string, world: World, fault: string][] = [
  ['an unknown id', titles('甲\t1', '乙\t1、3'), 'titles.tsv:3:5: 没有编号为“3”的指标，可用的有：1、2'],
  ['an empty title', titles('甲\t1', ' \t2'), 'titles.tsv:3:1: 题名是空的'],
  [
    'a title of 121 signs',
    titles(`${'长'.repeat(121)}\t1`),
    'titles.tsv:2:1: 题名有121个字，超过120个，像是正文，请只写题名',
  ],
  ['a title twice', titles('甲\t1', '乙\t1', '甲\t2'), 'titles.tsv:4:1: “甲”重复，已用于 titles.tsv:2:1'],
  ['a tab too many', titles('甲\t1\t通知'), 'titles.tsv:2:5: 多了一个 Tab：一行只有题名、指标两格'],
  ['no tab', titles('甲 1'), 'titles.tsv:2:1: 缺少第二格：题名后按一下 Tab 再写指标号；什么也不证明的题名，Tab 后留空'],
  ['an id twice', titles('甲\t1、2、1'), 'titles.tsv:2:7: 指标“1”写了两次'],
  ['no head', { 'titles.tsv': '甲\t1\n' }, 'titles.tsv:1:1: 第一行应为表头：“题名”，按一下 Tab，“指标”'],
  ['an empty file', { 'titles.tsv': '\n' }, 'titles.tsv:1:1: 第一行应为表头：“题名”，按一下 Tab，“指标”'],
  ['another name', { '题名.tsv': HEAD }, '题名.tsv: 不知道这是什么文件：题名例的文件名是 titles.tsv'],
]

describe('mistakes in example titles', () => {
  test.each(MISTAKES)('%s', async (_, world, fault) => expect(await faultsOf(world)).toEqual([fault]))

  test('a title of 120 signs is one', async () => expect(await faultsOf(titles(`${'长'.repeat(120)}\t1`))).toEqual([]))

  test('bytes of another encoding', async () => {
    const folder = written()
    // 题名 in GBK.
    writeFileSync(join(folder, 'titles.tsv'), Buffer.from([0xcc, 0xe2, 0xc3, 0xfb, 0x09, 0x31]))
    const { faults } = await checkSystem(folder, KINDS)
    expect(faults.map(faultLine)).toEqual(['titles.tsv:1:1: 文件不是 UTF-8 编码，请用 UTF-8 另存'])
  })

  test('all are told at once, up to fifty', async () => {
    expect(await faultsOf(titles('甲\t1\t', '\t2'))).toHaveLength(2)
    expect(await faultsOf(titles(...Array.from({ length: 60 }, () => '\t1')))).toHaveLength(50)
  })

  test('an id that stands in a file with faults is not called unknown', async () => {
    const faults = await faultsOf({ ...titles('甲\t7'), '02-其他.yaml': '- id: "7"\n  - x' })
    expect(faults.length).toBeGreaterThan(0)
    expect(faults.filter((fault) => fault.startsWith('titles.tsv'))).toEqual([])
  })
})

describe('the hash', () => {
  const hash = async (world: World) => (await loaded(world)).sha256

  test('is that of the titles too, whatever their order', async () => {
    const one = await hash(titles('甲\t1', '乙\t2'))
    expect(one).not.toBe(await hash({}))
    expect(await hash(titles('甲\t1', '乙\t1'))).not.toBe(one)
    expect(await hash(titles('乙\t2', '甲\t1'))).toBe(one)
  })

  test('a compiled system holds titles and profiles as they were parsed, until a title changes', async () => {
    const folder = written(SOME)
    const within = join(folder, 'compiled')
    mkdirSync(within)
    const copy = await compile(folder, { kinds: KINDS })
    const file = join(within, `${basename(folder)}.json`)
    const load = () => loadSystem(folder, { kinds: KINDS, compiled: pathToFileURL(`${within}/`) })
    writeFileSync(file, copy)
    expect(await load()).toEqual(await loaded(SOME))
    writeFileSync(file, copy.replace('青山区法治政府', '副本法治政府'))
    expect((await load()).name).toBe('副本法治政府建设指标体系')
    writeFileSync(join(folder, 'titles.tsv'), `${HEAD}审查意见书\t2\n`)
    expect((await load()).name).toBe('青山区法治政府建设指标体系')
    expect((await load()).examples).toHaveLength(1)
  })
})

describe('an edition', () => {
  const HEADING = 'id: qingshan-2024\nversion: 2.0.0\nname: 青山区指标体系（2024）\nextends: '
  const edition = async (own: World, base: World = SOME, more = '') => {
    const folder = written(base)
    const next = join(folder, 'next')
    mkdirSync(next)
    const files: World = { 'system.yaml': `${HEADING}../\n${more}`, ...own }
    for (const [name, text] of Object.entries(files)) writeFileSync(join(next, name), text ?? '')
    return checkSystem(next, KINDS)
  }
  const examples = async (...given: Parameters<typeof edition>) => {
    const { system, faults } = await edition(...given)
    expect(faults).toEqual([])
    return (system?.examples ?? []).map(({ title, ids }) => `${title} ${ids.join()}`)
  }

  test('has the titles of what it extends', async () => {
    expect(await examples({})).toEqual(['备案回执和审查意见 1,2', '备案登记簿 2', '审查意见书 1', '食堂值班表 '])
  })

  test('adds its own; a title written anew speaks for what is written anew', async () => {
    expect(await examples(titles('审查意见书\t2', '送审表\t1'))).toEqual([
      '备案回执和审查意见 1,2',
      '备案登记簿 2',
      '审查意见书 2',
      '送审表 1',
      '食堂值班表 ',
    ])
  })

  test('may be the first that has any', async () => {
    expect(await examples(titles('送审表\t1'), {})).toEqual(['送审表 1'])
  })

  test('what it does not ask any more has no titles, and is no proof of nothing either', async () => {
    const off = 'off:\n  - {indicator: "2", why: 停用}\n'
    expect(await examples({}, SOME, off)).toEqual(['备案回执和审查意见 1', '审查意见书 1', '食堂值班表 '])
    const { system } = await edition({}, SOME, off)
    expect(system?.profiles?.ids).toEqual(['', '1'])
  })

  test('its mistakes are told where they stand', async () => {
    const { faults } = await edition(titles('甲\t1', '乙\t3'))
    expect(faults.map(faultLine)).toEqual(['titles.tsv:3:3: 没有编号为“3”的指标，可用的有：1、2'])
    const below = await edition({}, titles('甲\t1', '甲\t2'))
    expect(below.faults.map(faultLine)).toEqual(['../titles.tsv:3:1: “甲”重复，已用于 ../titles.tsv:2:1'])
  })
})
