/**
 * From best to worst; a group of findings is as good as its worst. `noted` is quiet: it would help to have, or it is told
 * under another finding (`waitsFor`), and nobody is asked or blamed for it. It proves nothing either, so that what is met
 * outweighs it.
 */
export const OUTCOMES = ['exempt', 'noted', 'met', 'unclear', 'gap'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** How much a rule weighs, gravest first. Belongs to the rule, never to an outcome. */
export const SEVERITIES = ['veto', 'required', 'advised'] as const
export type Severity = (typeof SEVERITIES)[number]

export const OUTCOME_NAMES: Readonly<Record<Outcome, string>> = {
  exempt: '不适用',
  noted: '建议补充',
  met: '符合',
  unclear: '存疑',
  gap: '缺口',
}
export const SEVERITY_NAMES: Readonly<Record<Severity, string>> = {
  veto: '否决',
  required: '必须改',
  advised: '建议改',
}

/** An empty group is exempt: nothing was asked of it. */
export function worst(outcomes: readonly Outcome[]): Outcome {
  return OUTCOMES[Math.max(0, ...outcomes.map((outcome) => OUTCOMES.indexOf(outcome)))]!
}
