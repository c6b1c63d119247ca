import { readFileSync } from 'node:fs'
import type { Document } from '../../src/core/package.ts'
import type { Example } from '../../src/core/profile.ts'
import type { IndicatorSystem } from '../../src/core/system.ts'
import { NO_UNIT_FILE } from '../../src/core/unit-file.ts'
import { cleanedOf } from '../../src/language/issuers.ts'
import { likelyOf } from '../../src/language/profiles.ts'
import { match } from '../../src/placing/match.ts'
import { learnt } from '../../src/system/examples.ts'
import { loadSystem } from '../../src/system/load.ts'
import { titled } from '../../test/helpers/documents.ts'

/**
 * How well titles are read: `npm run bench:titles`. Looked at: a tenth of the system's own titles, by profiles learnt from
 * the other nine. Held out: `held-out.tsv`, by the system as it is. `--list` tells what went wrong in the looked-at half.
 */
const system = await loadSystem('indicators/zhaohua-2022')
const examples = system.examples ?? []
const UNIT = system.roster.units.find(({ name }) => name === '区司法局')!

const isAsked = (_: Example, at: number) => at % 10 === 3
const rest = examples.filter((one, at) => !isAsked(one, at))
const within: IndicatorSystem = { ...system, profiles: learnt(rest, system.indicators, system.roster) }
const known = new Set(examples.map(({ title }) => title))
const heldOut = rows('bench/titles/held-out.tsv').filter(({ title }) => !known.has(title))

show('看过的（题名例的十分之一）', examples.filter(isAsked), within, process.argv.includes('--list'))
show('没有看过的（held-out.tsv）', heldOut, system, false)

function rows(file: string): Example[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .slice(1)
    .flatMap((line) => {
      const [title = '', ids = ''] = line.split('\t')
      return title ? [{ title, ids: ids.split('、').filter(Boolean) }] : []
    })
}

function show(name: string, asked: readonly Example[], by: IndicatorSystem, lists: boolean): void {
  const proving = asked.filter(({ ids }) => ids.length > 0)
  const idle = asked.filter(({ ids }) => ids.length === 0)
  console.log(`\n${name}：${proving.length} 个有指标的题名，${idle.length} 个什么也不证明的`)
  byProfile(asked, proving, idle, by)
  byPlacing(proving, idle, by, lists)
}

/** The profiles alone: the first, the first three, and how often the first is right where it leads by so much. */
function byProfile(
  asked: readonly Example[],
  proving: readonly Example[],
  idle: readonly Example[],
  { profiles, roster }: IndicatorSystem,
): void {
  const clean = cleanedOf(roster, UNIT.name)
  const likely = new Map(asked.map(({ title }) => [title, likelyOf(profiles!, clean(title))]))
  const isAmong = ({ title, ids }: Example, most: number) =>
    (likely.get(title) ?? []).slice(0, most).some(({ id }) => ids.includes(id))
  const isNone = ({ title }: Example) => (likely.get(title)?.[0]?.id ?? '') === ''
  const [first, three] = [1, 3].map((most) => proving.filter((one) => isAmong(one, most)).length)
  console.log(
    `  特征：首选 ${share(first!, proving)}，前三 ${share(three!, proving)}；什么也不证明的认作无 ${share(idle.filter(isNone).length, idle)}`,
  )
  for (const least of [0, 0.1, 0.2, 0.3, 0.5]) {
    const told = asked.filter(({ title }) => {
      const [best, next] = likely.get(title) ?? []
      return best && best.id !== '' && 1 - (next?.score ?? 0) / best.score >= least
    })
    const right = told.filter((one) => isAmong(one, 1)).length
    console.log(`    领先 ${100 * least}% 以上：说出 ${share(told.length, asked)}，其中对的 ${share(right, told)}`)
  }
}

/** A paper that has nothing but its title, in no folder, through the whole placing. */
function byPlacing(proving: readonly Example[], idle: readonly Example[], by: IndicatorSystem, lists: boolean): void {
  const counts = { placed: 0, first: 0, credits: 0, wrong: 0, sure: 0, idle: 0 }
  for (const { title, ids } of [...proving, ...idle]) {
    const credits = creditsOf(title, by)
    const got = [...credits.keys()]
    const wrong = got.filter((id) => !ids.includes(id))
    if (got.some((id) => ids.includes(id))) counts.placed++
    if (ids[0] && credits.has(ids[0])) counts.first++
    counts.credits += got.length
    counts.wrong += wrong.length
    counts.sure += wrong.filter((id) => credits.get(id)).length
    if (ids.length === 0 && got.length > 0) counts.idle++
    const isRight = wrong.length === 0 && (ids.length === 0 || got.length > 0)
    if (lists && !isRight) console.log(`    ${title} [${ids.join('、')}] → ${got.join('、') || '（无）'}`)
  }
  console.log(
    `  归位：归到的 ${share(counts.placed, proving)}，归到第一项的 ${share(counts.first, proving)}；共归 ${counts.credits} 处，表上没有的 ${counts.wrong} 处（不问而归的 ${counts.sure}）；什么也不证明的被归入 ${share(counts.idle, idle)}`,
  )
}

/** The indicators that a title serves, and whether any of it is sure. */
function creditsOf(title: string, by: IndicatorSystem): ReadonlyMap<string, boolean> {
  const document: Document = titled('1.docx', title)
  const credits = new Map<string, boolean>()
  for (const { indicator, material, sure } of match([document], by, UNIT, NO_UNIT_FILE).matches)
    if (material !== null) credits.set(indicator, sure || credits.get(indicator) === true)
  return credits
}

function share(count: number, { length }: readonly unknown[]): string {
  return `${count}（${length === 0 ? '–' : ((100 * count) / length).toFixed(1)}%）`
}
