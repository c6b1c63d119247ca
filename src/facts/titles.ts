import type { Fact } from '../core/fact.ts'
import { paperWord } from '../language/paper-words.ts'
import { daysIn } from '../language/written-days.ts'
import { type Line, quoted, seenIn } from './lines.ts'
import { numbersIn } from './numbers.ts'
import { isOrgan } from './organs.ts'

// The last words of titles: 文种 of official documents first, then what units call their other papers.
const TYPES =
  '通知|通报|通告|公告|公报|公示|决定|决议|命令|意见|报告|请示|批复|议案|函|纪要|办法|' +
  '规定|规则|细则|条例|章程|制度|机制|方案|预案|规划|计划|要点|安排|措施|规程|规范|总结|' +
  '汇报|情况|记录|纪实|答复|提案|建议|提示|说明|声明|承诺|清单|目录|台账|名单|名录|名册|' +
  '汇编|手册|指南|指引|流程|标准|基准|图|表|册|书|证明|材料|案例|笔录|信息|简报|动态|' +
  '简介|讲话|讲稿|课件|提纲|合同|协议|凭证|回执|细目|体系|反馈|截图|照片|样本|文本|案卷|须知|公约|回证|概况|卷宗'
const SUFFIX = '(?:\\([^()]{1,20}\\))?'
const TYPED = new RegExp(`(?:${TYPES})${SUFFIX}$`)
const OF_TYPE = new RegExp(`的(?:${TYPES})${SUFFIX}$`)
const BOOK = /^《([^《》]{2,80})》$/
const CHROME = new RegExp(`${paperWord('chrome')}|^${paperWord('menus')}$`, 'u')
const NO_TITLE = new RegExp(
  `^(?:${paperWord('notTitled')}|[一二三四五六七八九十]+、|\\([一二三四五六七八九十\\d]+\\)|\\d+[.、]|第[一二三四五六七八九十百\\d]+[章节条])`,
  'u',
)

/** The title of the document itself. Never the file's name: what a document does not say of itself is not its fact. */
export function titleOf(lines: readonly Line[]): Fact<string> | null {
  const head = headOf(lines)
  return formalTitle(head) ?? plainTitle(head.lines) ?? null
}

type Head = { readonly lines: readonly Line[]; readonly addressed: boolean }

const DEPTH = 40

/** The lines above 主送机关, or above the first line of running text. */
export function headOf(lines: readonly Line[]): Head {
  const top = lines.slice(0, DEPTH)
  const addressee = top.findIndex(({ text }) => isAddressee(text))
  const body = top.findIndex(({ text }) => isBody(text))
  const addressed = addressee >= 0 && (body < 0 || addressee < body)
  const end = addressed ? addressee : body
  return { lines: end < 0 ? top : top.slice(0, end), addressed }
}

const ADDRESSEE = new RegExp(`[各局府委办院会站所镇乡厅]|${paperWord('addressees')}`, 'u')
const NO_ADDRESSEE = new RegExp(paperWord('notAddressees'), 'u')

export const isAddressee = (text: string): boolean =>
  /^[^。;!?]{2,200}:$/.test(text) && ADDRESSEE.test(text) && !NO_ADDRESSEE.test(text)

const isBody = (text: string): boolean =>
  /。/.test(text) || (text.length >= 24 && /[,;]/.test(text.replace(/《[^《》]*》/g, '')))

/** 关于…的通知, joined over the lines it is broken into. Just above 主送机关 it counts more than in a page's banner. */
function formalTitle({ lines, addressed }: Head): Fact<string> | undefined {
  const found = lines.flatMap((line, index) => {
    const start = beginning(line.text)
    const value =
      start === undefined
        ? undefined
        : joined(
            upToRow(lines.slice(index, index + 4)).map(({ text }) => text),
            start,
          )
    return value ? [{ value, at: quoted(line), certainty: seenIn(line, 'certain') }] : []
  })
  return addressed ? found.at(-1) : found[0]
}

/** A table's row follows a title but never goes on with it. Its cells come joined by tabs. */
const isRow = ({ raw }: Line): boolean => {
  const cells = raw.trim().split(/\t+/)
  return cells.length > 1 && cells.some((cell) => [...cell.trim()].length > 1)
}

