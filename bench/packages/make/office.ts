import type { Dice } from '../../../fixtures/make/kit/dice.ts'
import type { Make } from '../../../fixtures/make/kit/tree.ts'
import type { Fault } from '../sheet.ts'

/** An office and the habits of its clerk: how folders are called, how days are written, what a paper is saved as. */
export type Office = {
  readonly unit: string
  readonly full: string
  readonly code: string
  readonly isTown: boolean
  readonly dice: Dice
  /** The folder that papers of these indicators go into. */
  readonly folder: (ids: readonly string[], words: string) => string
  readonly day: (day: string) => string
  /** Whether the fault that a piece of evidence may hold is planted. */
  readonly planted: (id: string) => boolean
}

export type File = {
  readonly name: string
  readonly make: Make
  readonly serves: readonly string[]
  readonly mustNot?: readonly string[]
  readonly flaw?: string
}

/** What one matter contributes: its files, the faults planted in them, and the indicators that are sound by them. */
export type Piece = {
  readonly ids: readonly string[]
  readonly words: string
  readonly files: readonly File[]
  readonly faults: readonly (Fault & { readonly id: string })[]
  /** Sound, and nothing sensible to ask. */
  readonly clean: readonly string[]
}

export type Matter = (office: Office) => Piece

const TOWNS = ['卫子镇', '王家镇', '磨滩镇', '太公镇']
const BUREAUS = [
  ['区林业局', '昭林'],
  ['区水利局', '昭水'],
  ['区民政局', '昭民'],
  ['区交通运输局', '昭交'],
] as const

/** Of one seed always the same office. */
export function officeOf(seed: number, dice: Dice): Office {
  const isTown = seed % 2 === 1
  const [unit, code] = isTown ? [TOWNS[seed % 4]!, `${TOWNS[seed % 4]![0]}府`] : BUREAUS[seed % 4]!
  const style = dice.one(['plan', 'range', 'serial', 'speaking', 'flat'] as const)
  const written = dice.one([
    (day: string) => day,
    (day: string) => day.replaceAll('-', '.').replaceAll('.0', '.'),
    (day: string) => day.replaceAll('-', ''),
    (day: string) => day.replaceAll('-', '/'),
    (day: string) => `${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`,
  ])
  const serials = new Map<string, number>()
  const folder = (ids: readonly string[], words: string): string => {
    const [first = '', last = first] = [ids[0], ids.at(-1)]
    if (style === 'flat') return ''
    if (style === 'speaking') return `${words}/`
    if (style === 'plan') return `${first.padStart(2, '0')} ${words}/`
    if (style === 'range') return first === last ? `指标${first}/` : `${first}-${last} ${words}/`
    if (!serials.has(words)) serials.set(words, serials.size + 1)
    return `${serials.get(words)}.${words}/`
  }
  const faulty = new Map<string, boolean>()
  return {
    unit,
    full: isTown ? `广元市昭化区${unit}人民政府` : `广元市昭化${unit}`,
    code,
    isTown,
    dice,
    folder,
    day: written,
    planted: (id) => {
      if (!faulty.has(id)) faulty.set(id, dice.from(0, 9) < 5)
      return faulty.get(id)!
    },
  }
}
