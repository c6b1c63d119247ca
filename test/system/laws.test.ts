import { describe, expect, test } from 'vitest'
import { basisLine, basisSource } from '../../src/core/basis.ts'
import { loadSystem } from '../../src/system/load.ts'
import { changed, faultsOf, INDICATORS, KINDS, SYSTEM, type World, written } from './world.ts'

/** Two editions of a law, one of a document, and one article that nobody has read. */
const LAWS = `laws:
  - name: 处罚法
    title: 中华人民共和国处罚法
    also: [行政处罚法]
    editions:
      - name: 2017年修正
        from: 2018-01-01
        until: 2021-07-14
        articles:
          - {article: 第四十条, says: 七日内送达}
      - name: 2021年修订
        from: 2021-07-15
        source: 公布文本
        checked: 2022-06-01
        articles:
          - {article: 第六十一条, was: 第四十条, says: 七日内送达, text: 应当在七日内送达当事人。, verified: true}
          - {article: 第八十五条, says: 以工作日计, source: 另一文本, checked: 2022-05-01, verified: true}
  - name: 青办发〔2020〕8号
    title: 关于合法性审核的通知
    editions:
      - {from: 2020-03-01, articles: [{article: （五）, says: 不超过15个工作日}, {article: 全文, says: 审核机制}]}
  - name: 复议法
    title: 中华人民共和国复议法
    editions:
      - {from: 2024-01-01, source: 公布文本, checked: 2022-06-01, articles: [{article: 第一条, says: 复议, verified: true}]}
`

const basis = (line: string, more: World = {}): World => ({
  'laws.yaml': LAWS,
  '01-制度.yaml': changed(INDICATORS, '      name: 备案期限\n', `      name: 备案期限\n      basis: [${line}]\n`),
  ...more,
})
const laws = (from: string, to: string): World => ({ 'laws.yaml': changed(LAWS, from, to) })

async function quoted(line: string, more: World = {}) {
  const { indicators } = await loadSystem(written(basis(line, more)), { kinds: KINDS })
  return indicators[1]?.rules[0]?.basis[0]
}

// The rule is a dated variant from 2021-07-15; the cycle is 2021-01-01 to 2022-07-31.
describe('a basis is quoted', () => {
  test('by edition and article, for what the article says', async () => {
    const found = await quoted('{law: 处罚法, edition: 2021-07-15, article: 第六十一条}')
    expect(found).toEqual({
      text: '《处罚法》（2021年修订）第六十一条',
      for: '七日内送达',
      says: '应当在七日内送达当事人。',
      law: '中华人民共和国处罚法',
      edition: '2021-07-15',
      article: '第六十一条',
      source: '公布文本',
      checked: '2022-06-01',
      verified: true,
    })
    expect(found && [basisLine(found), basisSource(found)]).toEqual([
      '《处罚法》（2021年修订）第六十一条（七日内送达）',
      '公布文本，2022-06-01 核对',
    ])
  })

  test('by several articles: where each was read, on the earliest day', async () => {
    const found = await quoted('{law: 行政处罚法, edition: 2021-07-15, article: [第六十一条, 第八十五条], for: 送达}')
    expect(found).toMatchObject({
      text: '《处罚法》（2021年修订）第六十一条、第八十五条',
      for: '送达',
      source: '公布文本；另一文本',
      checked: '2022-05-01',
    })
  })

  test('in the edition that was in force, where the one named was not any more', async () => {
    expect(await quoted('{law: 处罚法, edition: 2018-01-01, article: 第四十条}')).toMatchObject({
      text: '《处罚法》（2021年修订）第六十一条',
      edition: '2021-07-15',
    })
  })

  test('a document by its number, and as a whole', async () => {
    expect(await quoted('{law: 青办发〔2020〕8号, article: （五）}')).toMatchObject({
      text: '青办发〔2020〕8号（五）',
      verified: false,
    })
    const whole = await quoted('{law: 青办发〔2020〕8号}')
    expect(whole && [basisLine(whole), basisSource(whole)]).toEqual(['青办发〔2020〕8号（审核机制，未核实）', '未核实'])
  })

  test('since when it is in force, where part of what is judged is older', async () => {
    const world = {
      '01-制度.yaml': changed(basisOn('2021-07-15', '第六十一条'), 'in-force: {from: 2021-07-15}', 'in-force: {}'),
    }
    expect(await quoted('', world)).toMatchObject({ text: '《处罚法》（2021年修订，2021年7月15日起施行）第六十一条' })
  })

  test('a text of its own as it stands', async () => {
    const found = await quoted('{text: 通行做法, verified: true, source: 三地文本, checked: 2022-06-01}')
    expect(found && [basisLine(found), basisSource(found)]).toEqual(['通行做法', '三地文本，2022-06-01 核对'])
  })
})

const basisOn = (edition: string, article: string): string =>
  changed(
    INDICATORS,
    '      name: 备案期限\n',
    `      name: 备案期限\n      basis: [{law: 处罚法, edition: ${edition}, article: ${article}}]\n`,
  )

