import { saysNothing } from '../../language/nothing.ts'
import type { RawDenial } from '../raw.ts'
import { entry, isObject, itemsOf } from '../values.ts'
import { hint, quoted } from '../words.ts'
import type { Check } from './check.ts'
import { unlike } from './twice.ts'

/** Every reference holds, and every case comes out as it is written. */
export function checkDenials(
  check: Check,
  file: object,
  ids: readonly string[] | null,
  ledgers: readonly string[],
): void {
  const denials = itemsOf(file, 'denials')
  unlike(check, denials, 'id')
  for (const denial of denials) {
    if (!check.sound<RawDenial>(denial)) continue
    if (denial.of.length === 0 && denial.all.length === 0) check.tell(denial, 'name', '“of”和“all”至少要有一项')
    for (const key of ['answers', 'states'] as const)
      if (ids)
        denial[key].forEach((id, index) => {
          if (!ids.includes(id)) check.tell(denial[key], index, `没有编号为${quoted(id)}的指标`)
        })
    denial.ledgers.forEach((name, index) => {
      if (!ledgers.includes(name))
        check.tell(denial.ledgers, index, `没有名为${quoted(name)}的台账${hint(name, ledgers)}`)
    })
    checkCases(check, denial)
  }
}

function checkCases(check: Check, denial: RawDenial): void {
  const cases = entry(denial, 'cases')
  if (!isObject(cases)) return
  for (const [key, wanted] of [
    ['holds', true],
    ['not', false],
  ] as const) {
    const sentences = denial.cases[key]
    sentences.forEach((sentence, index) => {
      if (saysNothing(sentence, denial) !== wanted)
        check.tell(sentences, index, `用例不符：${quoted(sentence)}${wanted ? '应认而未认' : '不应认而认了'}`)
    })
  }
}
