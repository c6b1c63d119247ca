import type { Evidence } from '../core/evidence.ts'
import type { Fact } from '../core/fact.ts'
import { genres } from '../language/genres.ts'
import { type Line, quoted, seenIn } from './lines.ts'
import { headOf } from './titles.ts'

const STAGES =
  '(?:公开)?征求意见稿|(?:报)?送审稿|报审稿|审议稿|草案|讨论稿|修改稿|修订稿|初稿|草稿|代拟稿|征求意见(?!的?(?:公告|通知|通告|函|期|情况|结果|意见))'
// (征求意见稿,2022年5月16日): of which day it is.
const OF_DAY = '(?:(?:19|20)\\d{2}[年./-]\\d{1,2}(?:[月./-](?:\\d{1,2}日?)?)?)'
// At a title's end or alone. Inside 《》 it is the draft that a final document is about.
const STAGE = new RegExp(
  `\\(${OF_DAY}?(?:[^()《》]{0,6})(?:${STAGES})(?:[^()《》]{0,6}|[,、\\s]*${OF_DAY})\\)$|^(?:${STAGES})$`,
)
const BLANK_DAY =
  /[Xx×*_]{2,4}年|年\s?[Xx×*_]{1,2}\s?月|月\s?[Xx×*_]{1,2}\s?日|^(?:19|20)\d{2}年\s?(?:\d{1,2})?\s?月\s?日$/
const BLANK_NUMBER = /[〔[【](?:(?:19|20)\d{2}|[Xx×*]{2,4})[〕\]】]\s?第?(?:[Xx×*_]{1,4}\s?)?号/
/** 送审文件:某办法(送审稿) is what a form is about. */
const LABELLED = /^(?!附)\p{Script=Han}{2,8}:/u
const GAPS = /待补充|待填写|此处填写|此处补充|待核实补充|另行补充完善后/

/** Signs in the text that this is not the final document. */
export function draftsOf(evidence: Pick<Evidence, 'path' | 'properties'>, lines: readonly Line[]): Fact<string>[] {
  const facts: Fact<string>[] = []
  const title = headOf(lines).lines.length
  for (const [index, line] of lines.entries()) {
    // 《某办法(草案)》 over 评估报告 is what the report is about.
    const text = isFollowed(lines, index, title) ? line.text : line.text.replace(/^《([^《》]*)》$/, '$1')
    const stage =
      index < Math.min(HEAD, title) && text.length <= 120 && !LABELLED.test(text) ? STAGE.exec(text)?.[0] : undefined
    if (stage && outside(text, stage))
      facts.push(factOf(line, stage.replace(/[()]/g, ''), 'certain', '标题注明为非定稿'))
    const number = index < HEAD ? BLANK_NUMBER.exec(text)?.[0] : undefined
    if (number) facts.push(factOf(line, number, 'certain', '文号未填'))
    const day = text.length <= 40 ? BLANK_DAY.exec(text)?.[0] : undefined
    if (day) facts.push(factOf(line, text, 'likely', '日期未填'))
    const gap = GAPS.exec(text)?.[0]
    if (gap) facts.push(factOf(line, gap, 'likely', '正文有待补内容'))
  }
  const changes = Number(evidence.properties['tracked-changes'] ?? 0)
  if (changes > 0)
    facts.push({
      value: `修订${changes}处`,
      at: { file: evidence.path },
      certainty: 'certain',
      why: '文件里留有未接受的修订',
    })
  return facts
}

const HEAD = 15

/** The title goes on in the next line. */
const isFollowed = (lines: readonly Line[], index: number, title: number): boolean =>
  index + 1 < title && genres().words.some(({ word }) => lines[index + 1]!.text.endsWith(word))

/** 关于《××办法(征求意见稿)》的公告 is final; ××办法(征求意见稿) is not. */
function outside(text: string, stage: string): boolean {
  const before = text.slice(0, text.length - stage.length)
  return before.lastIndexOf('《') <= before.lastIndexOf('》')
}

const factOf = (line: Line, value: string, most: 'certain' | 'likely', why: string): Fact<string> => ({
  value,
  at: quoted(line),
  certainty: seenIn(line, most),
  why,
})
