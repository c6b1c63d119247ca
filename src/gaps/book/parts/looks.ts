import type { Look } from './page.ts'

const FACE = '宋体'
const [DAY_FORMAT, LINK_COLOUR, LINE_COLOUR] = [164, 'FF0563C1', 'FF7F7F7F']

/** The looks of a workbook, each once, by their numbers. */
export class Looks {
  readonly #known = new Map<Look, number>()
  readonly #numbers = new Map<string, number>()
  readonly #fonts = new Parts(['<font><sz val="11"/><name val="Calibri"/><family val="2"/></font>'])
  readonly #fills = new Parts([
    '<fill><patternFill patternType="none"/></fill>',
    '<fill><patternFill patternType="gray125"/></fill>',
  ])
  readonly #cells = ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>']

  numberOf(look: Look | undefined): number {
    if (!look) return 0
    const known = this.#known.get(look)
    if (known !== undefined) return known
    const xml = this.#xmlOf(look)
    const number = this.#numbers.get(xml) ?? this.#cells.push(xml) - 1
    this.#numbers.set(xml, number)
    this.#known.set(look, number)
    return number
  }

  #xmlOf({ size, bold, fill, boxed, across, down, wraps, shrinks, open, day, link }: Look): string {
    const font = this.#fonts.numberOf(
      `<font>${bold ? '<b/>' : ''}${link ? '<u/>' : ''}<sz val="${size}"/>${link ? `<color rgb="${LINK_COLOUR}"/>` : ''}<name val="${FACE}"/></font>`,
    )
    const shade = fill
      ? this.#fills.numberOf(
          `<fill><patternFill patternType="solid"><fgColor rgb="${fill}"/><bgColor indexed="64"/></patternFill></fill>`,
        )
      : 0
    const alignment = `<alignment${across ? ` horizontal="${across}"` : ''}${down ? ` vertical="${down}"` : ''}${wraps ? ' wrapText="1"' : ''}${shrinks ? ' shrinkToFit="1"' : ''}/>`
    return `<xf numFmtId="${day ? DAY_FORMAT : 0}" fontId="${font}" fillId="${shade}" borderId="${boxed ? 1 : 0}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1" applyProtection="1">${alignment}<protection locked="${open ? 0 : 1}"/></xf>`
  }

  /** styles.xml. */
  get xml(): string {
    const sides = ['left', 'right', 'top', 'bottom']
      .map((side) => `<${side} style="thin"><color rgb="${LINE_COLOUR}"/></${side}>`)
      .join('')
    return `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="1"><numFmt numFmtId="${DAY_FORMAT}" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="${this.#fonts.count}">${this.#fonts.xml}</fonts><fills count="${this.#fills.count}">${this.#fills.xml}</fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${sides}<diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${this.#cells.length}">${this.#cells.join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`
  }
}

class Parts {
  readonly #numbers = new Map<string, number>()
  constructor(first: readonly string[]) {
    for (const one of first) this.numberOf(one)
  }

  numberOf(xml: string): number {
    const number = this.#numbers.get(xml) ?? this.#numbers.size
    this.#numbers.set(xml, number)
    return number
  }

  get count(): number {
    return this.#numbers.size
  }

  get xml(): string {
    return [...this.#numbers.keys()].join('')
  }
}
