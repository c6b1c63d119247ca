import { type Basis, basisSource, basisWords } from '../core/basis.ts'
import type { Example, Explanation, MaterialWords, RuleWords } from './explanation.ts'
import type { ColumnWords, LedgerWords } from './ledgers.ts'

export type Item = { readonly text: string; readonly strong?: string; readonly more?: readonly string[] }

/** A page as any format can write it. Texts are plain: each format escapes them itself. */
export type Block =
  | { readonly block: 'heading'; readonly depth: number; readonly text: string; readonly anchor: string }
  | { readonly block: 'text' | 'quote'; readonly text: string }
  | { readonly block: 'list'; readonly items: readonly Item[] }
  | { readonly block: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }
  /** `before` and the link stand in one line. */
  | { readonly block: 'link'; readonly before: string; readonly text: string; readonly to: string }

/** Where the ledgers stand: on the page itself, or on a page of their own (its address). */
export type Setting = {
  readonly depth: number
  readonly ledgers: 'here' | string
  /** With the words of each basis, where they were read and when. */
  readonly sources?: boolean
}

export function blocksOf(page: Explanation, { depth, ledgers, sources = false }: Setting): Block[] {
  const rule = page.rules.length === 1 && page.id === page.rules[0]?.id ? page.rules[0] : null
  const title = rule ? `${rule.id}　${rule.name}（${page.title}）` : page.title
  const section = (text: string, blocks: Block[]) => (blocks.length > 0 ? [heading(depth + 1, text), ...blocks] : [])
  return [
    heading(depth, title, page.id),
    ...(page.level1 && page.level2 ? [text(`${page.level1} / ${page.level2}`)] : []),
    { block: 'quote', text: page.text },
    ...section('由谁负责', [list(page.duty)]),
    ...section(
      '原文疑误',
      page.errata.map(({ printed, applied, why }) => ({
        block: 'list',
        items: [{ text: `印发文本：${printed}`, more: [`审核时：${applied}`, `理由：${why}`] }],
      })),
    ),
    ...section('本版停用', page.off.length > 0 ? [list(page.off)] : []),
    ...section('什么算证据', materialBlocks(page.materials)),
    ...section('怎样审核', ruleBlocks(page.rules, depth + 2, sources)),
    ...section('机器不能判断的', limitBlocks(page.rules)),
    ...section(
      '台账的栏目',
      ledgers === 'here' ? ledgerBlocks(page.ledgers, depth + 2, true) : linksTo(page.ledgers, ledgers),
    ),
  ]
}

export const heading = (depth: number, text: string, anchor = ''): Block => ({ block: 'heading', depth, text, anchor })
export const text = (text: string): Block => ({ block: 'text', text })
export const list = (items: readonly string[]): Block => ({ block: 'list', items: items.map((text) => ({ text })) })

function materialBlocks(materials: readonly MaterialWords[]): Block[] {
  if (materials.length === 0) return []
  const items = materials.map(
    ({ name, need, nature, titles, except, ledger, issuers, formats, note }): Item => ({
      strong: name,
      text: `（${need}；${nature}）`,
      more: [
        ledger ? `按表头认《${ledger}》，不看文件名` : '',
        `题名含有：${titles.join('、')}`,
        except.length > 0 ? `题名含有这些字样的不是它：${except.join('、')}` : '',
        issuers.length > 0 ? `印发单位：${issuers.join('、')}` : '',
        formats.length > 0 ? `格式：${formats.join('、')}` : '',
        note,
      ].filter(Boolean),
    }),
  )
  return [{ block: 'list', items }]
}

