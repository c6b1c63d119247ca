import type { ASKED_LISTS, Ask } from '../../../language/asked-words.ts'
import { mapping } from '../shape.ts'
import { sayings, spelt } from './shape.ts'

type Asked = Record<'ofWhom' | 'persons' | (typeof ASKED_LISTS)[number], unknown> & {
  readonly asks: unknown
  readonly plainly: unknown
  readonly leaves: unknown
}

export const asked = mapping<Asked>({
  asks: mapping<Record<Ask, unknown>>({
    year: spelt('问哪一年'),
    when: spelt('问哪一天'),
    dayOrNumber: spelt('问日子或者编号'),
    number: spelt('问编号'),
    doer: spelt('问做事的人'),
    who: spelt('问人'),
    where: spelt('问地方'),
    why: spelt('问原因'),
    how: spelt('问结果'),
    kind: spelt('问种类'),
    which: spelt('问是哪一个'),
    many: spelt('问多少'),
    called: spelt('问名称'),
    whether: spelt('问是不是'),
  }),
  ofWhom: spelt('问哪一个人的前一截'),
  persons: spelt('问哪一个人的后一截'),
  ended: spelt('句末的问法'),
  either: spelt('两样里选一样的问法'),
  fillers: spelt('去掉意思不变的虚字'),
  light: spelt('没有实在意思的动作'),
  due: spelt('问最迟到哪天的写法'),
  from: spelt('问从哪天起的写法'),
  until: spelt('问到哪天止的写法'),
  opens: spelt('贴出、开始的写法'),
  closes: spelt('收回、截止的写法'),
  jobs: spelt('问岗位的动作'),
  with: spelt('同谁'),
  upon: spelt('对谁'),
  plainly: sayings('平常的说法是公文的哪个词'),
  leaves: sayings('分组表头下面只写一两个字的，是公文的哪个栏目'),
})
