import {
  type AttributeWords,
  type MarkWords,
  type RowWords,
  type Together,
  type TopicWords,
  type TurnWords,
  VALUE_KINDS,
  type Wording,
} from '../../core/lexicon.ts'
import type { ASKED_LISTS, Ask } from '../../language/asked-words.ts'
import type { PromiseList } from '../../language/promise-words.ts'
import { choice, file, flag, list, listOrNone, mapping, orNull, type Schema, text } from './shape.ts'

const said = {
  words: listOrNone(text('词'), '在表头任何位置都算的词'),
  ends: listOrNone(text('词'), '只在末尾才算的词'),
  starts: listOrNone(text('词'), '只在开头才算的词'),
}
const id = text('名称，供别处引用')
const near = listOrNone(text('名称'), '有时互相代用的')

const attribute = mapping<AttributeWords>({
  id,
  ...said,
  values: list(choice(VALUE_KINDS, ''), '单元格里通常写什么', { minItems: 1 }),
  near,
})

const topic = mapping<TopicWords>({
  id,
  ...said,
  of: orNull(text('名称，是哪一件的一种')),
  near,
  light: flag('常跟着别的事走', { default: false }),
  everyday: flag('哪个单位的表上都有', { default: false }),
})

const turn = mapping<TurnWords>({
  of: text('这一组的名称'),
  usual: orNull(text('不写时通常是哪一项')),
  ways: list(mapping<Wording>({ id, ...said }), '互相排斥的各项', { minItems: 1 }),
})

const marks = mapping<MarkWords>({
  yes: list(text('记号'), '是'),
  no: list(text('记号'), '否'),
  none: list(text('记号'), '没有'),
  unknown: list(text('记号'), '应当有而没有写'),
  inapplicable: list(text('记号'), '不适用'),
  spot: list(text('记号'), '日期栏里写着当场办的，没有单独的日子'),
  open: list(text('记号'), '写在日期栏里，说明还没有办到那一步'),
  total: list(text('词'), '合计行的词'),
  foot: list(text('词'), '表下落款和说明的词'),
  sample: list(text('词'), '填写示例的词'),
  apart: list(text('词'), '写明不算一件的词'),
})

const events = (description: string): Schema => list(text('事的名称，见 events.yaml'), description, { minItems: 1 })
const spelt = (description: string): Schema => list(text('词'), description, { minItems: 1 })

const rows = mapping<RowWords>({
  order: list(
    mapping<RowWords['order'][number]>(
      { first: events('应当在先的事'), then: events('应当在后的事'), but: events('不算在后的事') },
      {},
      ['but'],
    ),
    '什么应当在什么之前',
    { minItems: 1 },
  ),
  afterwards: events('总在后面的事'),
  starts: events('从哪件事起算'),
  finishes: events('到哪件事算办完'),
  flagged: events('填“否”就是该办没有办的事'),
  extending: spelt('延了期的写法'),
  holidays: spelt('因此顺延而没有延长的假日'),
  undone: spelt('没有办的写法'),
  pending: spelt('等着办的写法'),
  underway: spelt('正在办的写法'),
  stages: spelt('办到哪一步的栏'),
  early: events('停在这件事上就是没有办完'),
  taken: spelt('表上的情形到哪一天的栏'),
  late: spelt('逾期的写法'),
  uncounted: spelt('不算的写法'),
  times: spelt('说的是期限、时间的词'),
  recorded: events('栏里只写“无”就是没有做的事'),
  criminal: spelt('涉嫌犯罪的写法'),
  handing: spelt('移送的写法'),
  handed: spelt('已经移送、不用移送的写法'),
  restarting: spelt('期限重新算起的写法'),
  listed: spelt('说的是表中各行的写法'),
  another: spelt('说明根本不是此事的写法'),
  withdrawn: spelt('申请人自己不要了的写法'),
  waived: spelt('没有听证、补正这一环的写法'),
  natural: spelt('个人的叫法'),
  bodies: spelt('单位的叫法'),
  bodyEnds: spelt('单位名称的末尾'),
  bearing: spelt('可能使期限停下来、使事情提前了结的'),
  excused: spelt('不用办、还没到期的写法'),
  displeased: spelt('不满意的写法'),
  nameless: spelt('没有留名的写法'),
  norms: spelt('写的是怎样办的规矩'),
  again: spelt('第二次答复、评价的栏名开头'),
  signing: spelt('签到的栏'),
  madeUp: spelt('没有到、后来补上的写法'),
  signed: spelt('留了名的写法'),
  vain: spelt('试过而没有成的写法'),
  spared: spelt('不用审核的写法'),
  ungrounded: spelt('没有依据的写法'),
  keeping: spelt('保留不改的写法'),
  dropping: spelt('取消改正的写法'),
  heads: spelt('负责人的职务'),
  offices: spelt('内设机构名称的末字'),
  staff: spelt('工作人员和代理人的叫法'),
  renewed: spelt('证件换了新的写法'),
  limiting: spelt('期限写在格里的栏，表头说的是办事的期限'),
  lasting: spelt('期限写在格里的栏，表头说的是一段日子有多长'),
  lacking: spelt('只写这几个字的，就是没有'),
  urgent: spelt('先办后批的写法'),
  adjusted: spelt('已经照新法调整的写法'),
  repealed: spelt('民法典施行起废止的法律'),
})

