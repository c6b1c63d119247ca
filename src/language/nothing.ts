import type { DenialSpec } from '../core/system.ts'
import { countsNone, type Denied, deniedIn, denies } from './denied.ts'
import { plain } from './text.ts'

/** What happens, is done or is had: the acts of every matter that names none of its own. */
const ACTS =
  '发生 出现 开展 实施 办理 收到 接到 受理 承担 作出 做出 采取 制定 有 涉及 存在 设立 设置 签订 保留 履行 组织'.split(
    ' ',
  )

type Stretch = Omit<Denied, 'sentence'> & { readonly heading?: string }
type Spec = Pick<DenialSpec, 'of' | 'acts' | 'all'> & Partial<Pick<DenialSpec, 'befalls'>>

/** Whether a sentence says that there was nothing of the matter. */
export const saysNothing = (sentence: string, spec: Spec): boolean => {
  const text = plain(sentence)
  return deniedIn(text).some((denied) => isNothing(denied, spec)) || countsNone(text, spec.of)
}

/** Whether what a sentence denies is the matter; where it does not name it itself, its section's heading may. */
export function isNothing(denied: Stretch, { of, acts, all, befalls }: Spec): boolean {
  const { heading = '' } = denied
  if (befalls && !denied.ours) return false
  if (of.length > 0) {
    if (denied.ours ? denies(denied, of, acts.length > 0 ? acts : ACTS) : speaksOf(denied, of)) return true
    if (of.some((head) => heading.includes(head)) && isBare(denied)) return true
  }
  return all.length > 0 && denied.ours && holdsAll(denied, all)
}

/** 八、关于突发事件。没有发生。 The act alone is denied. */
const isBare = ({ scope }: Stretch): boolean =>
  /^(?:过|任何|上述|此类|该类)?(?:发生|出现|开展|实施|办理|收到|接到|受理|作出|采取|制定|有|存在|设立|签订)?(?:过|的|此类|相关|上述|情形|情况|事项|案件)*$/u.test(
    scope.split(',')[0]!,
  )

const speaksOf = ({ scope, clause }: Stretch, heads: readonly string[]): boolean =>
  heads.some((head) => plainer(scope).includes(head) || plainer(clause).includes(head))

const plainer = (text: string): string => text.replace(/[“”"《》]/gu, '')

/** One word of each class in what is denied or right before it, or in the heading; at least one in what is denied, unless the heading says it all. */
function holdsAll({ clause, scope, heading = '' }: Stretch, all: readonly (readonly string[])[]): boolean {
  const whole = `${heading} ${clause} ${scope}`
  const holds = (text: string) => (words: readonly string[]) => words.some((word) => text.includes(word))
  return all.every(holds(whole)) && (all.some(holds(scope)) || all.every(holds(heading)))
}

/** Whether a sentence counts the matter as none: 行政复议案件0件. */
export const saysNone = (sentence: string, { of }: Pick<DenialSpec, 'of'>): boolean =>
  of.length > 0 && countsNone(sentence, of)
