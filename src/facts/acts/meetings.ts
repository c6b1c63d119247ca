import type { ActOf, Item, Speaker } from '../../core/act.ts'
import { cellWord } from '../../language/cell-words.ts'
import { wordLists } from '../../language/words.ts'
import { daysIn } from '../../language/written-days.ts'
import { anyOf, type Flow, namedIn } from './flow.ts'

type Meeting = ActOf<'meeting'>
type Head = {
  readonly start: number
  readonly end: number
  readonly day: Meeting['day']
  readonly chair: Speaker
  /** What stands before the time on its line; empty where nothing does. */
  readonly topic: string
}

/** Every meeting that a text records: 时间／主持 in lines of a head, or 某日，某某主持召开 in a sentence. */
export function meetingsIn(flow: Flow): Meeting[] {
  if (!new RegExp(anyOf('presides'), 'u').test(flow.text) && !attendeeIn(flow.text)) return []
  const heads = [...labelled(flow.text), ...dated(flow.text), ...told(flow.text)].sort((a, b) => a.start - b.start)
  const apart = heads.filter((head, at) => at === 0 || head.start > heads[at - 1]!.end)
  return apart.map((head, at) => {
    const end = apart[at + 1]?.start ?? flow.text.length
    const text = flow.text.slice(head.start, end)
    const above = lineAbove(flow.text, head.start)
    const topic = head.topic || matterIn(above)
    return {
      kind: 'meeting',
      day: head.day,
      chair: head.chair,
      items: itemsIn(flow, head.end, end, head.chair).map((item) =>
        item.of.length > 0 || topic === '' ? item : { ...item, of: [topic] },
      ),
      text: text.slice(0, 1500),
      headed: [above, head.topic, ...agendaIn(text)].filter((line) => line !== ''),
      at: flow.at(head.start, head.end),
    }
  })
}

const NAME = '\\p{Script=Han}{2,4}'
const HEAD = 300

function labelled(text: string): Head[] {
  return [...text.matchAll(/(?:会议)?时间:/gu)].flatMap(({ index, 0: label }) => {
    const next = text.indexOf(label, index + label.length)
    const head = text.slice(index, Math.min(index + HEAD, next < 0 ? text.length : next))
    const [day] = daysIn(head)
    if (!day || day.start > 40) return []
    const start = text.lastIndexOf('\n', index) + 1
    const topic = topicOf(text.slice(start, index))
    const chair = new RegExp(`(?:${anyOf('presides')})(?:人)?:(${NAME})(?:[(（]([^()（）]{2,20})[)）])?`, 'u').exec(
      head,
    )
    if (chair) {
      const [whole, name = '', post = ''] = chair
      const line = head.slice(chair.index + whole.length - name.length).split(/[\n;；]/u)[0] ?? ''
      // 主持人:党组书记、局长梁某某 gives the posts before the name.
      const spoken = post === '' && new RegExp(`(?:${anyOf('posts')})`, 'u').test(line) ? speakerIn(line) : undefined
      const length = spoken?.name ? line.indexOf(spoken.name) + spoken.name.length : name.length
      const end = index + chair.index + whole.length + (post === '' ? length - name.length : 0)
      return [{ start, end, day: day.day, chair: spoken?.name ? spoken : { name: knownAs(name, text), post }, topic }]
    }
    const presided = presidedBy(text.slice(index, Math.min(index + BODY, next < 0 ? text.length : next)))
    if (presided) return [{ start, end: index + day.end, day: day.day, chair: presided, topic }]
    // Who stands first among those present is likely the head of the body.
    const first = attendeeIn(head) ?? attendeeIn(text)
    return first
      ? [
          {
            start,
            end: index + day.end,
            day: day.day,
            chair: { name: knownAs(first, text), post: '', assumed: true },
            topic,
          },
        ]
      : []
  })
}

const BODY = 600

/** 会议由党委副书记冉某某主持并讲话: the body of the minutes says who presided. */
function presidedBy(text: string): Speaker | undefined {
  const [, words = ''] = new RegExp(`由([^\\n。;:,]{2,30}?)(?:${anyOf('presides')})`, 'u').exec(text) ?? []
  const speaker = speakerIn(words)
  return speaker.name === '' || speaker.post === '' ? undefined : speaker
}

const DATED = new RegExp(
  `(?:^|\\n)([^\\n]{0,30}\\d{1,2}\\s*日[^\\n。]{0,80})\\n\\s*(?:(${anyOf('presides')})(?:人)?|${anyOf('attends')})[^:\\n]{0,6}:`,
  'gu',
)

/**
 * 2021年6月17日 on a line of its own, or with what was discussed (一、2021年7月2日 议题:某方案), and 主持:… under it: minutes in
 * a book say no 时间. One whose chair they leave out still ends the one before.
 */