function ruleBlocks(rules: readonly RuleWords[], depth: number, sources: boolean): Block[] {
  if (rules.length === 0) return [text('尚未编写规则，或者已全部停用：不由程序下结论，请人工核对。')]
  return rules.flatMap((rule) => [
    heading(depth, `${rule.id}　${rule.name}（${rule.severity}）`, rule.id),
    {
      block: 'list',
      items: [
        { text: `${rule.judges}${rule.decides === 'person' ? '' : '：由程序核对'}`, more: rule.asks },
        ...rule.holds.map((text) => ({ text })),
        ...demandItems(rule.demanded),
        {
          text: `依据：${['方案原文', ...rule.basis.map(basisWords)].join('；')}`,
          more: sources ? rule.basis.flatMap(sourceLines) : [],
        },
        ...[
          rule.erratum && `原文疑误：${rule.erratum}`,
          rule.note && `说明：${rule.note}`,
          rule.remedy && `判为缺口的，整改办法：${rule.remedy}`,
        ]
          .filter(Boolean)
          .map((text) => ({ text })),
        ...exampleItems('一个通过的例子', rule.met),
        ...exampleItems('一个不通过的例子', rule.gap),
      ],
    },
  ])
}

/** One quotation stands in the line, several below it. */
const demandItems = (demanded: readonly string[]): Item[] => {
  if (demanded.length === 0) return []
  return demanded.length === 1
    ? [{ text: `要求材料的原话：${demanded[0]}` }]
    : [{ text: '要求材料的原话', more: demanded }]
}

const sourceLines = (basis: Basis): string[] => [
  `${basis.text}：${basisSource(basis)}`,
  ...(basis.says ? [`条文：${basis.says}`] : []),
]

const exampleItems = (title: string, example: Example | null): Item[] =>
  example ? [{ text: `${title}：${example.name}`, more: [...example.given, `结论：${example.says}`] }] : []

/** Each limit once, with the rules that it holds for, and every question that waits for a person. */
function limitBlocks(rules: readonly RuleWords[]): Block[] {
  const limits = [...new Set(rules.map((rule) => rule.limits))].filter(Boolean)
  const items = limits.map((limit) => {
    const names = rules.filter((rule) => rule.limits === limit).map(({ name }) => name)
    return `${names.join('、')}：${limit}`
  })
  return items.length > 0 ? [list(items)] : []
}

/** `shortens` leaves out the columns that nothing here asks for; their names stay. */
export function ledgerBlocks(ledgers: readonly LedgerWords[], depth: number, shortens: boolean): Block[] {
  const how = text('标“必需”的栏目用来认出这张表，缺得多就认不出；其余栏目没有也可以。栏名与表中写法有一种相同即可。')
  return ledgers.flatMap((ledger, index) => {
    const asked = (column: ColumnWords) => column.needed || column.used.length > 0
    const shown = shortens ? ledger.columns.filter(asked) : ledger.columns
    const others = ledger.columns.filter((column) => !shown.includes(column))
    return [
      ...(index === 0 && shortens ? [how] : []),
      heading(depth, `《${ledger.name}》`, ledger.id),
      ...(ledger.titles.length > 0 ? [text(`表名也可以是：${ledger.titles.join('、')}`)] : []),
      text(`${ledger.key.map((column) => `“${column}”`).join('、')}相同的，认作同一件。${ledger.note}`),
      {
        block: 'table',
        head: ['栏目', '填什么', '必需', '也可以写作', ...(shortens ? ['用于'] : [])],
        rows: shown.map(({ name, holds, needed, also, marks, used }) => [
          name,
          [holds, ...marks].join('；'),
          needed ? '必需' : '',
          also.join('、'),
          ...(shortens ? [used.join('、')] : []),
        ]),
      },
      ...(others.length > 0 ? [text(`其他栏目：${others.map(({ name }) => name).join('、')}`)] : []),
    ]
  })
}

function linksTo(ledgers: readonly LedgerWords[], page: string): Block[] {
  return ledgers.map(({ id, name, columns }) => {
    const used = columns.filter((column) => column.used.length > 0).map((column) => column.name)
    const before = used.length > 0 ? `《${name}》，用到：${used.join('、')}。` : `《${name}》。`
    return { block: 'link', before, text: '全部栏目和可用的叫法', to: `${page}#${id}` }
  })
}
