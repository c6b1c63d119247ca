import type { Destination } from './words.ts'

/** How the text in hand is to be taken: a group of an RTF file ends with the state that it began with. */
export type State = {
  readonly destination: Destination
  /** The text follows a second time, in Unicode. */
  readonly spelledTwice: boolean
  /** How many signs stand for old readers behind a Unicode sign. */
  readonly fallback: number
  readonly font: string
  readonly hidden: boolean
  readonly deleted: boolean
  readonly inserted: boolean
}

export const START: State = {
  destination: 'text',
  spelledTwice: false,
  fallback: 1,
  font: '',
  hidden: false,
  deleted: false,
  inserted: false,
}

/** What a word of the text's format makes of the state; undefined where the word says something else. */
export function formatted(state: State, word: string, number: number | undefined): State | undefined {
  switch (word) {
    case 'upr':
    case 'ud':
      return { ...state, spelledTwice: word === 'upr' }
    case 'uc':
      return { ...state, fallback: Math.min(16, Math.max(0, number ?? 1)) }
    case 'f':
      return { ...state, font: String(number) }
    case 'v':
      return { ...state, hidden: number !== 0 }
    case 'deleted':
      return { ...state, deleted: number !== 0 }
    case 'revised':
      return { ...state, inserted: number !== 0 }
    case 'plain':
      return { ...state, hidden: false, deleted: false, inserted: false, font: '' }
    default:
      return undefined
  }
}

/** Stretches of one mark are one change. */
export const markOf = ({ deleted, hidden, inserted }: State): 'deleted' | 'hidden' | 'inserted' | '' =>
  deleted ? 'deleted' : hidden ? 'hidden' : inserted ? 'inserted' : ''