function dated(text: string): Head[] {
  return [...text.matchAll(DATED)].flatMap(({ index, 0: whole, 1: line = '', 2: presides }) => {
    const [day, other] = daysIn(line)
    if (!day || other) return []
    const start = index + (text[index] === '\n' ? 1 : 0)
    const at = index + whole.length
    const topic =
      new RegExp(`(?:${anyOf('agenda')})[^:]{0,4}:\\s*(?:${anyOf('deliberates')})*(.{4,60})$`, 'u').exec(line)?.[1] ??
      ''
    const head = { start, day: day.day, topic: topic.trim() }
    if (!presides) return topic === '' ? [] : [{ ...head, end: at, chair: { name: '', post: '', assumed: true } }]
    const name = new RegExp(`^(${NAME})(?:[(（]([^()（）]{2,20})[)）])?`, 'u').exec(text.slice(at, at + 40))
    if (!name?.[1]) return []
    return [{ ...head, end: at + name[0].length, chair: { name: knownAs(name[1], text), post: name[2] ?? '' } }]
  })
}

/** Forms close the gap behind a name (何某某应到9人): of its beginnings the longest that is listed or speaks. */
function knownAs(name: string, text: string): string {
  for (let length = name.length; length >= 2; length--)
    if (new RegExp(`${name.slice(0, length)}(?:[、,:]|[(（][^()（）]{1,16}[)）][、,:])`, 'u').test(text))
      return name.slice(0, length)
  return name
}

/** 参会人员：张某、李某: they stand in the order of their posts. */
const attendeeIn = (text: string): string | undefined =>
  new RegExp(
    `(?:${anyOf('attends')})(?:会议)?(?:人员|领导|同志)?[^:\\n]{0,20}:\\s*(${NAME})(?=[、,，(（\\s])`,
    'u',
  ).exec(text)?.[1]

/** 〔2021-1 某某方案〕 before the time. */
function topicOf(before: string): string {
  const text = before
    .replace(/[〔〕[\]【】《》]/gu, ' ')
    .replace(/^[\s\d年第次期号—-]+/u, '')
    .trim()
  return text.length >= 6 && text.length <= 60 && !/[:。]/u.test(text) ? text : ''
}

const LONGEST_HEAD = 60

/** 第6次会议(法治建设专题), 研究某规划: a short line by itself over the time. */
function lineAbove(text: string, start: number): string {
  const line = text.slice(text.lastIndexOf('\n', start - 2) + 1, start).trim()
  return line.length <= LONGEST_HEAD && !/[:。;]/u.test(line) ? line : ''
}

/** 研究“十四五”发展规划 → “十四五”发展规划; a heading that only counts the meetings names no matter. */
function matterIn(line: string): string {
  const matter = new RegExp(`^(?:${anyOf('deliberates')})+(.{4,50})$`, 'u').exec(line)?.[1] ?? ''
  return matter.trim()
}

/** 议题：部署2021年法治政府建设重点工作;审定要点。 一、研究文件清理,…: the first words of each matter. */
const agendaIn = (text: string): string[] =>
  [
    ...text.matchAll(
      new RegExp(
        `(?:^|\\n)\\s*(?:(?:${anyOf('agenda')})[^:\\n]{0,4}:|[一二三四五六七八九十]{1,2}、)\\s*([^\\n。]{2,80})`,
        'gu',
      ),
    ),
  ].map(([, words = '']) => words)

function told(text: string): Head[] {
  return [...text.matchAll(new RegExp(`(?:${anyOf('presides')})(?:召开|(?=[^:。]{0,12}会议))`, 'gu'))].flatMap(
    ({ index }) => {
      const start = Math.max(text.lastIndexOf('。', index), text.lastIndexOf('\n', index)) + 1
      const before = text.slice(start, index)
      const day = daysIn(before).at(-1)
      return day ? [{ start, end: index + 4, day: day.day, chair: speakerIn(before.slice(day.end)), topic: '' }] : []
    },
  )
}

/** 上午，镇党委委员、副镇长张某在…会议室: the post, and the name behind it. */
export function speakerIn(words: string): Speaker {
  const text = words.replace(/^(?:上午|下午|晚上?|[\d:时分]+|,|，)+/u, '').replace(/(?:同志)?(?:在[^,，。]*)?$/u, '')
  const posts = [...text.matchAll(new RegExp(`[\\p{Script=Han}、]*?(?:${anyOf('posts')})`, 'gu'))]
  const last = posts.at(-1)
  if (!last) return { name: new RegExp(`^(${NAME})$`, 'u').exec(text)?.[1] ?? '', post: '' }
  const end = last.index + last[0].length
  const name = new RegExp(`^(${NAME})(?=同志|在|,|，|${anyOf('presides')}|$)`, 'u').exec(text.slice(end))?.[1] ?? ''
  return { name, post: text.slice(0, end) }
}

const ITEM =
  /(?:^|\n)\s*(?:议题[一二三四五六七八九十\d]+[:、]?|[一二三四五六七八九十]{1,2}、|\([一二三四五六七八九十]{1,2}\))/gu

const SUB = /^\s*\([一二三四五六七八九十]{1,2}\)/u

