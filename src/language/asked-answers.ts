import { tidied } from './asked-home.ts'
import type { Ask, AskedWords } from './asked-words.ts'
import { wordsOf } from './label-words.ts'
import type { WordsIndex } from './words-index.ts'

/** The word that asks, and where it stands. */
export type Wanted = { readonly ask: Ask; readonly word: string; readonly at: number }

export type Asked = Wanted & {
  readonly before: string
  readonly after: string
  /** What stands before and after it, in plain words. */
  readonly own: readonly string[]
  readonly its: readonly string[]
  readonly words: AskedWords
  readonly index: WordsIndex
}

const around = ({ own, its }: Asked): string[] => own.flatMap((one) => its.map((other) => `${one}${other}`))
export const ending = (stems: readonly string[], ends: readonly string[]): string[] =>
  ends.flatMap((end) => stems.map((stem) => `${stem}${end}`))
const has = (text: string, list: readonly string[]): boolean => list.some((word) => text.includes(word))
const without = (stem: string, list: readonly string[]): string =>
  list.reduce((left, word) => left.replace(word, ''), stem)

/** What is asked for, as papers name it, by the word that asks. */
export const ANSWERS: Readonly<Record<Ask, (asked: Asked) => string[]>> = {
  year(asked) {
    const stems = around(asked)
    return stems.some(Boolean) ? ending(stems, ['年度', '日期']) : ['年度']
  },
  when(asked) {
    const { before, after, words } = asked
    const stems = around(asked)
    const bare = (list: readonly string[]): string[] => stems.map((stem) => without(stem, list))
    if (has(before, words.due) || words.due.some((word) => after.startsWith(word))) {
      const left = bare([...words.due, ...words.until])
      return [...left.map((stem) => `应${stem}日期`), ...ending(left, ['期限', '时限', '截止日期'])]
    }
    if (words.until.some((word) => before.endsWith(word) || after.startsWith(word)))
      return ending(bare(words.until), ['截止日期', '结束日期', '期至', '有效期至'])
    if (words.from.some((word) => before.startsWith(word) || before.endsWith(word) || after.startsWith(word)))
      return ending(bare(words.from), ['开始日期', '起始日期', '日期'])
    return [...ending(stems, ['日期']), ...ends(asked)]
  },
  dayOrNumber(asked) {
    const stems = around(asked)
    return asked.its.some((one) => one !== '') ? ending(stems, ['日期']) : ending(stems, ['日期', '编号', '文号'])
  },
  number: (asked) => ending(around(asked), ['编号', '文号', '号']),
  doer: (asked) => ending(around(asked).filter(Boolean), ['人', '人员', '人员姓名']),
  who(asked) {
    const { before, after, own, its, words } = asked
    if (has(after, ['谁'])) return ['当事人双方', '当事人']
    const [acted, act] = [own.filter(Boolean), its.filter(Boolean)]
    if (words.with.some((word) => before.endsWith(word))) return ending(act, ['相对方', '对方', '单位'])
    if (words.upon.some((word) => before.endsWith(word))) return upon(act)
    if (acted.length === 0) return act.length === 0 ? ['姓名', '人员'] : ending(act, ['人', '人员', '人员姓名', '单位'])
    if (act.length > 0) return ending(around(asked), ['人', '人员', '单位'])
    if (before.endsWith('是'))
      return before.endsWith('的是')
        ? ending(acted, ['人', '人员', '人员姓名', '主体', '单位'])
        : [...acted, ...ending(acted, ['姓名', '名称', '人'])]
    return upon(acted)
  },
  where(asked) {
    const stems = around(asked)
    if (asked.word.startsWith('从')) return ['来源', ...ending(stems, ['来源'])]
    // 哪里反馈的 asks who it was, 在哪里学的 does not.
    return ending(stems, asked.word.startsWith('在') ? ['地点'] : ['地点', '单位'])
  },
  why: (asked) => ending(around(asked), ['原因', '事由', '依据']),
  how(asked) {
    const stems = around(asked)
    return stems.some((stem) => KNOWN_END.test(stem)) ? stems : ending(stems, ['结果', '情况', '效果', '方式'])
  },
  kind(asked) {
    const stems = around(asked)
    if (asked.word.endsWith('级')) return ending(stems, ['级别', '等级'])
    if (asked.word.endsWith('星')) return ending(stems, ['等级'])
    if (asked.word.endsWith('审')) return ['审级']
    return ending(stems, ['类别', '种类', '方式'])
  },
  which(asked) {
    const { before, own, words } = asked
    const { noun, rest } = nounOf(asked)
    const acts = own.filter(Boolean)
    const done = tidied(rest, words, asked.index).filter(Boolean)
    if (asked.word.startsWith('哪') && (asked.word.endsWith('家') || UNIT.test(noun))) {
      const unit = noun || '单位'
      if (words.with.some((word) => before.endsWith(word))) return ending(done, ['相对方', '对方', unit])
      if (done.length > 0) return ending(done, [unit, '单位', '机关', '主体', ...(UNIT.test(unit) ? [] : ['人'])])
      return acts.length > 0
        ? [...acts.map((act) => `被${act}${unit}`), ...upon(acts), ...ending(acts, [unit]), unit, `${unit}名称`]
        : [unit, `${unit}名称`]
    }
    const whole = around(asked)
    if (noun === '' && (before.endsWith('是') || whole.some((stem) => KNOWN_END.test(stem))))
      return [...whole, ...ending(whole, ['内容'])]
    // 干啥的 asks of a person what his post is.
    const posts = words.jobs.includes(before) && asked.after.replace('的', '') === '' ? ['岗位'] : []
    if (noun === '') return [...ending(whole, ['内容', '事项', '名称']), '内容', ...posts]
    return [...ending(done, [noun]), ...whole, ...ending(whole, ['名称', '种类', '内容']), noun, `${noun}名称`]
  },
  many(asked) {
    const { own, after } = asked
    const unit = UNITS.find(({ word }) => word.test(after))
    // 近几年 asks nothing.
    if (!unit && asked.word === '几') return []
    if (!unit) {
      const stems = around(asked)
      return [...own.filter((stem) => /[号率]$/u.test(stem)), ...ending(stems, ['金额', '数量', '数'])]
    }
    const left = tidied(after.replace(unit.word, ''), asked.words, asked.index)
    return ending(
      own.flatMap((one) => left.map((other) => `${one}${other}`)),
      unit.ends,
    )
  },
  called: ({ own }) => (own.some(Boolean) ? [...ending(own, ['名称', '姓名']), ...own] : ['姓名', '名称']),
  whether: (asked) => around(asked).map((stem) => `是否${stem}`),
}

