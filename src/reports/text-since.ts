import type { Past, Since } from '../core/since.ts'
import { visible } from '../language/visible.ts'
import { block, clippedTo } from './lines.ts'
import type { Paint } from './paint.ts'
import type { Look } from './renderer.ts'

const MOST = 12

/** The first line of a report that follows another: 比上次少 3 处. */
export function sinceLine({ asOf, fewer, mended, gone, freshCount, open }: Since, { width }: Look): string[] {
  const change = fewer > 0 ? `比上次少 ${fewer} 处` : fewer < 0 ? `比上次多 ${-fewer} 处` : '与上次一样多'
  const parts = [
    `改好 ${mended.length} 处`,
    `新出现 ${freshCount} 处`,
    `仍有 ${open} 处`,
    ...(gone.length > 0 ? [`不再提出 ${gone.length} 处`] : []),
  ]
  return block('', `${change}（上次截至 ${asOf}）：${parts.join('，')}`, width, 0)
}

/** What became right since, and what is told no more though nobody saw it mended. What is new is marked where it stands. */
export function sinceLists({ mended, gone }: Since, look: Look, paint: Paint): string[] {
  return [
    ...listOf('已改好', mended, look, paint),
    ...listOf('不再提出，但没有见到改好的材料（请确认不是漏放、改名或读不出）', gone, look, paint),
  ]
}

function listOf(title: string, list: readonly Past[], { width, all }: Look, paint: Paint): string[] {
  if (list.length === 0) return []
  const shown = all ? list : list.slice(0, MOST)
  const rest = list.length - shown.length
  return [
    paint.bold(`${title}  ${list.length} 处`),
    ...shown.map(({ indicators, what }) => {
      const ids = indicators.map((id) => (id === 'package' ? '整包' : id)).join('、')
      return clippedTo(`  ${ids} ${visible(what)}`, width)
    }),
    ...(rest > 0 ? [`  ……另有 ${rest} 处，加 --all 全部显示`] : []),
    '',
  ]
}
