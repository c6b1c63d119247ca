import type { Kind, Scope } from '../core/kind.ts'
import { worst } from '../core/outcome.ts'
import type { Package } from '../core/package.ts'
import type { Problem } from '../core/problem.ts'
import type { Finding } from '../core/report.ts'
import type { Rule } from '../core/system.ts'
import { unclear, type Verdict } from '../core/verdict.ts'
import { declaredVerdict, inapplicable, unwaived } from './declared.ts'
import { doubted, readsLedgers, restsOnImages } from './doubted.ts'
import { answered, NOTHING_MESSAGES } from './nothing.ts'
import { demandOf, said } from './said.ts'
import { unheard } from './unheard.ts'

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

export const outcomeOf = (findings: readonly Finding[]) => worst(findings.map(({ outcome }) => outcome))
