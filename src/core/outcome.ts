/** From best to worst; a group of findings is as good as its worst. */
export const OUTCOMES = ['exempt', 'met', 'unclear', 'gap'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** How much a rule weighs, gravest first. Belongs to the rule, never to an outcome. */
export const SEVERITIES = ['veto', 'required', 'advised'] as const
export type Severity = (typeof SEVERITIES)[number]

export const OUTCOME_NAMES: Readonly<Record<Outcome, string>> = {
  exempt: '不适用',
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