function itemsIn(flow: Flow, start: number, end: number, chair: Speaker): Item[] {
  const body = flow.text.slice(start, end)
  const marks = [...body.matchAll(ITEM)].map(({ index }) => index)
  // What the head of the minutes says that they are on, where their sections only follow the meeting (一、汇报 二、讨论发言).
  let topics: readonly string[] = marks[0] ? topicsIn(body.slice(0, marks[0])) : []
  const sections = marks.map((from, at) => body.slice(from, marks[at + 1] ?? body.length))
  const isOne = topics.length > 0 && sections.some(isStage) && sections.every((one) => topicsIn(one).length === 0)
  const bounds = marks.length === 0 ? [0] : isOne ? marks.slice(0, 1) : marks
  return bounds.map((from, at) => {
    const to = bounds[at + 1] ?? body.length
    const text = body.slice(from, to)
    // (二)讨论发言 under 议题一 is on what that is on.
    const own = topicsIn(text)
    topics = own.length > 0 || !(isOne || SUB.test(text) || isStage(text)) ? own : topics
    return {
      text: text.trim().slice(0, 400),
      of: topics,
      ...spokenIn(flow, text, start + from, chair),
      at: flow.at(start + from + (text.length - text.trimStart().length), start + to),
    }
  })
}

/** 二、讨论发言（按发言先后）: a stage of the meeting, and no matter of its own. */
const isStage = (text: string): boolean =>
  new RegExp(`^\\s*[^、.．\\n]{1,4}[、.．]\\s*(?:${anyOf('meetingStages')})`, 'u').test(text)

/** What stands in 《》; else what follows 议题. */
function topicsIn(text: string): string[] {
  const named = namedIn(text)
  const topic = new RegExp(
    `(?:${anyOf('agenda')})[^:\\n]{0,4}:\\s*(?:${anyOf('deliberates')})*([^\\n。;]{4,60})`,
    'u',
  ).exec(text)?.[1]
  return named.length > 0 || !topic ? named : [topic.trim()]
}

/** As the minutes say it; else by the order in which they give each speaker's words. */
function spokenIn(flow: Flow, text: string, start: number, chair: Speaker): Pick<Item, 'first' | 'last'> {
  const first = spoken(flow, text, start, 'first', chair)
  const last = spoken(flow, text, start, 'last', chair)
  if (first || last || chair.name === '') return { first, last }
  const labels = wordLists('acts').get('labels') ?? []
  const lines = [...text.matchAll(SPEAKER), ...text.matchAll(speechHead())]
    .map(({ index, 1: name = '' }) => ({ index, name }))
    .filter(({ name }) => !labels.includes(name))
    .sort((a, b) => a.index - b.index)
  const own = lines.findLast(({ name }) => isChair(name, chair))
  if (!own || lines.length < 4) return { first, last }
  const after = lines.filter(({ index, name }) => index > own.index && !isChair(name, chair))
  const at = flow.at(start + own.index + (/[\n。;]/u.test(text[own.index] ?? '') ? 1 : 0), start + own.index + 60)
  if (after.length === 0) return { first, last: at }
  return after.length >= 2 ? { first: at, last } : { first, last }
}

/** 岳某某, 局长, 岳局长: by name, by post, or by both in short. */
function isChair(said: string, { name, post }: Speaker): boolean {
  const posts = post.split(/[、,兼]/u).flatMap((one) => new RegExp(`(?:${anyOf('posts')})$`, 'u').exec(one)?.[0] ?? [])
  return said === name || posts.some((one) => said === one || said === `${name.slice(0, 1)}${one}`)
}

/** 母某某(镇长):这件事…, 1.罗某某:我先表个态, …的意见。赵某某、蒲某某:同意: several who say the same are one voice. */
const SPEAKER =
  /(?:^|[\n。;])\s*(?:\d{1,2}[.、])?\s*(\p{Script=Han}{2,4}(?:、\p{Script=Han}{2,4})*)(?:[(（][^()（）\n]{1,16}[)）])?[:：](?=[^\n]{2})/gu

/** 一、罗某某同志讲话 heads what he says. */
const speechHead = (): RegExp =>
  new RegExp(
    `(?:^|\\n)\\s*[一二三四五六七八九十]{1,2}[、.](${NAME}?)${cellWord('comrades')}?(?:${anyOf('spoke')})(?=\\s*(?:\\n|$))`,
    'gu',
  )

/** 赵某首先讲话, 镇长最后发言: only the head of the body matters, by name or by post. */
function spoken(flow: Flow, text: string, start: number, when: 'first' | 'last', { name }: Speaker) {
  const who = [...(name ? [name] : []), anyOf('posts')].join('|')
  const pattern = new RegExp(
    `(?<!副)(?:${who})(?:${NAME})?(?:同志)?[(（]?(?:${anyOf(when)})[^,，。:;]{0,6}?(?:${anyOf('spoke')})`,
    'u',
  )
  const found = pattern.exec(text)
  return found ? flow.at(start + found.index, start + found.index + 60) : null
}
