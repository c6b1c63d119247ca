import type { Block, BlockItem } from '../core/block.ts'
import type { Place } from '../core/place.ts'
import { spotName } from '../core/place.ts'
import type { Headline } from '../core/verdict-line.ts'
import { visible } from '../language/visible.ts'
import { block, clippedTo, padded, widthOf } from './lines.ts'
import type { Paint } from './paint.ts'
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
  const places = where(one.places, all)
  const head = `  ${padded(`${idsOf(one)} `, 4)}`
  const what = (since?.fresh.has(one.id) ? '[新] ' : '') + markOf(one) + visible(one.what) + demandOf(one)
  const isShort = widthOf(head + what) + widthOf(places) + 2 <= width
  const todo = [act && !isSame ? `→ ${visible(act)}` : '', basisOf(one, all)].filter(Boolean).join('')
  return [
    ...block(head, isShort && places ? `${what}  ${places}` : what, width, 0).map((line, index) =>
      index === 0 ? paint[tone](line) : line,
    ),
    ...(places && !isShort ? block('', places, width, INDENT) : []),
    ...shown.flatMap((item) => itemLines(item, one, width, all)),
    ...(rest > 0 ? [`${' '.repeat(INDENT)}……另有 ${rest} 条，加 --all 全部显示`] : []),
    ...(todo ? block('', todo, width, INDENT) : []),
  ]
}

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
const basisOf = ({ class: kind, basis }: Block, all: boolean): string =>
  basis !== '' && (kind === 'proved' || (all && kind === 'question')) ? `（${visible(basis)}）` : ''

/** Questions are read whole; of other lists a line is enough. */
const itemLines = ({ words }: BlockItem, { class: kind }: Block, width: number, all: boolean): string[] =>
  all || kind === 'question'
    ? block('· ', visible(words), width, INDENT)
    : [clippedTo(`${' '.repeat(INDENT)}· ${visible(words)}`, width)]

/** Each file once, with its places: 台账.xls  Sheet1!I6、J6. */
function where(places: readonly Place[], all: boolean): string {
  const byFile = new Map<string, string[]>()
  for (const place of places) {
    const spots = byFile.get(place.file) ?? []
    const spot = spotName(place)
    if (spot && !spots.includes(spot)) spots.push(spot)
    byFile.set(place.file, spots)
  }
  const most = all ? byFile.size : MOST_FILES
  const files = [...byFile].slice(0, most).map(([file, spots]) => {
    const shown = all ? spots : spots.slice(0, MOST_SPOTS)
    const more = spots.length > shown.length ? `等${spots.length}处` : ''
    return [visible(file), visible(shown.join('、') + more)].filter(Boolean).join(' ')
  })
  return [...files, ...(byFile.size > most ? [`等${byFile.size}个文件`] : [])].join('；')
}

/** What would help, in exactly one line. */
export const oneLine = ({ what }: Block, { width, all }: Look): string =>
  all ? `  ${visible(what)}` : clippedTo(`  ${visible(what)}`, width)
