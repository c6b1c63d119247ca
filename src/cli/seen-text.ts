import type {
  SeenColumn,
  SeenFlaw,
  SeenLedger,
  SeenNothing,
  SeenPaper,
  SeenTable,
  Serving,
  Wanting,
} from '../audit/seen/seen.ts'
import type { Need } from '../core/package.ts'
import { spotName } from '../core/place.ts'
import { clipped } from '../language/text.ts'
import { visible } from '../language/visible.ts'

/** What is made of a paper, a line each, for people. */
export function paperLines(paper: SeenPaper): string[] {
  const { kinds, topics, draft, blank, serves, near, nothings, declarations, flaws } = paper
  return [
    line('文种', kinds.join('、') || '看不出'),
    line('讲什么', topics.join('、') || '看不出'),
    ...(draft ? [line('非定稿', `题名写明是“${visible(draft)}”`)] : []),
    ...(blank ? [line('空白件', `题名写明是“${visible(blank)}”`)] : []),
    ...(serves.length > 0 ? serves.map(servingLine) : [line('用作', '没有认作哪项指标的材料')]),
    ...near.map((one) => line('接近', `${materialName(one)}　${visible(one.why)}`)),
    ...nothings.map(nothingLine),
    ...declarations.map(({ indicator, declares, reason }) =>
      line('声明', `指标${indicator}${declares}：${visible(clipped(reason, 80))}`),
    ),
    ...flaws.map((flaw) => line('毛病', flawWords(flaw))),
  ]
}

/** 指标28“合法性审核意见书”; what only lies under an indicator is named by it alone. */
export const materialName = ({ indicator, material }: Pick<Wanting, 'indicator' | 'material'>): string => {
  const owner = indicator === 'package' ? '整包' : `指标${indicator}`
  return material === null ? `${owner}（不是所列材料）` : `${owner}“${visible(material)}”`
}

const servingLine = (one: Serving): string =>
  line('用作', `${materialName(one)}（${one.sure ? '认定' : '待核对'}）　${visible(one.why)}`)

function nothingLine({ matter, sentence, from, to, states, at }: SeenNothing): string {
  const span = from || to ? `（${from ?? ''}至${to ?? ''}）` : ''
  const whose = states.length > 0 ? `，可作指标${states.join('、')}的说明` : ''
  const spot = spotName(at)
  return line('没有的事', `${matter}${span}：“${visible(clipped(sentence, 80))}”${whose}${spot ? `　${spot}` : ''}`)
}

const FLAWS: Readonly<Record<SeenFlaw['kind'], string>> = {
  foreign: '是其他单位的材料',
  draft: '不是定稿',
  unsigned: '没有落款',
  undated: '没有日期',
  expired: '已过期',
  lapsed: '已过有效期',
  interrupted: '前后不相接',
  abolished: '评估的文件已废止',
  copied: '照抄另一年的',
  'other-year': '文件名与题名年份不同',
  unfilled: '空白表',
  duplicate: '重复报送',
  'same-number': '文号重复',
  older: '创建周期之前的材料',
  slip: '有笔误',
  empty: '打不开',
}

export const flawWords = ({ kind, sure, words }: SeenFlaw): string =>
  `${FLAWS[kind]}（${sure ? '可靠' : '请核对'}）：${visible(words)}`

/** A table as the matters that it is taken for, one after the other. */
export const tableLines = ({ ledgers }: SeenTable): string[] =>
  ledgers.length > 0 ? ledgers.flatMap(ledgerLines) : [line('事项', '不是已知的台账，按一般表格看')]

/** A matter: its columns and why, what stays unread, and its notes. */
function ledgerLines({ matter, columns, asked, unread, records, notes }: SeenLedger): string[] {
  return [
    line('事项', `${matter.name}（${matter.id}），${records}条记录　${visible(matter.why)}`),
    ...together(columns).map((one) => line('列', columnWords(one))),
    ...together(asked).map((one) => line('待确认', `${columnWords(one)}　本列是否为“${one.column}”？`)),
    ...(unread.length > 0 ? [line('没用的列', unread.map(visible).join('、'))] : []),
    ...notes.map(({ text }) => line('表注', visible(clipped(text, 120)))),
  ]
}

/** A cell that lists several persons is one column. */
function together(columns: readonly SeenColumn[]): SeenColumn[] {
  const cells = new Map<string, SeenColumn>()
  for (const one of columns) {
    const known = cells.get(one.cell)
    cells.set(one.cell, known ? { ...known, column: `${known.column}、${one.column}` } : one)
  }
  return [...cells.values()]
}

const columnWords = ({ head, column, certainty, why, cell }: SeenColumn): string =>
  `${cell} ${visible(head)} → ${column}（把握${Math.floor(certainty * 100)}%：${why}）`

/** What a clerk can do so that the file is taken for the material. */
export function needWords(need: Need): string {
  switch (need.kind) {
    case 'words':
      return `题名或文件名里写明${need.words.map((some) => some.map((word) => `“${word.replaceAll('*', '…')}”`).join('或')).join('，并写明')}`
    case 'genre':
      return `要的是${need.genres.length > 0 ? `“${need.genres.join('、')}”` : '另一类文件'}，${need.is.length > 0 ? `这一件是“${need.is.join('、')}”` : '这一件看不出是哪一类'}：换成要的那一类，或在题名里写明文种`
    case 'final':
      return `换成定稿（现在题名里有“${need.word}”）`
    case 'filled':
      return `换成填好的（现在题名里有“${need.word}”）`
    case 'columns':
      return need.columns.length > 0
        ? `表里补上${need.columns.map((name) => `“${name}”`).join('、')}列`
        : '用这种台账通用的列名'
    case 'title':
      return '文件名写上这份材料的名称'
    case 'text':
      return '正文里写明这件事（现在只有文件名这样写）'
    case 'table':
      return '放入带表格的原件'
    case 'readable':
      return '换成能读出内容的文件'
  }
}

const WIDTH = 5

export const line = (name: string, words: string): string =>
  `${name}${'　'.repeat(Math.max(1, WIDTH - name.length))}${words}`
