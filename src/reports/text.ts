import { BLOCK_NAMES, type Block, type BlockClass } from '../core/block.ts'
import type { Report } from '../core/report.ts'
import { blocksOfClass, countOf, type Headline, headlineOf } from '../core/verdict-line.ts'
import { visible } from '../language/visible.ts'
import { commonFolder, without } from './common-folder.ts'
import { block, wrapped } from './lines.ts'
import { type Paint, paintOf } from './paint.ts'
import type { Look, Renderer } from './renderer.ts'
import { tableOf } from './tally.ts'
import { blockLines, oneLine } from './text-blocks.ts'
import { hints, secrets } from './text-problems.ts'
import { sinceLine, sinceLists } from './text-since.ts'
import { sources } from './text-sources.ts'

const SIGNS: Readonly<Record<Headline['tone'], string>> = { bad: '✗', fair: '△', ask: '?', good: '✓' }

const MOST_QUESTIONS = 25

/** The verdict, then each thing to do once: proved, demanded, asked, advised, unread. */
export const text: Renderer = {
  name: 'text',
  extensions: ['txt'],
  binary: false,
  async render(whole, look) {
    const folder = commonFolder(whole)
    const report = folder ? without(folder, whole) : whole
    const paint = await paintOf(look.colour)
    const linesIn = (tight: boolean, advised: number) => linesOf(report, folder, look, paint, tight, advised)
    return `${(look.all ? linesIn(false, Number.POSITIVE_INFINITY) : fitting(linesIn)).join('\n').trimEnd()}\n`
  },
}

const MOST_LINES = 120

/**
 * What five minutes hold: all of it, or of what is only advised as many lines as there is room for. What only an examiner
 * can judge waits on the list, where the rest already fills them.
 */
function fitting(linesIn: (tight: boolean, advised: number) => string[]): string[] {
  const whole = linesIn(false, Number.POSITIVE_INFINITY)
  if (whole.length <= MOST_LINES) return whole
  const loose = linesIn(false, 0)
  const tight = loose.length > MOST_LINES
  const room = MOST_LINES - (tight ? linesIn(true, 0) : loose).length
  return linesIn(tight, Math.max(0, room))
}

function linesOf(report: Report, folder: string, look: Look, paint: Paint, tight: boolean, advised: number): string[] {
  const { since } = look
  return [
    ...(since ? sinceLine(since, look).map((line) => paint.bold(line)) : []),
    ...heading(report, folder, look, paint),
    ...secrets(report, look, paint),
    ...(since ? sinceLists(since, look, paint) : []),
    ...section(report, 'proved', '先改这些', look, paint, 'bad'),
    ...section(report, 'demanded', '方案原文要求，材料中没有找到', look, paint, 'bad'),
    ...section(report, 'question', '打开看一看；答复写在清单的“存疑待核”表', look, paint, 'ask', tight),
    ...advice(report, look, paint, advised),
    ...unclaimed(report, look, paint),
    ...section(report, 'unread', '', look, paint, 'fair'),
    ...hints(report, look, paint),
    ...(look.all
      ? [...sources(report, look, paint), ...tableOf(report, look, paint.bold)]
      : block('', '加 --all 看全部，用 -o 清单.xlsx 导出', look.width, 0)),
  ]
}

function heading(report: Report, folder: string, { width }: Look, paint: Paint): string[] {
  const { tone, text } = headlineOf(report)
  const title = `${report.unit.name} · ${report.system.name} ${report.system.version} · 截至 ${report.asOf}`
  return [
    ...wrapped(title, width).map((line) => paint.bold(line)),
    ...block(`${SIGNS[tone]} `, text, width, 0).map((line) => paint[tone](line)),
    ...(report.clock ? block('  ', report.clock, width, 0).map((line) => paint.dim(line)) : []),
    ...(folder
      ? block('  ', `下面所写的位置都在文件夹“${visible(folder)}”里`, width, 0).map((line) => paint.dim(line))
      : []),
    '',
  ]
}

