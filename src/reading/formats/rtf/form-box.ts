import { boxOf } from '../shared/symbols.ts'

/** What Word writes where a form's box was never touched. */
const UNSET = 25

const WORDS = new Set(['fftype', 'ffres', 'ffdefres'])

export const isOfForm = (word: string): boolean => WORDS.has(word)

/** A form field's box: of which type it is, whether it is ticked, and whether it was when the form was new. */
export class FormBox {
  #box = { type: 0, ticked: UNSET, before: 0 }

  /** Stands among what a field is told to do, and shows in its place. */
  fillIn(word: string, number: number): void {
    if (word === 'fftype') this.#box = { type: number, ticked: UNSET, before: 0 }
    else if (word === 'ffres') this.#box.ticked = number
    else this.#box.before = number
  }

  /** The sign that it shows as; undefined where the field is no box. */
  take(): string | undefined {
    const { type, ticked, before } = this.#box
    this.#box = { type: 0, ticked: UNSET, before: 0 }
    return type === 1 ? boxOf((ticked === UNSET ? before : ticked) === 1) : undefined
  }
}
