import { boxOf, shownIn, symbolOf } from '../shared/symbols.ts'

const isOn = (value: string | undefined): boolean => !['0', 'false', 'off'].includes(value ?? '')

/** The boxes of forms, in the four ways that Word keeps them: signs of symbol fonts, old form fields, content controls. */
export class WordBoxes {
  #font = ''
  #field: { default: boolean; checked?: boolean } | undefined
  /** What the content of the control that is open shows, until it was shown. */
  #control: string | undefined

  /** The text that the tag itself is. */
  open(tag: string, parent: string | undefined, attributes: ReadonlyMap<string, string>): string {
    const value = attributes.get('val')
    if (tag === 'r') this.#font = ''
    else if (tag === 'rFonts' && parent === 'rPr') this.#font = attributes.get('ascii') ?? ''
    else if (tag === 'sym') return this.#shown(symbolOf(attributes.get('font') ?? '', codeIn(attributes)))
    else if (tag === 'checkBox') this.#field = { default: false }
    else if (tag === 'default' && this.#field) this.#field.default = isOn(value)
    else if (tag === 'checked' && parent === 'checkbox') this.#control = boxOf(isOn(value))
    else if (tag === 'checked' && this.#field) this.#field.checked = isOn(value)
    return ''
  }

  close(tag: string): string {
    if (tag === 'sdt') this.#control = undefined
    if (tag !== 'checkBox' || !this.#field) return ''
    const { checked, default: before } = this.#field
    this.#field = undefined
    return boxOf(checked ?? before)
  }

  text(text: string): string {
    return this.#shown(shownIn(this.#font, text))
  }

  /** Word's own sign for a ticked control is ☒, which in a form of paper says no. */
  #shown(text: string): string {
    const box = this.#control
    if (box === undefined || !/^\s*\S\s*$/u.test(text)) return text
    this.#control = undefined
    return box
  }
}

const codeIn = (attributes: ReadonlyMap<string, string>): number =>
  Number.parseInt(attributes.get('char') ?? '', 16) || 0
