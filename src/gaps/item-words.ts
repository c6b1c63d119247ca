import { type Place, spotName } from '../core/place.ts'
import { clipped } from '../language/text.ts'
import type { Item } from './entries.ts'

export const indicatorsOf = ({ indicators }: Pick<Item, 'indicators'>): string =>
  indicators.map((id) => (id === 'package' ? '整包' : id)).join('、')

const CATEGORIES = { proved: '有误', demanded: '缺少', question: '存疑' } as const

export function categoryOf(item: Item): string {
  if (item.severity === 'veto') return item.class === 'question' ? '否决待核' : '否决'
  if (item.severity === 'advised' && item.class !== 'question') return '建议'
  return CATEGORIES[item.class]
}

export function problemOf({ what, items }: Pick<Item, 'what' | 'items'>): string {
  if (items.length === 0) return what
  if (items.length === 1) return `${what}\n${items[0]?.words ?? ''}`
  const lines = items.map(({ words }, index) => `${index + 1}．${words}`)
  return [what, ...lines].join('\n')
}

/** A row has room for the law, or for the first words; the indicator has a column of its own, and all stands on 指标与依据. */
export function shortBasis({ basis }: Pick<Item, 'basis'>): string {
  const [, words = ''] = /^(?:指标|方案)[^“；]*；?(.*)$/su.exec(basis) ?? [basis, basis]
  if (words === '') return '方案原文'
  const quoted = /^“(.*)”$/su.exec(words)?.[1]
  return quoted === undefined ? clipped(words, 24) : `“${clipped(quoted, 14)}”`
}

const [MOST_FILES, MOST_SPOTS, MOST_QUOTES] = [3, 4, 1]

/** Each file once, with its pages or cells; where it has none, the words that stand there. */
export function placesOf({ places, folder }: Pick<Item, 'places' | 'folder'>): string {
  if (folder !== undefined) return `放进：${folder}/`
  const byFile = new Map<string, Place[]>()
  for (const place of places) byFile.set(place.file, [...(byFile.get(place.file) ?? []), place])
  const lines = [...byFile].slice(0, MOST_FILES).map(([file, own]) => {
    const spots = [...new Set(own.map(spotOf))].filter(Boolean)
    // A quotation takes a line; a page or a cell takes none.
    const most = own.some((place) => spotName(place) === '') ? MOST_QUOTES : MOST_SPOTS
    const rest = spots.length > most ? `等${spots.length}处` : ''
    return [file, spots.slice(0, most).join('、') + rest].filter(Boolean).join('  ')
  })
  return [...lines, ...(byFile.size > MOST_FILES ? [`……等${byFile.size}个文件`] : [])].join('\n')
}

/** The file to open, or the folder that the missing would go to. */
export const targetOf = ({ places, folder }: Pick<Item, 'places' | 'folder'>): string | undefined =>
  folder ?? places[0]?.file

const spotOf = (place: Place): string => spotName(place) || (place.quote ? `“${clipped(place.quote, 12)}”` : '')
