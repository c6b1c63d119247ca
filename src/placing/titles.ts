import { isImage } from '../core/evidence.ts'
import type { Document } from '../core/package.ts'
import type { Material } from '../core/system.ts'
import { bare } from '../language/text.ts'
import { visible } from '../language/visible.ts'
import { type Name, namesOf } from './names.ts'
import { draftIn, isGeneral, isSpecific, spelled, type Title, titleOf, type Wording, wordingOf } from './wording.ts'
import { GENERIC, NOUN } from './wordings.ts'

/**
 * Whether a document is a material, by its names. `near` is some other document that could be mistaken for it.
 * `specific`: the title says so much that it holds outside the indicator's folder too.
 */
export type TitleFit = {
  readonly fit: 'sure' | 'unsure' | 'near' | 'none'
  readonly by: Name['by']
  readonly specific: boolean
  /** By a title that says nothing away from its indicator (会议纪要). */
  readonly general?: true
  readonly why: string
}

/** A document prepared for many comparisons. */
export type Subject = { readonly document: Document; readonly names: readonly Name[] }

/** A material prepared for many comparisons: its titles bare, longest first. */
export type Wanted = {
  readonly material: Material
  readonly titles: readonly Title[]
  readonly except: readonly string[]
}

export const subjectOf = (document: Document): Subject => ({ document, names: namesOf(document) })

export function wantedOf(material: Material): Wanted {
  const titles = [...new Set([material.name, ...material.titles].map(spelled))].filter(Boolean)
  const longestFirst = titles.sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
  return {
    material,
    titles: longestFirst.map((title) => titleOf(title, material.nature)),
    except: material.except.map(spelled).filter(Boolean),
  }
}

/** Materials by the first two signs of what a name has to hold: a title, or what the title is about. */
export type Index = ReadonlyMap<string, readonly Key[]>

type Key = { readonly text: string; readonly general: boolean; readonly wanted: Wanted }

export function indexOf(wanted: readonly Wanted[]): Index {
  const index = new Map<string, Key[]>()
  for (const one of wanted)
    for (const { text: title, matter } of one.titles) {
      const key: Key = { text: matter || title, general: isGeneral(title), wanted: one }
      const keys = index.get(key.text.slice(0, 2))
      if (keys) keys.push(key)
      else index.set(key.text.slice(0, 2), [key])
    }
  return index
}

/** The materials that a document's names could mean at all, and which of them by more than a general word. */
export type Meant = { readonly any: ReadonlySet<Wanted>; readonly special: ReadonlySet<Wanted> }

export function possible({ names }: Subject, index: Index): Meant {
  const [any, special] = [new Set<Wanted>(), new Set<Wanted>()]
  for (const { bare: name } of names)
    for (let at = 0; at < name.length; at++)
      for (const length of [1, 2])
        for (const { text, general, wanted } of index.get(name.slice(at, at + length)) ?? []) {
          if (!name.startsWith(text, at)) continue
          any.add(wanted)
          if (!general) special.add(wanted)
        }
  return { any, special }
}

type Reading = { readonly name: Name; readonly title: string; readonly wording: Wording }

export function titleFit(subject: Subject, wanted: Wanted): TitleFit {
  const readings = subject.names.map((name) => bestReading(name, wanted)).filter((reading) => reading !== undefined)
  if (readings.length === 0) return { fit: 'none', by: 'file', specific: false, why: '' }
  const isItself = readings.some(
    (reading) => reading.name.by === 'title' && reading.wording.how === 'same' && vetoOf(reading, wanted) === undefined,
  )
  for (const reading of isItself ? [] : readings) {
    const word = vetoOf(reading, wanted)
    if (word !== undefined) return near(reading, wanted, word, '另一种材料')
  }
  const fit = judge(subject, readings, wanted)
  return readings.every(({ title }) => isGeneral(title)) ? { ...fit, general: true } : fit
}

/** A word that the material excludes, unless its own title has it. */
function vetoOf({ name, title }: Reading, { except }: Wanted): string | undefined {
  if (name.by === 'heading') return undefined
  return except.find((word) => name.bare.includes(word) && !title.includes(word))
}

const RANK = { same: 3, holds: 2, other: 1, none: 0 }

