import type { Block, BlockItem } from '../core/block.ts'
import { spotName } from '../core/place.ts'
import type { Headline } from '../core/verdict-line.ts'
import { visible } from '../language/visible.ts'
import { block, clippedTo, padded, widthOf, wrapped } from './lines.ts'
import type { Paint } from './paint.ts'
import { fitted, paragraphs } from './paragraphs.ts'
import type { Look } from './renderer.ts'

const MOST_FILES = 3
const MOST_SPOTS = 4
const MOST_ITEMS = 12
const INDENT = 6

/** What, where, and what to do about it with the line that it rests on; what the block before says too is not said again. */
export function blockLines(
  one: Block,
  before: Block | undefined,
  { width, all, since }: Look,
  paint: Paint,
  tone: Headline['tone'],
): string[] {
  const { items, act } = one
  const shown = all ? items : items.slice(0, MOST_ITEMS)
  const rest = items.length - shown.length
  const isSame = before?.act === act && before.class === one.class
  const places = one.folder === undefined ? where(one, all) : folderName(one.folder)
  const head = `  ${padded(`${idsOf(one)} `, 4)}`
  const said = (since?.fresh.has(one.id) ? '[新] ' : '') + markOf(one) + visible(one.what)
  const what = fitted(said, demandOf(one), width - widthOf(head), all)
  const lines = block(head, what, width, 0)
  // The place stands behind it where the last line has room.
  const isShort = places !== '' && widthOf(`${lines.at(-1)}  ${places}`) <= width
  const below = isShort ? '' : places
  const basis = basisOf(one, all)
  const todo = act === '' ? '' : !isSame ? `→ ${visible(act)}` : basis ? '→ 同上' : ''
  return [
    ...lines.map((line, index) => {
      const behind = isShort && index === lines.length - 1 ? `  ${places}` : ''
      return (index === 0 ? paint[tone](line) : line) + behind
    }),
    ...(items.length === 0
      ? paragraphs(below, todo, basis, width - INDENT, all)
      : [
          ...(below ? wrapped(below, width - INDENT) : []),
          ...shown.flatMap((item) => itemLines(item, width - INDENT, all)),
          ...(rest > 0 ? [`……另有 ${rest} 条，加 --all 全部显示`] : []),
          ...paragraphs('', todo, basis, width - INDENT, all),
        ]
    ).map((line) => ' '.repeat(INDENT) + line),
  ]
}

/** The folder of the package itself is none that could be named inside it. */
const folderName = (folder: string): string =>
  folder === '' ? '放在最外层，不必另建文件夹' : `放进 ${visible(folder)}/`

/** A table tells its indicators line by line. */
function idsOf({ indicators, items }: Block): string {
  const ids = indicators.map((id) => (id === 'package' ? '整包' : id))
  return ids.length > 3 && items.length > 0 ? `${ids.slice(0, 3).join('、')}等` : ids.join('、')
}

/** A doubt about a veto is a question like others, but says what hangs on it. */
const markOf = ({ severity, class: kind }: Block): string =>
  severity !== 'veto' ? '' : kind === 'proved' ? '[否决项] ' : '[涉及否决项，请核实] '

/** What is demanded stands beside the words that demand it. */
function demandOf({ class: kind, items, basis }: Block): string {
  const words = /“.*”/u.exec(basis)?.[0]
  return kind === 'demanded' && items.length === 0 && words ? `（方案：${visible(words)}）` : ''
}

/** The law behind a fault; of a question the basis is not asked. */
function basisOf({ class: kind, basis }: Block, all: boolean): string {
  // Numbers alone are no words to rest on.
  if (!/[“；]/u.test(basis) || !(kind === 'proved' || (all && kind === 'question'))) return ''
  // The indicator stands at the head of the block already.
  const law = /^(?:指标|方案)[^“；]*[；“]/u.exec(basis)?.[0] ?? ''
  const rest = basis.slice(law.length)
  const said = visible(law.endsWith('“') ? `“${rest}` : rest)
  return said === '' || said === '“”' ? '' : `（${said}）`
}

const itemLines = ({ words }: BlockItem, width: number, all: boolean): string[] =>
  all ? block('· ', visible(words), width, 0) : [clippedTo(`· ${visible(words)}`, width)]

/** Each file once, with its places: 台账.xls  Sheet1!I6、J6. */
function where({ places, what, items }: Block, all: boolean): string {
  const byFile = new Map<string, string[]>()
  for (const place of places) {
    const spots = byFile.get(place.file) ?? []
    const spot = spotName(place)
    if (spot && !spots.includes(spot)) spots.push(spot)
    byFile.set(place.file, spots)
  }
  // The sentence names it, and there is no more to say of where it is.
  const isTold = ([file, spots]: [string, string[]]) => !all && spots.length === 0 && what.includes(file)
  const named = [...byFile].filter((one) => byFile.size === 1 || !isTold(one))
  // What it speaks of one by one names its own files.
  const most = all ? named.length : items.length > 0 ? 1 : MOST_FILES
  const files = named.slice(0, most).map(([file, spots], index) => {
    const cells = all ? spots : closest(spots)
    const shown = all ? cells : cells.slice(0, MOST_SPOTS)
    const more = cells.length > shown.length ? `等${cells.length}处` : ''
    const before = index === 0 ? '' : folderIn(named[index - 1]?.[0] ?? '')
    return [visible(all ? file : besides(file, before)), visible((all ? shown : shortened(shown)).join('、') + more)]
      .filter(Boolean)
      .join(' ')
  })
  return [...files, ...(named.length > most ? [`等${named.length}个文件`] : [])].join('；')
}

/** Cells tell of their sheet, and what stands in a sheet is not the whole of it. */
const closest = (spots: readonly string[]): readonly string[] => {
  const cells = spots.filter((spot) => spot.includes('!'))
  return cells.length > 0 ? cells : spots
}

/** 2021!I6、I9: the sheet is said once. */
const shortened = (spots: readonly string[]): string[] =>
  spots.map((spot, index) => {
    const sheet = spot.slice(0, spot.lastIndexOf('!') + 1)
    return index > 0 && sheet !== '' && spots[index - 1]?.startsWith(sheet) ? spot.slice(sheet.length) : spot
  })

const folderIn = (file: string): string => file.slice(0, file.lastIndexOf('/') + 1)

const BESIDE = '同文件夹的'

/** The next file of a folder that was just written out. */
const besides = (file: string, folder: string): string =>
  widthOf(folder) > widthOf(BESIDE) && folderIn(file) === folder ? BESIDE + file.slice(folder.length) : file

/** What would help, in exactly one line. */
export const oneLine = ({ what }: Block, { width, all }: Look): string =>
  all ? `  ${visible(what)}` : clippedTo(`  ${visible(what)}`, width)
