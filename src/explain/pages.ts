import type { Indicator, IndicatorSystem } from '../core/system.ts'
import { clipped } from '../language/text.ts'
import { type Block, blocksOf, heading, ledgerBlocks, list, text } from './blocks.ts'
import { type Examples, explained, titleOf } from './explanation.ts'
import { kindOf } from './kind-of.ts'
import { ledgerWords } from './ledgers.ts'
import { markdown } from './markdown.ts'

const LEDGERS = '台账.md'
const MADE = '本页由 npm run docs 从指标体系文件生成，不要直接修改。'

/** The guide to a system as Markdown files by name: an index, a page for each first-level indicator, the ledgers. */
export function docPages(system: IndicatorSystem, examples: Examples): Map<string, string> {
  const chapters = chaptersOf(system)
  const pages = chapters.map(({ file, name, indicators }): [string, Block[]] => [
    file,
    [
      heading(1, name),
      text(MADE),
      ...indicators.flatMap((indicator) =>
        blocksOf(explained(system, indicator, null, examples), { depth: 2, ledgers: LEDGERS }),
      ),
    ],
  ])
  const all: [string, Block[]][] = [
    ['README.md', indexBlocks(system, chapters)],
    ...pages,
    [LEDGERS, ledgerPage(system)],
  ]
  return new Map(all.map(([file, blocks]) => [file, markdown(blocks)]))
}

type Chapter = { readonly file: string; readonly name: string; readonly indicators: readonly Indicator[] }

function chaptersOf(system: IndicatorSystem): Chapter[] {
  const byName = new Map<string, Indicator[]>()
  for (const indicator of [system.package, ...system.indicators])
    byName.set(indicator.level1, [...(byName.get(indicator.level1) ?? []), indicator])
  return [...byName].map(([name, indicators], index) => ({
    file: `${String(index).padStart(2, '0')}-${fileName(name)}.md`,
    name,
    indicators,
  }))
}

/** 二、依法行政制度体系完善 → 依法行政制度体系完善; nothing that a file system or an address minds. */
const fileName = (level1: string): string =>
  level1.replace(/^[一二三四五六七八九十]+、/, '').replace(/[^\p{L}\p{N}-]+/gu, '') || '指标'

function indexBlocks(system: IndicatorSystem, chapters: readonly Chapter[]): Block[] {
  const rules = [system.package, ...system.indicators].flatMap((indicator) => indicator.rules)
  const people = rules.filter((rule) => kindOf(rule)?.decides === 'person').length
  const pending = system.parameters.filter(({ value }) => value === null)
  return [
    heading(1, '指标说明'),
    text(MADE),
    text(
      `${system.name}，版本 ${system.version}：${system.indicators.length} 项三级指标，${rules.length} 条规则，其中 ${people} 条请人判断；${system.ledgers.length} 种台账。来源：${system.source}。`,
    ),
    text('每一项写明：由谁负责，什么材料算证据，怎样审核，依据是否核实，原文疑误怎样处理，哪些机器不能判断。'),
    text('在命令行里查看同样的内容：audit explain 28，或者只看一条规则：audit explain 28.reviewed。'),
    ...(pending.length > 0
      ? [
          heading(2, '待对照的外部数值'),
          list(pending.map(({ name, source }) => `${name}：尚未提供，有关比率只列核算结果。${source}`)),
        ]
      : []),
    heading(2, '目录'),
    ...chapters.flatMap(({ file, name, indicators }): Block[] => [
      heading(3, name),
      ...indicators.map(
        (indicator): Block => ({
          block: 'link',
          before: '',
          text: `${titleOf(indicator)}　${clipped(indicator.text, 60)}`,
          to: `${file}#${indicator.id}`,
        }),
      ),
    ]),
    heading(3, '台账'),
    { block: 'link', before: '', text: '全部台账的栏目和可用的叫法', to: LEDGERS },
  ]
}

function ledgerPage(system: IndicatorSystem): Block[] {
  const ledgers = ledgerWords(
    system,
    system.ledgers.map(({ name }) => ({ ledger: name })),
    [],
  )
  return [
    heading(1, '台账'),
    text(MADE),
    text(
      '程序按表头认台账，不看文件名：栏名与“栏目”或“也可以写作”中的一种相同（不计空格、标点）即可，不必照样另做一张表。标“必需”的栏目用来认出这张表，缺得多就认不出；其余栏目没有也可以。',
    ),
    ...ledgerBlocks(ledgers, 2, false),
  ]
}
