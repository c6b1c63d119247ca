import type { Problem } from '../core/problem.ts'
import { PROBLEM_CODES } from '../core/problem.ts'
import type { Report } from '../core/report.ts'
import { visible } from '../language/visible.ts'
import { block, widthOf } from './lines.ts'
import type { Paint } from './paint.ts'
import type { Look } from './renderer.ts'

const MOST_HINTS = 4

/** What must not be mailed is told before anything else. */
export function secrets({ problems }: Report, { width }: Look, paint: Paint): string[] {
  const found = problems.filter(({ code }) => code === 'secret')
  if (found.length === 0) return []
  const lines = found.flatMap(({ file = '', message }) => block('  ! ', `${visible(file)}：${message}`, width, 0))
  return [paint.bad('涉密警示'), ...lines.map((line) => paint.bad(line)), '']
}

/** What else was noticed about files; what could not be read has its blocks. */
export function hints({ problems, blocks }: Report, look: Look, paint: Paint): string[] {
  const told = new Set(
    blocks.flatMap(({ class: kind, what, places }) =>
      kind === 'unread' ? places.map(({ file }) => `${what.split('：')[0]}：${file}`) : [],
    ),
  )
  const isTold = ({ code, file }: Problem) => told.has(`${PROBLEM_CODES[code]}：${file}`)
  const shown = problems.filter((one) => one.code !== 'secret' && one.code !== 'litter' && !isTold(one))
  const litter = problems.filter(({ code }) => code === 'litter')
  if (shown.length + litter.length === 0) return []
  const groups = grouped(shown)
  const most = look.all ? groups.length : MOST_HINTS
  const rest = groups.length - most
  // One hint needs no head of its own.
  if (groups.length === 1 && litter.length === 0)
    return [...groups.flatMap(([message, group]) => hintLines(`提示　${message}`, group, look, '')), '']
  return [
    paint.bold('其他提示'),
    ...groups.slice(0, most).flatMap(([message, group]) => hintLines(message, group, look, '  · ')),
    ...(rest > 0 ? [`  ……另有 ${rest} 类，加 --all 全部显示`] : []),
    ...(litter.length > 0
      ? block(
          '  ',
          `系统临时文件 ${litter.length} 个未读（如 ${visible(litter[0]?.file ?? '')}），报送前请删除`,
          look.width,
          0,
        )
      : []),
    '',
  ]
}

/** One message for many files is one entry: the same sentence a hundred times helps nobody. */
function grouped(problems: readonly Problem[]): [string, Problem[]][] {
  const groups = new Map<string, Problem[]>()
  for (const problem of problems) {
    const key = `${PROBLEM_CODES[problem.code]}：${problem.message}`
    groups.set(key, [...(groups.get(key) ?? []), problem])
  }
  return [...groups]
}

function hintLines(message: string, group: readonly Problem[], { width, all }: Look, mark: string): string[] {
  const files = group.flatMap(({ file }) => (file === undefined ? [] : [visible(file)]))
  const shown = files.slice(0, all ? files.length : 1)
  const more = files.length > shown.length ? `等 ${files.length} 个文件` : ''
  const [only] = shown.length === 1 ? shown : []
  const whole = `${visible(message)}  ${only}${more}`
  if (only !== undefined && widthOf(whole) + 4 <= width) return block(mark, whole, width, 0)
  return [
    ...block(mark, visible(message), width, 0),
    ...shown.flatMap((file, index) => block('', index === shown.length - 1 ? file + more : file, width, 4)),
  ]
}