/** What the name says of the material at best; undefined where it says nothing. */
function bestReading(name: Name, { titles }: Wanted): Reading | undefined {
  let best: Reading | undefined
  for (const title of titles) {
    const wording = wordingOf(name.bare, title)
    // A line of the text that only mentions a title is no heading.
    if (wording.how === 'none' || (name.by === 'heading' && wording.how === 'holds')) continue
    if (!best || RANK[wording.how] > RANK[best.wording.how]) best = { name, title: title.text, wording }
  }
  return best
}

/** The document's own title outweighs its file's name, which anyone may have typed. */
function judge({ document, names }: Subject, readings: readonly Reading[], wanted: Wanted): TitleFit {
  const own = readings.filter(({ name }) => name.by !== 'file')
  const said = own.find(({ wording }) => wording.how === 'same') ?? own[0]
  const file = readings.find(({ name }) => name.by === 'file')
  const best = said ?? file!
  if (best.wording.how === 'other') return near(best, wanted, best.wording.word, best.wording.is)
  const draft = draftOf(document, names, best)
  if (draft) return near(best, wanted, draft, '草稿而非定稿')
  const specific = isSpecificIn(best.name, best.title) && !('kin' in best.wording)
  const { by } = best.name
  if (best.wording.how === 'holds')
    return {
      fit: 'unsure',
      by,
      specific,
      why: `${shown(best.name)}含“${best.title}”，是否为材料“${wanted.material.name}”请人工核对`,
    }
  const title = names.find((name) => name.by === 'title')
  const shows = isImage(document.evidence) && wanted.material.nature === 'screenshot'
  if (
    by === 'file' &&
    title &&
    !shows &&
    document.facts.title?.certainty !== 'weak' &&
    !isManifold(document) &&
    !saysLess(title.bare, best.title)
  )
    return {
      fit: 'unsure',
      by,
      specific,
      why: `${shown(best.name)}与材料“${wanted.material.name}”一致，但正文题名为${shown(title, '')}，请人工核对`,
    }
  return { fit: 'sure', by, specific, why: `${shown(best.name)}与材料“${wanted.material.name}”一致` }
}

const ORGAN = /^.*(?:[省市区县镇乡局委办厅院]|政府|党组|中心)/u

/** 昭化镇党委会议纪要 is what many minutes are called: the file's name may well say which they are. */
function saysLess(title: string, wanted: string): boolean {
  const words = title.replace(/\d|[年第期号]/gu, '').replace(ORGAN, '')
  return words !== '' && GENERIC.test(words) && NOUN.exec(words)?.[0] === NOUN.exec(wanted)?.[0]
}

/** A workbook's title is its first sheet's; its name speaks for all of them. */
const isManifold = ({ evidence: { tables } }: Document): boolean =>
  tables.filter(({ kind, hidden, rows }) => kind === 'sheet' && !hidden && rows.length > 0).length > 1

/** A word in a name, or a sign in the text. A weak sign is no ground for refusing a document. */
function draftOf(
  { facts }: Document,
  names: readonly Name[],
  { title, name: { bare: own } }: Reading,
): string | undefined {
  for (const name of names) {
    const word = name.by === 'heading' ? undefined : draftIn(name.bare, title)
    if (word && !own.slice(0, own.lastIndexOf(title)).includes(word)) return word
  }
  const sign = facts.drafts.find(({ value, certainty }) => certainty !== 'weak' && !own.includes(bare(value) || ' '))
  return sign?.value
}

function near({ name, title }: Reading, { material }: Wanted, word: string, is: string): TitleFit {
  const what = name.by === 'file' ? '文件名' : '题名'
  const has = word && name.bare.includes(bare(word)) ? `${what}含“${visible(word)}”` : `正文有“${visible(word)}”字样`
  const why = `发现${shown(name, '')}，应为《${material.name}》：${has}，是${is}`
  return { fit: 'near', by: name.by, specific: isSpecificIn(name, title), why }
}

/** 关于甲办法的起草说明 is a 起草说明, 甲办法起草说明 may be more. */
const isSpecificIn = ({ bare: name, text }: Name, title: string): boolean =>
  isSpecific(name, title) || (!isGeneral(title) && bare(text).includes(`的${title}`))

function shown({ by, text }: Name, lead = by === 'file' ? '文件名' : '题名'): string {
  const words = visible(text)
  if (by === 'file') return `${lead}“${words}”`
  return words.startsWith('《') ? `${lead}${words}` : `${lead}《${words}》`
}
