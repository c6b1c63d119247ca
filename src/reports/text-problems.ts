import type { Problem } from '../core/problem.ts'
import { PROBLEM_CODES } from '../core/problem.ts'
import type { Report } from '../core/report.ts'
import { visible } from '../language/visible.ts'
import { block } from './lines.ts'
import type { Paint } from './paint.ts'
import type { Look } from './renderer.ts'

const MOST_PROBLEMS = 12

/** What must not be mailed is told before anything else. */
export function secrets({ problems }: Report, { width }: Look, paint: Paint): string[] {
  const found = problems.filter(({ code }) => code === 'secret')
  if (found.length === 0) return []
  const lines = found.flatMap(({ file = '', message }) => block('  ! ', `${visible(file)}：${message}`, width, 0))
  return [paint.bad('涉密警示'), ...lines.map((line) => paint.bad(line)), '']
}

/** What could not be read, with the next step. */
export function problems({ problems }: Report, look: Look, paint: Paint): string[] {
  const shown = problems.filter(({ code }) => code !== 'secret' && code !== 'litter')
  const litter = problems.filter(({ code }) => code === 'litter')
  if (shown.length + litter.length === 0) return []
  const most = look.all ? shown.length : MOST_PROBLEMS
  const lines = grouped(shown)
    .slice(0, most)
    .flatMap(([message, group]) => problemLines(message, group, look))
  const rest = grouped(shown).length - most
  return [
    paint.bold('未能读取及其他提示'),
    ...lines,
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

function problemLines(message: string, group: readonly Problem[], { width, all }: Look): string[] {
  const files = group.flatMap(({ file }) => (file === undefined ? [] : [visible(file)]))
  const shown = files.slice(0, all ? files.length : 3)
  const more = files.length > shown.length ? [`……等 ${files.length} 个文件`] : []
  return [
    ...block('  · ', visible(message), width, 0),
    ...[...shown, ...more].flatMap((file) => block('', file, width, 4)),
  ]
}