const sayings = (description: string): Schema => ({
  type: 'object',
  description,
  additionalProperties: list(text('词'), '公文里的词', { minItems: 1 }),
})

type Asked = Record<'ofWhom' | 'persons' | (typeof ASKED_LISTS)[number], unknown> & {
  readonly asks: unknown
  readonly plainly: unknown
  readonly leaves: unknown
}

const asked = mapping<Asked>({
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

const promises = mapping<Record<PromiseList | 'acts', unknown>>({
  least: spelt('数字前面的“至少”'),
  reaching: spelt('数字后面的“至少”'),
  year: spelt('每年'),
  half: spelt('上半年'),
  quarter: spelt('每季度'),
  month: spelt('每月'),
  hours: spelt('学时的叫法'),
  times: spelt('次数的叫法'),
  sums: spelt('写总数的栏'),
  grades: spelt('只管哪一类的'),
  hedging: spelt('跟在后面就不是哪一类的字'),
  unless: spelt('只在某些情形下的写法'),
  others: spelt('别人要做的事'),
  seasons: spelt('只在某些时候的写法'),
  standing: spelt('过了几年要再做的事'),
  lapsing: spelt('满了几年就要做的事'),
  serving: spelt('过了几年要再做的事，说的是人的'),
  since: spelt('从这件事起算几年的'),
  passing: spelt('及格的写法'),
  below: spelt('低于多少分，数字前面的'),
  under: spelt('低于多少分，数字后面的'),
  scores: spelt('打分的栏和表'),
  makeup: spelt('后来补上了的写法'),
  passed: spelt('算作合格、用了的写法'),
  failed: spelt('没有合格、没有用的写法'),
  exempt: spelt('不在其列、折算的写法'),
  books: spelt('一行是一次的表'),
  rules: spelt('定规矩的题名'),
  accounts: spelt('报告一类的题名'),
  acts: sayings('台账和制度上对一件事的叫法'),
})

/** The files of `words/`, each with what stands in it under its own name; `marks` and `rows` are all of theirs. */
export const wordsSchemas = (): Readonly<Record<WordsFile, Schema>> => ({
  attributes: file(
    'Attributes',
    mapping<{ attributes: readonly AttributeWords[] }>({ attributes: list(attribute, '栏目') }),
  ),
  events: file(
    'Events',
    mapping<{ events: readonly TopicWords[]; together: readonly Together[] }>({
      events: list(topic, '发生了什么'),
      together: list(
        mapping<Together>({ first: text('前一件'), then: events('后一件，任何一件'), is: text('合起来是哪一件') }),
        '合起来是另一件事的',
      ),
    }),
  ),
  objects: file('Objects', mapping<{ objects: readonly TopicWords[] }>({ objects: list(topic, '说的是什么') })),
  turns: file('Turns', mapping<{ turns: readonly TurnWords[] }>({ turns: list(turn, '互相排斥的说法') })),
  marks: file('Marks', marks),
  rows: file('Rows', rows),
  asked: file('Asked', asked),
  promises: file('Promises', promises),
})

export const WORDS_FILES = ['attributes', 'events', 'objects', 'turns', 'marks', 'rows', 'asked', 'promises'] as const
export type WordsFile = (typeof WORDS_FILES)[number]
