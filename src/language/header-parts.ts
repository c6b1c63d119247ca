import { type Label, labelOf } from './label.ts'
import { isUnknown, type LabelWord, wordsOf } from './label-words.ts'
import type { Meaning, WordsIndex } from './words-index.ts'

/** What a header says, whatever the words: 作出行政处罚决定的日期 is the 日期 of the 决定 of a 处罚. */
export type Parts = {
  /** What the column is; more than one where it is joined (姓名及证号), the last one first in rank. */
  readonly attributes: readonly string[]
  /** What happened, in the order of the header: the last one is the one that counts. */
  readonly events: readonly string[]
  /** What it is of; where there is no attribute, the last one is what the column is: 当事人, 案由. */
  readonly objects: readonly string[]
  /** Attributes that another one follows: 结果 in 结果公示日期. */
  readonly passing: readonly string[]
  /** One way of each turn that is said. */
  readonly turns: Readonly<Record<string, string>>
  /** What stands in brackets. */
  readonly notes: readonly string[]
  /** What no word covers, and the length of all. */
  readonly rest: string
  readonly length: number
}

/** A stack of header cells, the group first. What the leaf does not say, its group says. */
export function partsOf(stack: readonly string[], index: WordsIndex): Parts {
  const labels = stack.map(labelOf).filter(({ text }) => text !== '')
  const leaf = labels.at(-1)
  if (!leaf) return NOTHING
  const parsed = labels.map((label) => noted(partsOfLabel(label, index), index))
  const own = parsed.at(-1)!
  const over = parsed.slice(0, -1)
  const above = over.at(-1)
  const attributes = own.attributes.length > 0 ? own.attributes : (above?.attributes ?? [])
  const passing = [...over.flatMap((one) => [...one.passing, ...one.attributes]), ...own.passing]
  return settled({
    attributes,
    events: joined(distinct([...over.flatMap(({ events }) => events), ...own.events]), index),
    objects: distinct([...over.flatMap(({ objects }) => objects), ...own.objects]),
    passing: distinct(passing).filter((attribute) => !attributes.includes(attribute)),
    turns: Object.assign({}, ...parsed.map(({ turns }) => turns)),
    notes: own.notes,
    rest: parsed.map(({ rest }) => rest).join(''),
    length: parsed.reduce((sum, { length }) => sum + length, 0),
  })
}

/** What was received for review was sent to it: 合法性审核 ▸ 收到日期. */
function joined(events: readonly string[], { together }: WordsIndex): readonly string[] {
  const [last, before] = [events.at(-1), events.at(-2)]
  const whole = last !== undefined && before !== undefined ? together.get(`${before} ${last}`) : undefined
  return whole === undefined ? events : [...events.slice(0, -2), whole]
}

const NOTHING: Parts = {
  attributes: [],
  events: [],
  objects: [],
  passing: [],
  turns: {},
  notes: [],
  rest: '',
  length: 0,
}

/** 司法所看(法制审核), 进来的日子(立案): what only the brackets call by its name. */
function noted(said: Parts, index: WordsIndex): Parts {
  const [main] = said.attributes
  if (said.events.length > 0 || said.objects.length > 0 || (main !== undefined && !OF_ACTS.has(main))) return said
  for (const note of said.notes) {
    const { events, objects, attributes, rest } = partsOfLabel({ text: note, notes: [] }, index)
    if (events.length === 1 && objects.length === 0 && attributes.length === 0 && rest === '')
      return { ...said, events }
  }
  return said
}

/** What a column says of an act, and not of a person, a sum, a remark. */
const OF_ACTS = new Set(['日期', '期限', '情况', '意见', '结果', '状态'])

function partsOfLabel({ text, notes }: Label, index: WordsIndex): Parts {
  const words = wordsOf(text, index)
  const attributes: string[] = []
  const events: string[] = []
  const objects: string[] = []
  const passing: string[] = []
  const turns: Record<string, string> = {}
  let last = -1
  for (const [at, { meanings }] of words.entries()) if (meanings.some(({ kind }) => kind !== 'turn')) last = at
  for (const [at, word] of words.entries()) {
    // 执法人员及证号 holds who they are, too.
    if (word.joins && at < last && attributes.length === 0 && objects.length > 0) attributes.push('名称')
    const meaning = meant(word, at, last, words)
    if (!meaning) continue
    if (meaning.kind === 'turn') turns[meaning.of] = meaning.id
    else if (meaning.kind === 'event') events.push(meaning.id)
    else if (meaning.kind === 'object') objects.push(meaning.id)
    else if (at === last || meaning.id === '是否' || words.slice(at + 1).some(({ joins }) => joins))
      attributes.unshift(meaning.id)
    else passing.push(meaning.id)
  }
  return {
    attributes: distinct(attributes),
    events: distinct(events),
    objects: distinct(objects),
    passing: distinct(passing),
    turns,
    notes,
    rest: words
      .filter(isUnknown)
      .map((word) => word.text)
      .join(''),
    length: text.length,
  }
}

const LIMITS = new Set(['期限', '天数', '日期'])

/** A word with two meanings is what its place makes it: at the end what the column is, before that what it is of. */
function meant({ meanings }: LabelWord, at: number, last: number, words: readonly LabelWord[]): Meaning | undefined {
  if (meanings.length < 2) return meanings[0]
  const turn = meanings.find(({ kind }) => kind === 'turn')
  const end = words[last]?.meanings.find(({ kind }) => kind === 'attribute')
  if (turn && (at !== last || !end) && end && LIMITS.has(end.id)) return turn
  const attribute = meanings.find(({ kind }) => kind === 'attribute')
  if (at === last && attribute) return attribute
  return meanings.find(({ kind }) => kind === 'event' || kind === 'object') ?? meanings[0]
}

/** 学时数 is as many 学时: what is counted is what the column is. */
const MEASURES = new Set(['学时', '人数', '金额', '天数', '比率'])

/** 是否延长答复期限 only asks; 应答复日期 and 答复期限 are one; 主办人 is the first of those who act, 协办人 the second. */
function settled(said: Parts): Parts {
  // The number of a certificate is a person's.
  const isCard = said.attributes[0] === '编号' && said.objects.at(-1) === '证件'
  const given = isCard
    ? { ...said, attributes: ['证号', ...said.attributes.slice(1)], objects: said.objects.slice(0, -1) }
    : said
  const measure = given.attributes[0] === '数量' ? given.passing.find((one) => MEASURES.has(one)) : undefined
  const parts = given.attributes.includes('是否')
    ? { ...given, attributes: ['是否'] }
    : measure
      ? { ...given, attributes: [measure], passing: given.passing.filter((one) => one !== measure) }
      : given
  const [main] = parts.attributes
  const { 应当: due, 主协: lead, ...turns } = parts.turns
  if (due === '应' && (main === '日期' || main === '期限'))
    return {
      ...parts,
      attributes: ['期限', ...parts.attributes.slice(1)],
      turns: { ...turns, ...(lead && { 主协: lead }) },
    }
  if (lead && parts.events.length === 0 && (main === undefined || PEOPLE.has(main)) && parts.rest === '')
    return {
      ...parts,
      attributes: main === undefined ? ['人员'] : parts.attributes,
      objects: parts.objects.length > 0 ? parts.objects : ['执法人员'],
      turns: { ...turns, ...(due && { 应当: due }), 次第: lead === '协办' ? '2' : '1' },
    }
  return parts
}

const PEOPLE = new Set(['人员', '姓名', '证号'])
const distinct = (words: readonly string[]): string[] => [...new Set(words)]
