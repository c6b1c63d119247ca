import { basisLine } from '../core/basis.ts'
import { fill, type Kind, type Scope } from '../core/kind.ts'
import { worst } from '../core/outcome.ts'
import type { Declaration, Package } from '../core/package.ts'
import type { Place } from '../core/place.ts'
import type { Problem } from '../core/problem.ts'
import type { Finding } from '../core/report.ts'
import type { Indicator, Rule } from '../core/system.ts'
import { exempt, type Lack, unclear, type Verdict } from '../core/verdict.ts'
import { howUnread, unreadFor } from '../judging/desk/scope.ts'
import { indexOf } from '../judging/desk/scope-index.ts'
import { fileName, listed } from '../language/prose.ts'
import { clipped } from '../language/text.ts'
import { answered, NOTHING_MESSAGES } from './nothing.ts'

/** What the unit says of a whole indicator, and what a crash of our own says; every other message is a kind's. */
const MESSAGES = {
  inapplicable: { says: '{name}：已声明不适用（{reason}）', fix: '' },
  'declaration-contradicted': {
    says: '{name}：声明不适用（{reason}），但材料中有{found}，两处不一致',
    fix: '请核实：如确不适用，请移出有关材料；如适用，请撤回声明并补齐材料',
  },
  'rule-crashed': { says: '{name}：本条规则运行出错，未作结论', fix: '请人工核对本项，并把本报告反馈给工具维护人员' },
  'unknown-kind': { says: '{name}：规则类型“{kind}”没有对应的程序，未作结论', fix: '请更新工具或改正指标文件' },
} as const

export function isInForce({ from, until, for: kinds }: Rule, { asOf, unit }: Package): boolean {
  return kinds.includes(unit.kind) && (!from || from <= asOf) && (!until || asOf <= until)
}

/** Judges one rule. A crash is ours: it becomes an unclear finding and a problem, and the run goes on. */
export function judge(kind: Kind | undefined, scope: Scope): { findings: Finding[]; problems: Problem[] } {
  const { rule, indicator } = scope
  const declared = rule.severity === 'veto' || kind?.everywhere ? undefined : inapplicable(scope)
  if (declared) {
    const one = said(scope, declaredVerdict(scope, declared), MESSAGES)
    return { findings: [unheard(one, scope)], problems: [] }
  }
  if (!kind) return { findings: [said(scope, unclear('unknown-kind', { kind: rule.kind }), MESSAGES)], problems: [] }
  try {
    const verdicts = kind.judge(rule.params as never, rule.severity === 'veto' ? unwaived(scope) : scope)
    const asks = kind.decides === 'person' && !scope.certain
    const findings = verdicts.map((own) => {
      const verdict = answered(own, scope)
      const messages = verdict === own ? kind.messages : NOTHING_MESSAGES
      const one = said(scope, asks ? unasked(verdict) : weighed(verdict, scope), messages)
      const heard = unheard(one, scope)
      return readsLedgers(rule) && restsOnImages(verdict, scope.package) ? doubted(heard) : heard
    })
    return { findings, problems: [] }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const message = `指标${indicator.id}的规则 ${rule.id} 运行出错（${reason}）：该条未作结论，请把本报告反馈给工具维护人员`
    return {
      findings: [said(scope, unclear('rule-crashed'), MESSAGES)],
      problems: [{ code: 'rule-crashed', message }],
    }
  }
}

function inapplicable({ package: { declarations }, indicator }: Scope): Declaration | undefined {
  return declarations.find((one) => one.indicator === indicator.id && one.declares === '不适用')
}

/** A unit cannot declare a veto away. */
function unwaived(scope: Scope): Scope {
  const declarations = scope.package.declarations.filter(({ declares }) => declares !== '不适用')
  return { ...scope, package: { ...scope.package, declarations } }
}

/**
 * What is not there is held against a unit, or asked of it, only in the plan's own words and only where the duty is
 * certainly its own; everything else that examiners like to see is noted. A ledger that a rule would compute from is a
 * convenience of ours. Silence proves no veto.
 */
function weighed(verdict: Verdict, { rule, certain }: Scope): Verdict {
  const { lacks, outcome } = verdict
  if (!lacks || (outcome !== 'gap' && outcome !== 'unclear')) return verdict
  const asked = lacks.columns !== undefined || (rule.severity !== 'veto' && demandOf(rule, lacks) !== undefined)
  return asked && (certain || lacks.shown) ? verdict : { ...verdict, outcome: 'noted' }
}

/** Nobody is asked to judge what is perhaps not the unit's business. */
const unasked = (verdict: Verdict): Verdict =>
  verdict.outcome === 'unclear' ? { ...verdict, outcome: 'noted' } : verdict

/** The words that demand what is not there. */
export function demandOf({ demanded }: Rule, { materials = [] }: Lack): string | undefined {
  if (demanded === null || materials.length === 0) return undefined
  return typeof demanded === 'string' ? demanded : materials.flatMap((id) => demanded[id] ?? [])[0]
}

const readsLedgers = ({ params: { ledger, checks } }: Rule): boolean =>
  typeof ledger === 'string' || (Array.isArray(checks) && checks.length > 0)

/**
 * Of the cells that a recogniser is sure of, a few in a thousand are misread all the same; in a long ledger that is one.
 * What a picture of a table says against a unit is asked, never held against it.
 */
function restsOnImages({ outcome, cites }: Verdict, { ledgers }: Package): boolean {
  if (outcome !== 'gap') return false
  // A text that claims otherwise is cited as well, and proves nothing.
  const cited = ledgers.filter(({ file }) => cites.some((cite) => cite.file === file))
  return cited.length > 0 && cited.every(({ recognised }) => recognised)
}

