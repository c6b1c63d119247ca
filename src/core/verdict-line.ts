import type { Block, BlockClass } from './block.ts'
import type { Report } from './report.ts'

/** The whole package in one line, for every format. `tone` is for colour and for nothing else. */
export type Headline = { readonly tone: 'bad' | 'fair' | 'ask' | 'good'; readonly text: string }

export const blocksOfClass = ({ blocks }: Report, kind: BlockClass): Block[] =>
  blocks.filter((block) => block.class === kind)

/** A table of things that are not there counts as many as it holds. */
export const countOf = (blocks: readonly Pick<Block, 'class' | 'items'>[]): number =>
  blocks.reduce((sum, { class: kind, items }) => sum + (kind === 'demanded' ? Math.max(1, items.length) : 1), 0)

/** Three numbers: what the papers prove wrong, what the plan demands and is not there, what somebody has to look at. */
export function headlineOf(report: Report): Headline {
  const [proved, demanded, questions] = (['proved', 'demanded', 'question'] as const).map((kind) =>
    countOf(blocksOfClass(report, kind)),
  )
  const gaps = report.blocks.filter(({ class: kind }) => kind === 'proved' || kind === 'demanded')
  const { total, unread, partly } = report.summary.files
  const missed = [unread && `${unread} 个未能读取`, partly && `${partly} 个未读完`].filter(Boolean).join('、')
  const files = `；${total} 个文件${missed ? `中 ${missed}` : '全部读取'}`
  const numbers = `材料自身有错 ${proved} 处，方案要求而没有 ${demanded} 项，请核实 ${questions} 处`
  if (gaps.some(({ severity }) => severity !== 'advised'))
    return { tone: 'bad', text: `暂不能报送：${numbers}${files}` }
  if (gaps.length > 0) return { tone: 'fair', text: `没有必须改的，建议改后报送：${numbers}${files}` }
  if (questions) return { tone: 'ask', text: `核实后可以报送：${numbers}${files}` }
  return { tone: 'good', text: `可以报送：没有发现要改的，也没有要核实的${files}` }
}
