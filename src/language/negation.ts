import { NONE } from './denied-words.ts'

/** Denials that reach to the end of their clause, wherever in it they stand. */
const DENIES =
  /没有(?!按|依|履行|经过)|未发生|未出现|未发现|未曾|不存在|从未|均未|并未|未有|无一|杜绝|严禁|禁止|不得|不准|防止|避免|是否|有无|如有|若有|凡|零报告/
/** Short denials deny only what follows at once: 未经审核…被撤销 denies nothing of the 撤销. */
const DENIES_NEXT =
  /(?:未|无|不|非|没|莫)(?:再|准|许|要|能)?(?:(?:给|向|对)[^,]{1,8})?(?:下|定|派|压|搞|布置|规定|确定|被|因|曾|有|予|予以|受到|出现|发生|设定?|设立|设置|下达|安排|分解|列入?)?$/
/** 不强制或者变相强制: a denial holds for both of two. */
const DENIES_BOTH = /(?:未|不|没有?)(?:得|再|曾)?[^,、。]{1,6}(?:或者?|和|及)(?:以)?(?:变相|间接|其他方式)?$/
const NONE_AFTER =
  /^(?:的)?(?:情形|情况|案件|问题|行为|文件|事件|数|数量|率)?(?:为|是|均为|共|计)?\s*(?:0|零|〇|无)(?!\d|\.)\s*(?:件|起|次|人|例|宗|份|个|%|$)?/
/** 无因信息公开引起的复议被撤销情形: what stands between is all denied; 查实无证执法的情形 denies nothing. */
const NONE_AROUND = new RegExp(`${NONE}[^,]{2,40}(?:情形|情况|现象|问题|案件|事件|行为)$`)
/** 被撤销的,应当… : a condition of a norm, not an event. */
const CONDITION = /的$/
/** 对违规索要证明的行为予以通报: what happens to whoever does it. A number tells of those who did. */
const SANCTION =
  /^[^,\d]{0,6}的(?:行为|情形|现象|情况|问题|单位|人员|责任人|工作人员|个人)?(?:予以|给予|依规|依纪|依法|一律|严肃|从严|将|要|应|按照|按规定)/u
/** 重点检查强制入会、强制收费: what is looked for has not been found yet. A number tells of what was. */
const SOUGHT = /(?:检查|排查|整治|治理|打击|纠治)$/u
const AGAINST = /(?:对|凡|如有|发现)[^,\d]{0,12}$/u
/** 处罚案件数达到50件的,得10分: what earns points or money is a target, not a norm. */
const REWARD = /^.{0,8}(?:得|加|计|记|奖)(?:满|\d{1,3}(?:\.\d{1,2})?)分|^.{0,8}(?:奖励|返还)/

/** 未录制(设备未充电), 尚未告知: a cell that says outright that it was not done. What is not due yet (未到期) is none. */
export const saysUndone = (text: string): boolean =>
  /^\s*(?:尚|仍|还|暂|均)?(?:未(?![到满届])|没有?)\p{Script=Han}/u.test(text) && !/\d/u.test(text)

/** 已于7月11日书面反馈, 均已改正: says that it was done, and of nobody that he did not. */
export const saysDone = (sentence: string, words: readonly string[]): boolean =>
  /已(?!不)/u.test(sentence) &&
  !/未|尚|逾期|拒不|待/u.test(sentence) &&
  words.some((word) => sentence.includes(word, sentence.indexOf('已')))

/** Whether every mention of a word in a sentence is denied, counted as none, or a mere condition. */
export function isDenied(sentence: string, word: string): boolean {
  const clauses = sentence.split(/[,;:]/)
  return clauses.every(
    (clause, index) => !clause.includes(word) || isDeniedIn(clause, word, REWARD.test(clauses[index + 1] ?? '')),
  )
}

/** A denial holds for all that is listed after it: 未发生被撤销、确认违法. */
function isDeniedIn(clause: string, word: string, isTarget: boolean): boolean {
  const around = NONE_AROUND.exec(clause)
  if (around && around.index < clause.indexOf(word)) return true
  let denied = false
  let passed = ''
  for (const item of clause.split('、')) {
    for (let at = item.indexOf(word); at >= 0; at = item.indexOf(word, at + 1)) {
      const [before, after] = [item.slice(0, at), item.slice(at + word.length)]
      const isCondition = !isTarget && CONDITION.test(after.trim())
      const isNorm = (AGAINST.test(before) && SANCTION.test(after)) || (SOUGHT.test(before) && !/\d/u.test(clause))
      const isHarmless = DENIES.test(passed + before) || NONE_AFTER.test(after) || isCondition || isNorm
      if (!isHarmless && !denied && !DENIES_NEXT.test(before) && !DENIES_BOTH.test(before)) return false
    }
    denied ||= /(?:未|无)(?:被|因|曾|有|予|予以|受到|出现|发生)/.test(item) || /^(?:未|无)/.test(item)
    passed += item
  }
  return true
}
