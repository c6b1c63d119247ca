import { clipped } from '../language/text.ts'
import { visible } from '../language/visible.ts'
import { oneOf } from '../language/words.ts'
import { type Token, tokenOf } from './number-token.ts'
import { hangsOn, type Outline } from './outline.ts'
import { meantBy } from './topics.ts'

/** Which indicators a path states, how, and in which years' folders the file lies. `why` is empty where it states none. */
export type Stated = {
  readonly ids: readonly string[]
  readonly by: 'folder' | 'name' | null
  readonly why: string
  readonly years: readonly number[]
  /** What the folders' words speak of where no number is stated. */
  readonly topics: readonly string[]
  /** 52-54/53: a paper may prove all of the folder's indicators, a picture shows what its own folder is called after. */
  readonly pictured?: Stated
}

type Named = { readonly name: string; readonly token: Token }

export const indicatorsIn = (path: string, outline: Outline): Stated => stating(outline)(path)

const PICTURE = /\.(?:jpe?g|png|bmp|gif|webp|tiff?|heic)$/iu

/** The same for many paths: a folder is looked at once, however many files lie in it. */
export function stating(outline: Outline): (path: string) => Stated {
  const known = new Map<string, Stated>()
  return (path) => {
    const end = path.lastIndexOf('/') + 1
    const folder = path.slice(0, end)
    const above = known.get(folder) ?? statedAbove(folder, outline)
    known.set(folder, above)
    // Folders win over the file's own name; inside an indicator's folder a leading number is a serial.
    if (above.by) return PICTURE.test(path) ? (above.pictured ?? above) : above
    const own = statedIn(path.slice(end), outline)
    return own.by ? { ...own, years: above.years, topics: [] } : above
  }
}

/** By the folders of a path that ends with `/`, or is empty. */
function statedAbove(path: string, outline: Outline): Stated {
  const names = path
    .split('/')
    .slice(0, -1)
    .map((name) => name.normalize('NFKC'))
  const years = yearsOf(names)
  const folder = statedBy(
    names.map((name): Named => ({ name, token: tokenOf(name, outline) })),
    outline,
  )
  if (folder) return { ...byFolder(folder, years), ...(folder.deeper && { pictured: byFolder(folder.deeper, years) }) }
  const meant = meantBy(outline.topics, names)
  return { ids: [], by: null, why: meant ? `位于文件夹“${shown(meant.name)}”` : '', years, topics: meant?.ids ?? [] }
}

const byFolder = ({ ids, name }: Folder, years: readonly number[]): Stated => ({
  ids,
  by: 'folder',
  why: `位于文件夹“${shown(name)}”`,
  years,
  topics: [],
})

function statedIn(file: string, outline: Outline): Omit<Stated, 'years' | 'topics'> {
  const name = file.normalize('NFKC').replace(/\.[a-z0-9]{1,5}$/i, '')
  const ids = signedBy(name, outline)
  return ids.length > 0 ? { ids, by: 'name', why: `文件名“${shown(name)}”写明指标号` } : { ids: [], by: null, why: '' }
}

const shown = (name: string): string => clipped(visible(name), 40)

type Folder = { readonly name: string; readonly ids: readonly string[]; readonly deeper?: Folder }

/** The outermost folder with a number, unless that number is a level or a deeper folder says it without doubt. */
function statedBy(folders: readonly Named[], outline: Outline): Folder | undefined {
  let found: (Folder & { readonly explicit: boolean }) | undefined
  let level: { readonly level1: number; readonly level2: number } | undefined
  for (const [index, { name, token }] of folders.entries()) {
    if (token.says === 'level' && !found)
      level = token.level1 > 0 ? token : { level1: level?.level1 ?? 0, level2: token.level2 }
    if (token.says === 'bonus' || token.says === 'veto') {
      const id = `${token.says === 'bonus' ? 'J' : 'F'}${serial(folders[index + 1]?.name)}`
      if (outline.branches.has(id)) return { name: `${name}/${folders[index + 1]!.name}`, ids: [id] }
    }
    if (token.says !== 'ids') continue
    if (found && token.ids.length < found.ids.length && token.ids.every((id) => found?.ids.includes(id))) {
      found = { ...found, deeper: { name, ids: token.ids } }
      continue
    }
    if (found && (found.explicit || !token.explicit)) continue
    if (!found && isLevel(token.number, level?.level1 ?? 0, folders.slice(index + 1), outline)) {
      level = level ? { level1: level.level1, level2: token.number } : { level1: token.number, level2: 0 }
      continue
    }
    found = { name, ids: token.ids, explicit: token.explicit }
  }
  return found
}

const serial = (name: string | undefined): string => /^0?([1-9])(?!\d)/.exec(name ?? '')?.[1] ?? ''

/**
 * A bare number is a level when it stands under a first level that has no such indicator (二、…/3.…), or when a deeper
 * folder names an indicator of just that branch (二、…/3/28, 2/3/28).
 */
function isLevel(number: number, level1: number, deeper: readonly Named[], outline: Outline): boolean {
  if (number === 0) return false
  if (level1 > 0 && !hangsOn(outline, String(number), level1)) return true
  const numbers = deeper.flatMap(({ token }) => (token.says === 'ids' && token.number > 0 ? [token.number] : []))
  if (level1 > 0) return numbers.some((id) => hangsOn(outline, String(id), level1, number))
  // 1/3 may be the third part of indicator 1; 2/28 can hardly be the 28th part of indicator 2.
  return numbers.some((id) => id > 20 && hangsOn(outline, String(id), number))
}

const SIGNS = new RegExp(
  `^(?:\\d{1,3}\\s*[-—–、,+&_至~]|0\\d{2}|[([【])|^[jf]\\s*\\d|${oneOf('naming', 'fileSigns')}`,
  'iu',
)

/** A file's own number counts only with a plain sign: 指标28, 28-, 28、, (28). Two digits with a zero (01-) are a serial. */
function signedBy(name: string, outline: Outline): readonly string[] {
  const text = name.trim()
  if (!SIGNS.test(text) || /^[([【]?0\d(?!\d)/u.test(text)) return []
  const token = tokenOf(text, outline)
  return token.says === 'ids' ? token.ids : []
}

function yearsOf(folders: readonly string[]): number[] {
  const found = folders.flatMap((name) => [...name.matchAll(/(?<!\d)(20[0-4]\d)(?!\d)/g)].map(([year]) => Number(year)))
  return [...new Set(found)].sort((a, b) => a - b)
}
