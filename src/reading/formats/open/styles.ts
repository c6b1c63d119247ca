import { shownIn } from '../shared/symbols.ts'

/** What the styles of an OpenDocument part say that shows: what is hidden, where a page turns, and which font signs are of. */
export class OpenStyles {
  #style = ''
  #hidden = new Set<string>()
  #turning = new Set<string>()
  /** Families by the names of faces, and the faces of styles: symbols are letters of their fonts. */
  #families = new Map<string, string>()
  #faces = new Map<string, string>()
  #spans: { readonly hidden: boolean; readonly font: string }[] = []

  open(tag: string, attributes: ReadonlyMap<string, string>): void {
    if (tag === 'font-face')
      this.#families.set(attributes.get('name') ?? '', (attributes.get('font-family') ?? '').replace(/^'|'$/g, ''))
    const face = tag === 'text-properties' ? attributes.get('font-name') : undefined
    if (face !== undefined) this.#faces.set(this.#style, face)
    if (tag === 'style') {
      this.#style = attributes.get('name') ?? ''
      if (attributes.get('family') === 'paragraph' && attributes.get('master-page-name')) this.#turning.add(this.#style)
    }
    if (tag === 'paragraph-properties' && attributes.get('break-before') === 'page') this.#turning.add(this.#style)
    const hides = tag === 'text-properties' ? 'none' : tag === 'table-properties' ? 'false' : undefined
    if (hides !== undefined && attributes.get('display') === hides) this.#hidden.add(this.#style)
  }

  isHidden(attributes: ReadonlyMap<string, string>): boolean {
    return this.#hidden.has(attributes.get('style-name') ?? '')
  }

  isTurning(attributes: ReadonlyMap<string, string>): boolean {
    return this.#turning.has(attributes.get('style-name') ?? '')
  }

  openSpan(attributes: ReadonlyMap<string, string>): void {
    const face = this.#faces.get(attributes.get('style-name') ?? '')
    const font = face === undefined ? (this.#spans.at(-1)?.font ?? '') : (this.#families.get(face) ?? face)
    this.#spans.push({ hidden: this.isHidden(attributes), font })
  }

  closeSpan(): void {
    this.#spans.pop()
  }

  /** One of the spans that are open hides what stands in it. */
  hides(): boolean {
    return this.#spans.some(({ hidden }) => hidden)
  }

  shown(text: string): string {
    return shownIn(this.#spans.at(-1)?.font ?? '', text)
  }
}
