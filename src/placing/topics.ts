import type { Indicator } from '../core/system.ts'
import { bare, pairsIn } from '../language/text.ts'
import { topics } from '../language/topics.ts'
import { oneOf } from '../language/words.ts'
import { GENERIC } from './wording.ts'

/** What an indicator is about in words: its own text, its second level and the names of its materials, all bare. */
export type Topic = {
  readonly id: string
  readonly levels: readonly string[]
  /** Its text and what its materials are called; a short word means nothing in the many titles that they go by. */
  readonly names: readonly string[]
  readonly says: readonly string[]
  readonly grams: ReadonlySet<string>
  /** Words of its materials' topics that say something alone. */
  readonly words: readonly string[]
}

type Worded = Pick<Indicator, 'id' | 'level1' | 'level2'> & Partial<Pick<Indicator, 'text' | 'materials'>>

export function topicsOf(indicators: readonly Worded[]): Topic[] {
  return indicators.flatMap(({ id, level1, level2, text = '', materials = [] }) => {
    if (!text) return []
    const levels = [level1, level2].map((level) =>
      solid(level.replace(/^\s*[一二三四五六七八九十\d]{1,3}\s*[、.]/u, '')),
    )
    const words = wordsOf(materials.flatMap(({ topic = [] }) => topic))
    const titles = materials.flatMap(({ name, titles }) => [name, ...titles]).map(solid)
    const says = [solid(text), ...titles.filter((title) => title.length >= 4 && !GENERIC.test(title))]
    const names = [solid(text), ...materials.map(({ name }) => solid(name))]
    return [{ id, levels, names, says, grams: new Set([levels[1]!, ...says, ...words].flatMap(pairsIn)), words }]
  })
}

function wordsOf(ways: readonly string[]): string[] {
  const { synonyms, general } = topics()
  const words = ways.flatMap((way) => way.split(/[\s|]+/u)).filter((word) => word && !general.has(word))
  const spellings = words.flatMap((word) => synonyms.get(word) ?? [word]).filter((word) => !word.includes('*'))
  return [...new Set(spellings.map(solid))].filter((word) => word.length >= 3)
}

/** 专家论证和风险评估 is 专家论证、风险评估. */
const solid = (text: string): string => bare(text).replace(/[和及的]/gu, '')

const TAIL = new RegExp(`${oneOf('naming', 'folderEndsLead')}?${oneOf('naming', 'folderEnds')}+$`, 'u')
const LEAD = new RegExp(`^${oneOf('naming', 'folderStarts')}+`, 'u')
/** What it is numbered by: 二级指标3、, (2), 三、. */
const NUMBERED = new RegExp(
  `^\\s*(?:[一二]级${oneOf('naming', 'indicators')}\\s*)?[([【]?\\s*(?:[一二三四五六七八九十]{1,3}(?=[)\\]】、.,:\\s-]|$)|\\d{1,3}(?!\\d))\\s*[)\\]】]?[\\s.、,:_-]*`,
  'u',
)

/** What a folder's name is about: 3.依法补偿 is about 补偿. */
function matterOf(name: string): string {
  const words = name.normalize('NFKC').replace(NUMBERED, '')
  const text = solid(words.replace(/(?:19|20)\d{2}年?度?/gu, ''))
  const core = text.replace(TAIL, '').replace(LEAD, '')
  return core.length >= 2 ? core : ''
}

/** Nobody sorts a package into more folders of his own than these. */
export const SERIALS = 20

/**
 * A clerk's own serial: 7.重大行政决策 is no indicator 7. Told by the words alone, which say nothing of what the numbered
 * indicator is about and more of another.
 */
export function isSerial(topics: readonly Topic[], id: string, words: string): boolean {
  if (Number(id) > SERIALS) return false
  const own = topics.find((topic) => topic.id === id)
  const matter = matterOf(words)
  if (!own || !matter) return false
  if (holds(own, matter)) return false
  const mine = shared(own, matter)
  const others = topics.filter((topic) => topic !== own)
  if (mine < 0.7 && others.some((topic) => holds(topic, matter))) return true
  if (mine >= 0.5) return false
  return others.some((topic) => shared(topic, matter) >= mine + 0.3) || mine === 0
}

/** 02法规股, 3.城区所: rooms of an office, numbered as they come. */
export const isRoom = (words: string): boolean => ROOM.test(words.replace(TAIL, ''))
const ROOM = new RegExp(`${oneOf('naming', 'rooms')}$`, 'u')

/** The words are what the indicator of that number is about. */
export function isOwn(topics: readonly Topic[], id: string, words: string): boolean {
  const own = topics.find((topic) => topic.id === id)
  const matter = matterOf(words)
  return own !== undefined && matter !== '' && (holds(own, matter) || shared(own, matter) >= 0.5)
}

const holds = ({ says, levels, words }: Topic, matter: string): boolean =>
  [...says, ...levels].some((text) => text.includes(matter)) || words.some((word) => matter.includes(word))

/** The share of the words' pairs of signs that the indicator knows as well. */
function shared({ grams: known }: Topic, matter: string): number {
  const grams = pairsIn(matter)
  return grams.filter((gram) => known.has(gram)).length / grams.length
}

/** More than these are no topic but a whole system. */
const MOST = 24

/** What everybody has says nothing of what is in it. */
const OFFICE = new RegExp(`^${oneOf('naming', 'everyOffice')}$`, 'u')

type Spoken = { readonly ids: readonly string[]; readonly name: string }

/** The indicators that folders speak of by their words, outermost first; a deeper folder narrows what an outer one says. */
export function meantBy(topics: readonly Topic[], folders: readonly string[]): Spoken | null {
  let found: Spoken | null = null
  for (const name of folders) {
    const matter = matterOf(name)
    if (!matter || GENERIC.test(matter) || OFFICE.test(matter)) continue
    const outer: readonly string[] = found?.ids ?? []
    const narrower = spoken(
      topics.filter(({ id }) => outer.includes(id)),
      matter,
      0.6,
    )
    if (narrower.length > 0) {
      found = { ids: narrower, name }
      continue
    }
    const ids = spoken(topics, matter, 0.85)
    if (ids.length > 0 && ids.length <= (outer.length > 0 || matter.length === 2 ? 3 : MOST)) found = { ids, name }
  }
  return found
}

/** Those that hold the words as they are, else those that share the most of them. */
function spoken(topics: readonly Topic[], matter: string, enough: number): string[] {
  const whole = topics.filter((topic) => speaksOf(topic, matter))
  if (whole.length > 0 || matter.length < 4) return whole.map(({ id }) => id)
  const shares = topics.map((topic) => ({ id: topic.id, share: shared(topic, matter) }))
  const most = Math.max(0, ...shares.map(({ share }) => share))
  return most >= enough ? shares.filter(({ share }) => share === most).map(({ id }) => id) : []
}

function speaksOf({ levels, names, says }: Topic, matter: string): boolean {
  if (levels.includes(matter)) return true
  if (matter.length < 4) return names.some((name) => name.includes(matter))
  return (
    levels.some((level) => level.includes(matter) || (level.length >= 4 && matter.includes(level))) ||
    says.some((text) => text.includes(matter))
  )
}