function upToRow(lines: readonly Line[]): readonly Line[] {
  const row = lines.findIndex((line, index) => index > 0 && isRow(line))
  return row < 0 ? lines : lines.slice(0, row)
}

const TITLE_STARTS = new RegExp(paperWord('titleStarts'), 'u')
const REASON = new RegExp(paperWord('reasons'), 'u')

/** Where the title begins: at 关于, after nothing but the issuer and the number. */
function beginning(text: string): number | undefined {
  if (CHROME.test(text) || NO_TITLE.test(text)) return undefined
  const start = text.search(TITLE_STARTS)
  if (start < 0) return undefined
  const number = numbersIn(text)[0]
  const before = text.slice(number && number.end <= start ? number.end : 0, start).trim()
  return /^[\p{Script=Han}、·()]{0,60}$/u.test(before) && !REASON.test(before) ? start : undefined
}

function joined(texts: readonly string[], start: number): string | undefined {
  let title: string | undefined
  let text = texts[0]!.slice(start)
  for (let next = 1; ; next++) {
    if (isWhole(text)) {
      title = text
      if (OF_TYPE.test(text)) return title
    }
    const more = texts[next]
    if (more === undefined || !continues(more)) return title
    text += more
  }
}

const isWhole = (text: string): boolean =>
  text.length <= 160 && TYPED.test(text) && balanced(text) && !/[。;?!:]$/.test(text)

const continues = (text: string): boolean =>
  text.length <= 60 &&
  !/[。;:>|]/.test(text) &&
  !NO_TITLE.test(text) &&
  !CHROME.test(text) &&
  !isOrgan(text) &&
  !standsForOther(text)

const standsForOther = (text: string): boolean => daysIn(text).length > 0 || numbersIn(text)[0]?.start === 0

const balanced = (text: string): boolean =>
  [...text].filter((sign) => sign === '《').length === [...text].filter((sign) => sign === '》').length

/** ××制度, ××报告, 会议纪要: the first line of the head that ends as a title does. */
function plainTitle(lines: readonly Line[]): Fact<string> | undefined {
  for (const [index, line] of lines.slice(0, 15).entries()) {
    const book = BOOK.exec(line.text)?.[1]
    const rest = below(lines, index)
    if (book) return { value: rest ? line.text + rest : book, at: quoted(line), certainty: seenIn(line, 'likely') }
    if (isRow(line) || !looksTitled(line.text) || !TYPED.test(line.text)) continue
    const value = above(lines, index) + line.text + rest
    if (value.length > 1) return { value, at: quoted(line), certainty: seenIn(line, 'likely') }
  }
  return undefined
}

const looksTitled = (text: string): boolean =>
  text.length <= 60 && !/[。;?!:,>|]/.test(text) && !NO_TITLE.test(text) && !CHROME.test(text) && !standsForOther(text)

/** What stands before 实施方案 on lines of its own: a broken title goes on upwards, a letterhead does not. */
function above(lines: readonly Line[], index: number): string {
  let text = ''
  for (let at = index - 1; at >= Math.max(0, index - 3); at--) {
    const line = lines[at]!.text
    if (
      isRow(lines[at]!) ||
      !looksTitled(line) ||
      TYPED.test(line) ||
      isLetterhead(line, lines[at + 1]!.text) ||
      line.length < 4
    )
      break
    text = line + text
  }
  return text
}

const LETTERHEAD = new RegExp(`${paperWord('letterheads')}$`, 'u')

// A narrow page breaks 委员会 after 委, and 委 is a body too.
const isLetterhead = (text: string, next: string): boolean =>
  LETTERHEAD.test(text) || (isOrgan(text) && !(/委$/.test(text) && /^员/.test(next)))

/** …三年规划 / 决策后评估报告 is one title, and so is …实施细则 / (草案) / 起草说明: what it is comes last. */
function below(lines: readonly Line[], index: number): string {
  const [line, after] = [lines[index + 1], lines[index + 2]]
  if (!line || isRow(line)) return ''
  if (after && !isRow(after) && STAGE.test(line.text) && isRest(after.text)) return line.text + after.text
  return isRest(line.text) ? line.text : ''
}

const STAGE = /^\([\p{Script=Han}\d]{1,8}\)$/u
const isRest = (text: string): boolean => text.length <= 14 && looksTitled(text) && TYPED.test(text) && text.length > 3
