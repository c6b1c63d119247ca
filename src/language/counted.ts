import type { Spoken } from '../core/ledger.ts'
import { numberOf } from './written-days.ts'

/** A number in a sentence: `at` where it begins, `end` behind its unit. */
export type Counted = { readonly number: number; readonly at: number; readonly end: number }

const FIGURE =
  /(?<![\d.〔年第–-])(\d{1,6}|[一二三四五六七八九十]{1,3}|两)(余|多)?(场次|人次|[件起例个场次条份名人户项宗])/gu
const NEAR = /(?:近|约|超过|逾|不少于|不低于|以上|达到)$/u
/** Of some of them, of others' or of what is planned. */
const SOME =
  /其中|配合|协助|参与|指导|督促|会同|移交|计划|拟|力争|应当|不少于|每[年月季]|平均|涉及|专项|月度|季度|上半年|下半年|\d月|较|同比|增加|减少|下降|增长|重点|典型/u
const BETWEEN =
  /^(?:案件|事项|情况|工作|活动|的|共计|总计|累计|合计|共|计|总数|数量|数|为|了|有|各类|各种|等|[:,、])*$/u
/** What may stand between act and thing and takes nothing away: 受理企业信用修复申请. */
const LEAD =
  /^(?!.*(?:重大|疑难|复杂|简易|一般|普通|典型|重点|新|不予|未|被|涉|部分|特别|较大|听证|法制|对|和|与|及))[\p{Script=Han}:“”、]{0,10}$/u

/** The numbers of a sentence (plain, without its stop) that count all of the matter's records; `heading` may name the matter. */
export function countedIn(sentence: string, { things, acts, units }: Spoken, heading = ''): Counted[] {
  const found: Counted[] = []
  for (const match of sentence.matchAll(FIGURE)) {
    const [whole, digits = '', round, unit = ''] = match
    const at = match.index
    const clause = clauseOf(sentence, at, acts)
    if (clause === undefined) continue
    if (round || NEAR.test(clause) || !units.includes(unit) || SOME.test(clause)) continue
    const after = /^[^,、;]*/u.exec(sentence.slice(at + whole.length, at + whole.length + LONGEST))?.[0] ?? ''
    if (/^(?:以上|左右|以内)/u.test(after)) continue
    if (
      !named(clause, things, acts) &&
      !follows(clause, after, things, acts) &&
      !headed(clause, after, heading, things, acts)
    )
      continue
    const number = /^\d/.test(digits) ? Number(digits) : digits === '两' ? 2 : numberOf(digits)
    if (Number.isFinite(number)) found.push({ number, at, end: at + whole.length })
  }
  return found
}

/** Nobody says so much of one number in one breath, and a file may hold a million of them. */
const LONGEST = 200

/**
 * From the last stop on; over a 、 where only so the act is in it: 查处农业、渔业违法案件63件. Undefined where none stands
 * within so many signs.
 */
function clauseOf(sentence: string, at: number, acts: readonly string[]): string | undefined {
  const said = sentence.slice(Math.max(0, at - LONGEST), at)
  const from = (...signs: readonly string[]) => Math.max(...signs.map((sign) => said.lastIndexOf(sign))) + 1
  if (at > LONGEST && from(',', ':', '(') === 0) return undefined
  const near = said.slice(from(',', ':', '(', '、'))
  const has = (text: string) => acts.some((act) => text.includes(act))
  const wide = said.slice(from(',', ':', '('))
  return acts.length === 0 || has(near) || !has(wide) ? near : wide
}

/** 调处矛盾纠纷64件, 矛盾纠纷调处64件. */
function named(clause: string, things: readonly string[], acts: readonly string[]): boolean {
  return things.some((thing) => {
    const at = clause.lastIndexOf(thing)
    if (at < 0) return false
    const [before, rest] = [clause.slice(0, at), clause.slice(at + thing.length)]
    const after = acts.find((one) => rest.startsWith(one))
    if (after !== undefined) return BETWEEN.test(rest.slice(after.length)) && !OTHERS.test(before)
    if (!BETWEEN.test(rest)) return false
    if (acts.length === 0) return !OTHERS.test(before)
    return acts.some((act) => {
      const from = before.lastIndexOf(act)
      return from >= 0 && LEAD.test(before.slice(from + act.length)) && !OTHERS.test(before.slice(0, from))
    })
  })
}

/** 调处了64件矛盾纠纷. */
const follows = (clause: string, after: string, things: readonly string[], acts: readonly string[]): boolean =>
  acts.some((act) => clause.includes(act) && BETWEEN.test(clause.slice(clause.lastIndexOf(act) + act.length))) &&
  !OTHERS.test(clause) &&
  things.some((thing) => after.includes(thing) && LEAD.test(after.slice(0, after.indexOf(thing))))

/** 三、信用修复。受理46件: the heading names the matter. */
const headed = (
  clause: string,
  after: string,
  heading: string,
  things: readonly string[],
  acts: readonly string[],
): boolean =>
  things.some((thing) => heading.includes(thing)) &&
  acts.some((act) => clause.includes(act) && BETWEEN.test(clause.slice(clause.lastIndexOf(act) + act.length))) &&
  !OTHERS.test(clause) &&
  !/\p{Script=Han}{2}/u.test(after.replace(/^(?:申请|案件|事项)+/u, ''))

/** What a village, a firm or a higher office did is not in the unit's own records. */
const OTHERS = /(?:某|[^各]村|社区|公司|企业|法院|检察院|市局|省|全区)[^,]{0,6}$/u