const REFUSED: [title: string, world: World, fault: string][] = [
  ['a law that is not there', basis('{law: 处罚}'), '没有“处罚”，是否应为“处罚法”？'],
  [
    'an article that is not there',
    basis('{law: 处罚法, edition: 2021-07-15, article: 第六十条}'),
    '的《处罚法》（2021年修订）没有“第六十条”，是否应为“第六十一条”？',
  ],
  [
    'an article without edition where editions differ',
    basis('{law: 处罚法, article: 第六十一条}'),
    '《处罚法》有2个版本，条文不同，请用 edition 写明是哪一版（2018-01-01、2021-07-15）',
  ],
  [
    'an edition that is not there',
    basis('{law: 处罚法, edition: 2020-01-01, article: 第六十一条}'),
    '《处罚法》没有自2020-01-01起施行的版本，有：2018-01-01、2021-07-15',
  ],
  [
    'a law that was not yet in force',
    basis('{law: 复议法, article: 第一条}'),
    '《复议法》自2024-01-01起才施行，本条判断的是2021-07-15至2022-07-31的事项，不能以它为据',
  ],
  [
    'a law that was no longer in force, and whose later edition does not say the same',
    basis('{law: 处罚法, edition: 2018-01-01, article: 第四十条}', laws('was: 第四十条, ', '')),
    '《处罚法》（2017年修正）2021-07-14后不再施行，本条判断的是2021-07-15至2022-07-31的事项，不能以它为据',
  ],
  ['a document as a whole whose whole nobody lists', basis('{law: 复议法}'), '的《复议法》没有“全文”'],
  [
    'a text that is verified without source',
    basis('{text: 甲法, verified: true, checked: 2022-06-01}'),
    '写了 verified: true，须用 source 写明在何处读到',
  ],
  [
    'a text that is verified on no day',
    basis('{text: 甲法, verified: true, source: 公报}'),
    '写了 verified: true，须用 checked 写明何日核对',
  ],
  ['neither law nor text', basis('{for: 送达}'), '依据须写 law（laws.yaml 中的法律）或者 text（其他依据）'],
  ['law and text', basis('{law: 复议法, article: 第一条, text: 复议法}'), '写了“law”，就不要再写“text”'],
  ['an article of a text', basis('{text: 甲法, article: 第一条}'), '写了“article”，还要写“law”'],
  [
    'verified beside law',
    basis('{law: 青办发〔2020〕8号, verified: true}'),
    '写“law”的，“verified”写在 laws.yaml 的条款里',
  ],
  [
    'an article that is verified without source',
    laws('        source: 公布文本\n', ''),
    '写了 verified: true，须用 source 写明在何处读到',
  ],
  [
    'an article that is verified on no day',
    laws('        checked: 2022-06-01\n', ''),
    '写了 verified: true，须用 checked 写明何日核对',
  ],
  [
    'two editions at a time',
    laws('        until: 2021-07-14\n', ''),
    '下一版自2021-07-15起施行，本版须用 until 写明施行至前一日',
  ],
  [
    'editions out of order',
    laws('from: 2021-07-15', 'from: 2017-07-15'),
    '版本须按施行日先后排列：2017-07-15不晚于上一版的2018-01-01',
  ],
  [
    'an edition that ends before it begins',
    laws('until: 2021-07-14', 'until: 2017-07-14'),
    '失效日（2017-07-14）早于施行日（2018-01-01）',
  ],
  [
    'an edition of two without its day',
    laws('        from: 2018-01-01\n', ''),
    '有几个版本的，每个版本都要写明施行日（from）',
  ],
  [
    'an article before that is not there',
    laws('was: 第四十条', 'was: 第四十一条'),
    '上一版本没有列出“第四十一条”，是否应为“第四十条”？',
  ],
  [
    'an article before where there is no edition before',
    laws('{article: （五）, ', '{article: （五）, was: 第一条, '),
    '没有更早的版本，不用写 was',
  ],
  ['one article twice', laws('{article: 第八十五条', '{article: 第六十一条'), '“第六十一条”重复，已用于 laws.yaml:'],
  [
    'one name for two laws',
    laws('title: 中华人民共和国复议法', 'title: 中华人民共和国复议法\n    also: [处罚法]'),
    '“处罚法”重复，已用于 laws.yaml:2:',
  ],
  [
    'a parameter that is verified without source',
    { 'system.yaml': changed(SYSTEM, 'value: null}', 'value: 9, verified: true, checked: 2022-06-01}') },
    '写了 verified: true，须用 source 写明在何处读到',
  ],
]

describe('check refuses', () => {
  test.each(REFUSED)('%s', async (_, world, fault) => {
    const found = await faultsOf(world)
    expect(found.filter((one) => one.includes(fault)).length, found.join('\n')).toBeGreaterThan(0)
  })
})
