import {
  COUNTS,
  DENY,
  DUTY,
  DUTY_END,
  FORBIDS,
  INNER,
  LIST,
  MOVED,
  NARROW,
  NO_LIST,
  NORM,
  OBJECT,
  OTHERS,
  TAIL,
  TURN,
  WHOLE,
  ZERO,
} from './denied-words.ts'

/**
 * A stretch of a sentence that is said not to be: `clause` from the last comma before the denial, `scope` what it reaches.
 * `ours` false: not that nothing happened, but that the duty is another's.
 */
export type Denied = {
  readonly sentence: string
  readonly clause: string
  readonly scope: string
  readonly ours: boolean
}

const LONGEST = 400
/** So far from the denial its object may stand: 没有制定涉及公民、法人和其他组织权利义务、具有普遍约束力的行政规范性文件. */
const REACH = 60

/** What a sentence (plain, without its stop) denies; empty for norms, conditions and questions. */
export function deniedIn(sentence: string): Denied[] {
  if (sentence.length > LONGEST) return []
  const found: Denied[] = []
  for (const denial of sentence.matchAll(DENY)) {
    const at = denial.index
    if (found.some(({ scope }) => sentence.length - sentence.lastIndexOf(scope) === sentence.length - at)) continue
    const before = sentence.slice(Math.max(0, sentence.lastIndexOf(',', at) + 1), at)
    if (NORM.test(before)) continue
    const scope = reachOf(sentence, at + denial[0].length)
    if (FORBIDS.test(scope.split(',')[0]!) || isOfOthers(before, denial[0], scope)) continue
    const clause = before || topicOf(sentence.slice(0, at))
    found.push({ sentence, clause, scope, ours: !(DUTY.test(denial[0]) || isDuty(scope)) })
  }
  for (const moved of sentence.matchAll(MOVED))
    found.push({ sentence, clause: '', scope: sentence.slice(0, moved.index), ours: false })
  return found
}

/** 罚没指标方面,从未下达: what the sentence is about stands before the comma. */
const topicOf = (before: string): string => /([^,]{2,20}(?:方面|过程中|工作中)),$/u.exec(before)?.[1] ?? ''

const isDuty = (scope: string): boolean => {
  const [first = ''] = scope.split(',')
  return DUTY_END.test(first) && !/[因被]/u.test(first)
}

/** A denial holds to its sentence's end, or until the next comma-clause turns to what was done or denies for itself. */
function reachOf(sentence: string, from: number): string {
  let end = sentence.length
  for (let comma = sentence.indexOf(',', from); comma >= 0; comma = sentence.indexOf(',', comma + 1)) {
    const next = sentence.slice(comma + 1)
    DENY.lastIndex = 0
    const denied = DENY.exec(next)
    DENY.lastIndex = 0
    if (TURN.test(next) || (denied && denied.index <= 8)) {
      end = comma
      break
    }
  }
  return sentence.slice(from, end)
}

/** 对未办理许可的企业责令改正 tells of the firm: what it did not do is the object of what we did. */
const isOfOthers = (before: string, denial: string, scope: string): boolean =>
  (OBJECT.test(before) && /^[^,]{0,30}的/u.test(scope)) ||
  (/^[未没]$/u.test(denial) && OTHERS.test(scope)) ||
  (INNER.test(before) && !WHOLE.test(before))

/** Whether things of this name are what is denied: 未制发行政规范性文件, 规范性文件0件; not 未收到规范性文件的建议. */
export function denies(denied: Pick<Denied, 'scope'>, heads: readonly string[], acts: readonly string[]): boolean {
  const clauses = denied.scope.split(',')
  return clauses.some((clause, nth) => heads.some((head) => isObject(clause, nth, head, acts)))
}

function isObject(clause: string, nth: number, head: string, acts: readonly string[]): boolean {
  for (let at = clause.indexOf(head); at >= 0; at = clause.indexOf(head, at + 1)) {
    const [before, after] = [clause.slice(0, at), clause.slice(at + head.length)]
    if (!TAIL.test(after) || before.length > REACH || NARROW.test(before)) continue
    if (nth === 0 && (isLead(before) || acts.some((act) => startsWith(before, act)))) return true
    if (LIST.test(before) && !NO_LIST.test(before)) return true
  }
  return false
}

/** 任何, 上述, 其他 … before the thing itself narrow nothing. */
const isLead = (before: string): boolean =>
  /^(?:过|任何|其他|其它|上述|相关|有关|此类|该类|应|应当|需|需要|需要?(?:公示|审核|审查|报送)的|本级|本镇|本局|我镇|我局|自行|单独|的|“|”|《|》|[、和及与或])*$/u.test(
    before,
  )

/** 未单独或者牵头起草、制定: the act may follow an adverb or another act. */
function startsWith(before: string, act: string): boolean {
  const at = before.indexOf(act)
  return at >= 0 && at <= 14 && !/[因被]/u.test(before.slice(0, at))
}

/** 行政复议案件0件, 行政强制:无. The thing stands before its zero. */
export function countsNone(sentence: string, heads: readonly string[]): boolean {
  return sentence.split(',').some((clause) =>
    heads.some((head) => {
      for (let at = clause.indexOf(head); at >= 0; at = clause.indexOf(head, at + 1))
        if (ZERO.test(clause.slice(at + head.length))) return true
      return false
    }),
  )
}

/** Whether a sentence could count something as none: most do not. */
export const mayCountNone = (sentence: string): boolean => COUNTS.test(sentence)
