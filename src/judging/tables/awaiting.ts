import { cellWord } from '../../language/cell-words.ts'
import { rowWords } from '../../language/row-words.ts'
import { holdsAny } from '../../language/spotter.ts'
import { plain } from '../../language/text.ts'

/**
 * The clause of a remark that says that the matter has not come about, unless it goes on to say that it did: 至今未作出, what the
 * work hangs on and is not there (资金未到位), what is still to be done (防渗处理拟汛后实施).
 */
export function awaitingIn(text: string): string | undefined {
  const words = plain(text)
  if (holdsAny(words.replace(ARRIVALS, ''), rowWords().excused) || BESIDES.test(words)) return undefined
  const clauses = words.split(/[,，。;；]/u).map((one) => one.trim())
  const at = clauses.findIndex(isAwaiting)
  return at >= 0 && !clauses.slice(at + 1).some((clause) => ARRIVED.test(clause.replace(DATE, '')))
    ? clauses[at]
    : undefined
}

function isAwaiting(clause: string): boolean {
  if (PAST.test(clause)) return false
  if (rowWords().awaiting.some((word) => clause.includes(word) && isOwn(clause, word))) return true
  const said = MEANS.exec(clause) ?? STILL.exec(clause) ?? TO_COME.exec(clause) ?? IDLE.exec(clause)
  return said !== null && isOwn(clause, said[0])
}

/** 资金未到位, 经费还没有落实, 配件没货. */
const MEANS = new RegExp(`(?:${cellWord('means')})[^,]{0,4}(?:${cellWord('notThere')})`, 'u')
/** 未动工, 没有完工: the work itself. */
const STILL = new RegExp(`(?:${cellWord('stillNot')})${cellWord('manners')}?(?:${cellWord('works')})`, 'u')
/** 拟汛后实施, 等资金到了再修, 计划明年维修, 列入下年计划. */
const TO_COME = new RegExp(
  `(?:${cellWord('intends')})[^,]{0,14}(?:${cellWord('later')})[^,]{0,6}(?:${cellWord('works')})|(?:${cellWord('intends')})(?:${cellWord('works')})|(?:${cellWord('later')})再(?:行|来)?(?:${cellWord('works')}|说)|(?:${cellWord('enters')})[^,]{0,10}(?:${cellWord('works')})[^,]{0,4}(?:${cellWord('schedules')})|(?:${cellWord('enters')})[^,]{0,8}(?:${cellWord('budgets')})`,
  'u',
)
/** 不了了之, 没人管, 等财政拨钱. */
const IDLE = new RegExp(cellWord('idle'), 'u')
/** 原计划5月完工, 拟建的已建好, 由年初的未完成改为: told of what was. */
const PAST = new RegExp(cellWord('formerly'), 'u')
const ARRIVED = new RegExp(`^${cellWord('doneStarts')}|${cellWord('doneEnds')}$`, 'u')
const DATE = /^[\d年月日.\-/]+/u
const ARRIVALS = new RegExp(`${cellWord('notYet')}(?=${cellWord('arrivals')})`, 'gu')
const BESIDES = new RegExp(cellWord('besides'), 'u')

/** What others still owe is not the office's: 当事人尚未缴纳. */
const isOwn = (clause: string, word: string): boolean => !OTHERS.test(clause.slice(0, clause.indexOf(word)))
const OTHERS = new RegExp(cellWord('others'), 'u')