/** Verdicts that rest on there being nothing in what was read: none of a ledger's rows is concerned, nothing fell due. */
const SILENT = new Set(['none-concerned', 'nothing-due', 'no-month', 'not-yet'])

/**
 * Silence exempts nobody while something went unread that may speak. A unit that declares a thing inapplicable is only
 * asked about what lies under that very indicator.
 */
function unheard(finding: Finding, scope: Scope): Finding {
  if (finding.outcome !== 'exempt') return finding
  const { placed } = indexOf(scope.package)
  const unread =
    finding.key === 'inapplicable'
      ? unreadFor(scope).filter(({ path }) => placed.get(path)?.has(scope.indicator.id))
      : SILENT.has(finding.key) && finding.kind !== 'deadline'
        ? unreadFor(scope)
        : []
  if (unread.length === 0) return finding
  const files = listed(
    unread.map(({ path }) => fileName(path)),
    '个',
  )
  return {
    ...finding,
    // What is not owed yet is nobody's question.
    outcome: finding.key === 'not-yet' ? 'noted' : 'unclear',
    message: `${finding.message}；但有${unread.length}个文件${howUnread(unread)}（${files}），其中可能有所记载`,
    remedy: '请人工查看未能读取的文件，或换成可读取的格式后重新核对',
    cites: [...finding.cites, ...unread.map(({ path }) => ({ file: path }))],
  }
}

const doubted = (finding: Finding): Finding => ({
  ...finding,
  outcome: 'unclear',
  message: `${finding.message}；所据表格由图片识别而来，可能认错`,
  remedy: `请先对照原件核实。${finding.remedy}`,
})

/** A declaration counts only while the unit's own data do not say otherwise. */
function declaredVerdict({ package: found, indicator, certain }: Scope, declared: Declaration): Verdict {
  const { matches, ledgers } = found
  const real = new Set(indicator.materials.filter(({ nature }) => nature !== 'statement').map(({ id }) => id))
  const others = matches.filter(
    ({ indicator: id, material, sure, file }) =>
      id === indicator.id && sure && material !== null && real.has(material) && file !== declared.at.file,
  )
  const rows = (file: string) =>
    ledgers.filter((ledger) => ledger.file === file).reduce((sum, one) => sum + one.rows.length, 0)
  const filled = others.filter(({ file }) => !ledgers.some((ledger) => ledger.file === file) || rows(file) > 0)
  // What merely looks like one of its ledgers, and lies elsewhere, says nothing against a unit that is not named.
  if (filled.length === 0 || !certain)
    return exempt('inapplicable', { reason: declared.reason }, { cites: [declared.at] })
  const names = [...new Set(filled.map(({ file }) => file))]
  const data = {
    reason: declared.reason,
    found: names.slice(0, 3).join('、') + (names.length > 3 ? `等${names.length}份` : ''),
  }
  return unclear('declaration-contradicted', data, { cites: [declared.at, ...names.map((file) => ({ file }))] })
}

export function said(scope: Scope, verdict: Verdict, messages: Kind['messages']): Finding {
  const { rule, indicator } = scope
  const message = messages[verdict.message] ?? { says: verdict.message, fix: '' }
  const data = { name: rule.name, ...verdict.data }
  const demanded = verdict.lacks && demandOf(rule, verdict.lacks)
  // A rule of the package that is judged everywhere says where, as it finds.
  const subject = [rule.id.startsWith(`${indicator.id}.`) ? '' : indicator.id, verdict.subject]
    .filter(Boolean)
    .join(' ')
  return {
    id: subject ? `${rule.id}@${subject}` : rule.id,
    indicator: indicator.id,
    rule: rule.id,
    kind: rule.kind,
    outcome: verdict.outcome,
    severity: rule.severity,
    key: verdict.message,
    data,
    message: fill(message.says, data),
    remedy: rule.remedy && verdict.outcome === 'gap' ? rule.remedy : fill(message.fix, data),
    expected: verdict.expected,
    actual: verdict.actual,
    basis: basisOf(indicator, rule, demanded),
    erratum: '',
    cites: citesOf(verdict.cites, scope.package),
    ...(verdict.lacks && { lacks: verdict.lacks }),
    ...(demanded !== undefined && { demanded }),
  }
}

/** Each place once, in a file that there is: a part of a file is the file. */
function citesOf(cites: readonly Place[], found: Package): Place[] {
  const { documents } = indexOf(found)
  const places = new Map<string, Place>()
  for (const cite of cites) {
    const partOf = documents.get(cite.file)?.partOf
    const place = partOf === undefined ? cite : { ...cite, file: partOf }
    const key = JSON.stringify(place)
    if (!places.has(key)) places.set(key, place)
  }
  return [...places.values()]
}

/** The sentence of the plan, or the words of it that demand what is not there, then the law; what nobody has checked says so. */
export function basisOf(indicator: Indicator, rule: Rule, demanded?: string): string {
  const words = demanded ?? clipped(indicator.text, 60)
  const head = indicator.id === 'package' ? `方案“${words}”` : `指标${indicator.id}“${words}”`
  const laws = rule.basis.map(basisLine)
  return [head, ...laws, ...(rule.note ? [rule.note] : [])].join('；')
}

/** Two verdicts of one identity would be one line on the gap list; the later ones get a number, and a test forbids it. */
export function distinct(findings: readonly Finding[]): Finding[] {
  const seen = new Map<string, number>()
  return findings.map((one) => {
    const count = (seen.get(one.id) ?? 0) + 1
    seen.set(one.id, count)
    return count === 1 ? one : { ...one, id: `${one.id}#${count}` }
  })
}

export const outcomeOf = (findings: readonly Finding[]) => worst(findings.map(({ outcome }) => outcome))