function section(
  report: Report,
  kind: BlockClass,
  note: string,
  look: Look,
  paint: Paint,
  tone: Headline['tone'],
  tight = false,
): string[] {
  const all = blocksOfClass(report, kind)
  if (all.length === 0) return []
  // What only a person can judge, and nothing hangs on, must not bury what is asked for.
  const isFolded = ({ class: sort, severity, findings }: Block) =>
    !look.all &&
    sort === 'question' &&
    (severity === 'advised' || (tight && severity !== 'veto')) &&
    findings.every((id) => reviews.has(id))
  const reviews = new Set(report.findings.flatMap(({ id, kind: sort }) => (sort === 'review' ? [id] : [])))
  const [open, folded] = [all.filter((one) => !isFolded(one)), all.filter(isFolded)]
  const blocks = look.all || kind !== 'question' ? open : open.slice(0, MOST_QUESTIONS)
  const rest = open.length - blocks.length
  const ids = new Set(folded.flatMap(({ indicators }) => indicators.map((id) => (id === 'package' ? '整包' : id))))
  return [
    title(`${BLOCK_NAMES[kind]}  ${amountOf(kind, all)}`, note, look, paint),
    ...blocks.flatMap((one, index) => blockLines(one, blocks[index - 1], look, paint, tone)),
    ...(rest > 0 ? [`  ……另有 ${rest} 处，加 --all 全部显示`] : []),
    ...(ids.size > 0
      ? block('  ', `另有 ${folded.length} 问由审核人判断（${[...ids].join('、')}），加 --all 查看`, look.width, 0)
      : []),
    '',
  ]
}

/** What could not be read is counted by files, as the verdict counts it. */
function amountOf(kind: BlockClass, all: readonly Block[]): string {
  if (kind === 'unread') return `${new Set(all.flatMap(({ places }) => places.map(({ file }) => file))).size} 个文件`
  return `${countOf(all)} ${kind === 'demanded' ? '项' : '处'}`
}

const title = (text: string, note: string, { width }: Look, paint: Paint): string =>
  paint.bold(width < 60 || note === '' ? text : `${text}（${note}）`)

/** One line an indicator, first of what the plan asks for and of what nothing else proves; of the rest the numbers are enough. */
function advice(report: Report, look: Look, paint: Paint, most: number): string[] {
  const blocks = blocksOfClass(report, 'advised')
  if (blocks.length === 0) return []
  const bare = new Set(report.indicators.filter(({ outcome }) => outcome === 'noted').map(({ id }) => id))
  const asked = new Set(report.findings.flatMap(({ id, demanded }) => (demanded === undefined ? [] : [id])))
  const weight = ({ findings, indicators }: Block) =>
    findings.some((id) => asked.has(id)) ? 0 : indicators.some((id) => bare.has(id)) ? 1 : 2
  const shown = blocks.toSorted((a, b) => weight(a) - weight(b)).slice(0, most)
  const others = blocks.filter((one) => !shown.includes(one))
  const ids = others.flatMap(({ indicators }) => indicators.map((id) => (id === 'package' ? '整包' : id)))
  return [
    title(`${BLOCK_NAMES.advised}  ${blocks.length} 项指标`, '有的话补上更好，没有不必另做', look, paint),
    ...blocks.filter((one) => shown.includes(one)).map((one) => oneLine(one, look)),
    ...(ids.length > 0
      ? block(
          '  ',
          `${shown.length > 0 ? '其余' : '还可补充的'}（加 --all 看是什么）：${ids.join('、')}`,
          look.width,
          0,
        )
      : []),
    '',
  ]
}

/** Nothing is asked of a unit under indicators that do not name it and for which it handed in nothing. */
function unclaimed({ indicators, findings }: Report, { width }: Look, paint: Paint): string[] {
  const open = indicators.filter(({ outcome, part, note }) => outcome === 'exempt' && part !== 'named' && note)
  // The unit's own words that there was none of it are a paper.
  const said = new Set(
    findings.flatMap(({ indicator, outcome, cites }) => (outcome === 'exempt' && cites.length > 0 ? [indicator] : [])),
  )
  const [none, waiting] = [open.filter(({ id }) => said.has(id)), open.filter(({ id }) => !said.has(id))]
  const named = indicators.filter(({ outcome, part, note }) => outcome === 'exempt' && part === 'named' && note)
  const unruled = indicators.filter(({ outcome, note }) => outcome === 'unclear' && note.includes('不作结论'))
  const line = (says: string, list: typeof indicators) =>
    list.length > 0 ? block('  ', `${says} ${list.length} 项：${list.map(({ id }) => id).join('、')}`, width, 0) : []
  const lines = [
    ...line('未认领（没有点名本单位，也没有材料；归本单位的，放入材料即按本单位审核）', waiting),
    ...line('本单位已说明没有此类事项', none),
    ...line('不作要求', named),
    ...line('尚无适用规则，请人工核对', unruled),
  ]
  // One line says by itself what it is about.
  if (lines.length === 1) return [...lines.map((one) => one.trimStart()), '']
  return lines.length > 0 ? [paint.bold('未列入审核的指标'), ...lines, ''] : []
}
