import type { Finding, Report } from '../../core/report.ts'
import { UNIT_FILE } from '../../core/unit-file.ts'
import { clipped } from '../../language/text.ts'
import type { Round } from './entry.ts'
import type { FileSeen, Run } from './event.ts'
import { successorOf } from './successor.ts'

/** What became of a finding that is not told any more. `unsure` says why nobody can take it for mended. */
export type Fate =
  | { readonly fate: 'mended'; readonly why: string; readonly evidence: readonly FileSeen[] }
  | { readonly fate: 'unsure'; readonly why: string }

type Look = {
  readonly report: Report
  readonly run: Run
  readonly last: Run
  readonly files: ReadonlyMap<string, FileSeen>
}

const unsure = (why: string): Fate => ({ fate: 'unsure', why })

/** The rule that a finding is of: its id is that, and perhaps a subject. */
export const ruleOf = (id: string): string => id.replace(/[@#][\s\S]*$/, '')

/**
 * A finding is mended only where the same rule was judged again, by the same or a newer system, over files that were
 * read, and now says so. Silence proves nothing: a rule that was dropped, a file that is gone or cannot be read any more,
 * a declaration, a smaller scope – each of them hides a gap and mends none.
 */
export function fateOf(id: string, round: Round, look: Look): Fate {
  const { report } = look
  const older = olderOf(look)
  if (older) return unsure(older)
  const rule = ruleOf(id)
  const indicator = report.indicators.find((one) => one.id === rule.split('.')[0])
  const name = rule.startsWith('package') ? '整包要求' : `指标${rule.split('.')[0]}`
  const own = report.findings.filter((finding) => finding.rule === rule)
  if (own.length === 0) {
    if (!indicator) return unsure(`本次审核没有包括${name}`)
    if (indicator.outcome === 'exempt' && indicator.note) return unsure(`本次没有审${name}：${indicator.note}`)
    return unsure(`${name}的这条规则本次没有审（规则已取消、在审核日不适用，或只审了部分规则）`)
  }
  const exact = own.find((finding) => finding.id === id)
  const said = exact ? [exact] : own
  const exempt = said.find(({ outcome }) => outcome === 'exempt')
  if (exempt) return unsure(`是因声明而不再要求，不是整改：${clipped(exempt.message, 60)}`)
  const noted = said.find(({ outcome }) => outcome === 'noted')
  if (noted && said.every(({ outcome }) => outcome === 'noted'))
    return unsure(`本次没有单独认定：${clipped(noted.message, 60)}`)
  const doubt = said.find(({ outcome }) => outcome === 'unclear')
  if (doubt) return unsure(`本次不能判断：${clipped(doubt.message, 60)}`)
  return provedBy(said, round, look)
}

function olderOf({ run, last }: Look): string {
  if (compared(run.systemVersion, last.systemVersion) < 0)
    return `本次所用指标体系 ${run.systemVersion} 比上次的 ${last.systemVersion} 旧`
  if (compared(run.tool, last.tool) < 0) return `本次所用程序 ${run.tool} 比上次的 ${last.tool} 旧`
  return ''
}

function provedBy(said: readonly Finding[], round: Round, { files }: Look): Fate {
  const met = said.filter(({ outcome }) => outcome === 'met')
  const cited = [...new Set(met.flatMap(({ cites }) => cites.map(({ file }) => file)))]
  // What a person answered in audit.yaml is evidence, though it is no paper.
  const evidence = cited.flatMap((path) => files.get(path) ?? (path === UNIT_FILE ? ANSWERED : []))
  const unread = evidence.find(({ read }) => read === 'unread')
  if (unread) return unsure(`“${unread.path}”本次未能读取`)
  const lost = round.files.flatMap((file) => lostOf(file, files) ?? [])
  const [gone] = lost.filter(({ how }) => how === 'gone')
  const [worse] = lost.filter(({ how }) => how !== 'gone')
  if (worse) return unsure(`“${worse.path}”本次${worse.how === 'unread' ? '未能读取' : '只读了一部分'}`)
  const instead = gone && evidence.length === 0 ? successorOf(gone.path, files) : undefined
  if (gone && evidence.length === 0 && !instead) return unsure(`原来所指的“${gone.path}”已不在文件夹中`)
  const now = [...round.files.flatMap(({ path }) => files.get(path) ?? []), ...(instead ? [instead] : [])]
  const proof = evidence.length > 0 ? evidence : now
  if (proof.length === 0) return unsure('没有见到能证明已整改的材料')
  return { fate: 'mended', why: clipped(met[0]?.message ?? '同一规则复核后不再发现', 120), evidence: proof }
}

const ANSWERED: FileSeen = { path: UNIT_FILE, sha256: '', read: 'whole' }

type Lost = { readonly path: string; readonly how: 'gone' | 'unread' | 'partly' }

/** A file may be moved or renamed; then its content is still there. */
function lostOf(was: FileSeen, files: ReadonlyMap<string, FileSeen>): Lost | undefined {
  const now =
    files.get(was.path) ?? (was.sha256 ? [...files.values()].find(({ sha256 }) => sha256 === was.sha256) : undefined)
  if (!now) return { path: was.path, how: 'gone' }
  if (was.read === 'unread' || now.read === 'whole' || now.read === was.read) return undefined
  return { path: was.path, how: now.read === 'unread' ? 'unread' : 'partly' }
}

/** By their numbers: 1.10.0 is newer than 1.9.0. */
export function compared(a: string, b: string): number {
  const [left, right] = [a, b].map((text) => (text.match(/\d+/g) ?? []).map(Number)) as [number[], number[]]
  for (let index = 0; index < Math.max(left.length, right.length); index++) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}
