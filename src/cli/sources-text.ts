import { basisLine, basisSource } from '../core/basis.ts'
import { written } from '../core/day.ts'
import type { IndicatorSystem, SystemParameter } from '../core/system.ts'
import type { Founded, Sources } from './indicators-sources-command.ts'

/** Law by law, article by article, with the rules that rest on it; then the outside figures; then what stays 未核实. */
export function sourcesText({ name, version }: IndicatorSystem, { bases, parameters }: Sources): string {
  const open = bases.filter(({ verified }) => !verified)
  const figures = parameters.filter(({ verified }) => !verified)
  const counts = `依据${bases.length}条，已核实${bases.length - open.length}条，未核实${open.length}条`
  const lines = [
    `${name} ${version}：${counts}`,
    ...grouped(bases, ({ law, edition }) => `${law}@${edition ?? ''}`).flatMap((own) => ['', ...lawLines(own)]),
    ...(parameters.length > 0 ? ['', '外部数值', ...parameters.flatMap(figureLines)] : []),
    '',
    `仍未核实  ${open.length + figures.length}处`,
    ...open.map((one) => `  ${one.rule}  ${basisLine(one)}`),
    ...figures.map(({ id, name: called }) => `  ${id}  ${called}（未核实）`),
  ]
  return `${lines.join('\n')}\n`
}

function lawLines(own: readonly Founded[]): string[] {
  const [{ law, edition }] = own as readonly [Founded, ...Founded[]]
  const since = edition ? `（${written(edition)}起施行）` : ''
  return [
    law ? `${law}${since}` : '其他依据',
    ...grouped(own, (one) => `${basisLine(one)}@${basisSource(one)}`).flatMap(articleLines),
  ]
}

function articleLines(own: readonly Founded[]): string[] {
  const [first] = own as readonly [Founded, ...Founded[]]
  const head = first.law ? [first.article || '全文', first.for].filter(Boolean).join('  ') : basisLine(first)
  return [
    `  ${head}`,
    `    用于 ${own.map(({ rule, name }) => `${rule}（${name}）`).join('、')}`,
    `    ${first.verified ? '出处 ' : ''}${basisSource(first)}`,
    ...(first.says ? [`    条文 ${first.says}`] : []),
  ]
}

function figureLines({ id, name, value, source, checked, verified }: SystemParameter): string[] {
  const mark = verified ? `，${checked} 核对` : '，未核实'
  return [`  ${id}  ${name}：${value ?? '待对照'}`, `    出处 ${source || '（无）'}${mark}`]
}

/** What has the same key, in the order of the first of each. */
function grouped<T>(items: readonly T[], key: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>()
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item])
  return [...groups.values()]
}
