import { type Indicator, levelOf, type Material, type Nature } from '../core/system.ts'
import type { Genre } from '../language/genres.ts'
import { pairsIn } from '../language/text.ts'
import { topics } from '../language/topics.ts'
import { genreAtEnd, headingOf } from './heading.ts'
import { type Vocabulary, vocabularyOf, type WordId } from './vocabulary.ts'
import { solid } from './wording.ts'

/** One way to be about a material's topic: a word of each slot. */
export type Way = { readonly slots: readonly (readonly WordId[])[]; readonly genres: readonly Genre[] | null }

/** A material, prepared for many comparisons. */
export type Wanted = {
  readonly indicator: string
  /** The group of indicators that it belongs to. */
  readonly level: string
  readonly material: Material
  readonly ways: readonly Way[]
  /** The kinds of paper that it may be; null where it may be any. */
  readonly genres: readonly Genre[] | null
  readonly except: readonly string[]
  /** It says that there was nothing (无…的情况说明): what it denies, as pairs of signs; null where it is no such statement. */
  readonly denied: readonly string[] | null
}

export type Wants = {
  readonly wanted: readonly Wanted[]
  readonly vocabulary: Vocabulary
  /** By word, the materials that a text with it may be. */
  readonly byWord: ReadonlyMap<WordId, readonly Wanted[]>
}

/** What papers of a nature are, where the material does not say. Null: whatever is no statement. */
const USUAL: Record<Nature, readonly Genre[] | null> = {
  institutional: ['制度', '方案', '意见稿', '通知'],
  process: null,
  ledger: ['台账', '清单', '名册'],
  statement: ['说明'],
  photo: ['照片'],
  screenshot: ['页面', '公告'],
}

type Spelt = { readonly slots: readonly (readonly string[])[]; readonly genres: readonly Genre[] | null }

export function wantsOf(indicators: readonly Indicator[]): Wants {
  const spelt = indicators.flatMap((indicator) =>
    indicator.materials.map((material) => ({
      id: indicator.id,
      level: levelOf(indicator),
      material,
      ways: waysOf(material),
    })),
  )
  const speaking = new Map<string, Set<string>>()
  for (const { id, ways } of spelt)
    for (const word of ways.flatMap(({ slots }) => slots.flat())) {
      const own = speaking.get(word)
      if (own) own.add(id)
      else speaking.set(word, new Set([id]))
    }
  const uses = new Map([...speaking].map(([word, ids]) => [word, ids.size]))
  const vocabulary = vocabularyOf(uses, Math.max(indicators.length, 1))
  const number = new Map(vocabulary.words.map((word, at) => [word, at]))
  const wanted = spelt.map(
    ({ id, level, material, ways }): Wanted => ({
      indicator: id,
      level,
      material,
      ways: ways.map(({ slots, genres }) => ({
        slots: slots.map((slot) => slot.flatMap((word) => number.get(word) ?? [])),
        genres,
      })),
      genres: genresOf(material),
      except: material.except.map(solid).filter(Boolean),
      denied: deniedBy(material),
    }),
  )
  const byWord = new Map<WordId, Wanted[]>()
  for (const one of wanted)
    for (const word of new Set(one.ways.flatMap(({ slots }) => slots.flat()))) {
      const own = byWord.get(word)
      if (own) own.push(one)
      else byWord.set(word, [one])
    }
  return { wanted, vocabulary, byWord }
}

const genresOf = ({ genre, nature }: Material): readonly Genre[] | null => (genre.length > 0 ? genre : USUAL[nature])

/** What a statement that there was nothing is of; one of what was done (履行生效裁判的情况说明) denies nothing. */
function deniedBy({ nature, name }: Material): readonly string[] | null {
  const whole = name.replace(/[(（][^()（）]*[)）]/gu, '')
  if (nature !== 'statement' || !headingOf(whole, []).denied) return null
  const spelt = solid(whole)
  return pairsIn(spelt.slice(0, spelt.length - (genreAtEnd(spelt)?.word.length ?? 0)))
}

/** By its topic; titles are exceptions beside it, or stand for it where there is none. */
function waysOf(material: Material): Spelt[] {
  const genres = genresOf(material)
  const named = material.topic.length > 0 ? [] : [material.name]
  return [
    ...material.topic.map((way) => ({
      slots: way
        .trim()
        .split(/\s+/u)
        .map((slot) => slot.split('|')),
      genres,
    })),
    ...[...named, ...material.titles].flatMap((title) => wayOf(title, genres)),
  ]
}

/** What a title is about, as it stands; one that is nothing but a kind of paper (会议纪要) is no way to know a material. */
function wayOf(title: string, usual: readonly Genre[] | null): Spelt[] {
  const { genres } = headingOf(title, [])
  const whole = solid(title.replace(/[(（][^()（）]*[)）]/gu, ''))
  const matter = whole.slice(0, whole.length - (genreAtEnd(whole)?.word.length ?? 0))
  if (matter.length < 2 || topics().general.has(matter)) return []
  return [{ slots: [[matter]], genres: genres.size > 0 ? [...new Set([...genres, ...(usual ?? [])])] : usual }]
}
