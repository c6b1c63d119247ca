import type { Fact } from '../core/fact.ts'
import { daysIn } from '../language/written-days.ts'
import { type Line, quoted, seenIn } from './lines.ts'
import { isOrgan, organsOn, unstamped } from './organs.ts'
import type { Signature } from './signatures.ts'
import { headOf } from './titles.ts'

/** 署名; else 发文机关标志; else who stands in or above the title, fills in the form, or prints the document. */
export function issuerOf(lines: readonly Line[], signature: Signature | undefined): Fact<string> | null {
  if (signature) {
    const certainty = seenIn(signature.line, signature.repaired === null ? 'certain' : 'likely')
    return { value: signature.organs.join('、'), at: placeOfSignature(lines, signature), certainty }
  }
  return letterhead(lines) ?? titled(lines) ?? labelled(lines) ?? printer(lines)
}

function placeOfSignature(lines: readonly Line[], { line, organs }: Signature) {
  const index = lines.indexOf(line)
  const named = lines.slice(Math.max(0, index - 8), index + 1).findLast(({ text }) => text.includes(organs.at(-1)!))
  return quoted(named ?? line)
}

/** 广元市昭化区人民政府办公室文件 */
function letterhead(lines: readonly Line[]): Fact<string> | null {
  for (const line of lines.slice(0, 15)) {
    const organ = /^(.{3,40})文件$/.exec(line.text)?.[1]
    if (organ && isOrgan(organ))
      return { value: organ, at: quoted(line), certainty: seenIn(line, 'certain'), why: '取自发文机关标志' }
  }
  return null
}

function titled(lines: readonly Line[]): Fact<string> | null {
  const head = headOf(lines).lines.slice(0, 15)
  for (const [index, line] of head.entries()) {
    if (/委$/.test(line.text) && /^员/.test(head[index + 1]?.text ?? '')) continue
    const end = line.text.search(/关于|印发|转发/)
    const organs = organsOn(end < 0 ? line.text : line.text.slice(0, end).trim(), end < 0 ? line.raw : undefined)
    if (organs.length > 0)
      return { value: organs.join('、'), at: quoted(line), certainty: seenIn(line, 'likely'), why: '取自标题' }
  }
  return null
}

const LABEL =
  /^(填报单位|报送单位|编制单位|制定单位|制作单位|单位名称|责任单位|填表单位|单位)(?:\([^()]{1,8}\))?:\s*([\p{Script=Han}、·]{3,40})/u

function labelled(lines: readonly Line[]): Fact<string> | null {
  for (const line of lines) {
    const [, label, name = ''] = (line.text.length <= 120 && LABEL.exec(line.text)) || []
    // Forms print several labels in one line, with gaps that spelling has closed.
    const organ = unstamped(name.replace(/(?:填报|填表|制表|报送)人.*$|(?:填报|填表|制表|报送)?(?:时间|日期).*$/, ''))
    if (label && isOrgan(organ))
      return { value: organ, at: quoted(line), certainty: seenIn(line, 'likely'), why: `取自“${label}”` }
  }
  return null
}

function printer(lines: readonly Line[]): Fact<string> | null {
  for (const line of lines) {
    const mention = line.text.length <= 80 && /印发$/.test(line.text) ? daysIn(line.text).at(-1) : undefined
    const organ = mention ? line.text.slice(0, mention.start).trim() : ''
    if (isOrgan(organ))
      return { value: organ, at: quoted(line), certainty: seenIn(line, 'likely'), why: '推定：取自版记印发机关' }
  }
  return null
}