/** 哪天贴的 and 哪天收的 may ask for the ends of what they stand under. */
function ends({ after, own, words }: Asked): string[] {
  const begins = (list: readonly string[]): boolean => list.some((word) => after.startsWith(word))
  return [
    ...(begins(words.opens) ? ending(own, ['开始日期']) : []),
    ...(begins(words.closes) ? ending(own, ['截止日期']) : []),
  ]
}

const upon = (acts: readonly string[]): string[] => [
  ...acts.map((act) => `被${act}人`),
  ...ending(acts, ['对象']),
  ...acts.map((act) => `被${act}单位`),
  '当事人',
]

const KNOWN_END = /(?:结果|情况|意见|效果|结论|状态|方式)$/u
const UNIT = /(?:单位|机关|部门|股室|科室|企业|公司|法院|机构|组织)$/u
const UNITS: readonly { readonly word: RegExp; readonly ends: readonly string[] }[] = [
  { word: /^(?:块|万)?(?:钱|元)/u, ends: ['金额', '额'] },
  { word: /^个?人/u, ends: ['人数', '人员数'] },
  { word: /^个?(?:学时|课时|小时)/u, ends: ['学时'] },
  { word: /^个?(?:工作日|天|日)/u, ends: ['时限', '天数', '期限'] },
]

/** The thing that is asked for: 哪个股室承办 asks for a 股室. */
function nounOf({ after, words, index }: Asked): { readonly noun: string; readonly rest: string } {
  const text = after.replace(/^的/u, '')
  const [first, ...others] = wordsOf(text, index)
  const isThing = first?.meanings.some(({ kind }) => kind === 'object' || kind === 'attribute') ?? false
  if (first && isThing) return { noun: first.text, rest: others.map((one) => one.text).join('') }
  const thing = words.plainly.find(([word, [means = '']]) => text.startsWith(word) && isNoun(means, index))
  if (thing) return { noun: thing[1][0]!, rest: text.slice(thing[0].length) }
  const isAct =
    first !== undefined && (first.meanings.length > 0 || words.plainly.some(([word]) => text.startsWith(word)))
  return isAct ? { noun: '', rest: text } : { noun: tidied(text, words, index)[0] ?? '', rest: '' }
}

const isNoun = (word: string, index: WordsIndex): boolean =>
  wordsOf(word, index).every(({ meanings }) => meanings.some(({ kind }) => kind === 'object' || kind === 'attribute'))
