import type { Passage, Table } from '../../../core/evidence.ts'
import type { Spot } from '../../../core/place.ts'
import type { XmlSink } from '../containers/xml.ts'
import { Leaves } from '../shared/leaves.ts'
import { boxOf } from '../shared/symbols.ts'
import { gridOf, placed, rowLines, type Spanning } from '../tables/grid.ts'
import { type Grid, OpenSheets } from './sheets.ts'
import { OpenStyles } from './styles.ts'
import type { OpenCell } from './value.ts'

const SKIPPED = new Set([
  ...['annotation', 'tracked-changes', 'note-citation', 'ruby-text', 'forms', 'binary-data'],
  ...['table-of-content-source', 'alphabetical-index-source', 'illustration-index-source', 'table-index-source'],
])

const CELLS = new Set(['table-cell', 'covered-table-cell'])

/** Gathers what an OpenDocument part says: a text's paragraphs, a workbook's sheets, a presentation's pages. */
export class OpenText implements XmlSink {
  readonly body: Passage[] = []
  readonly notes: Passage[] = []
  readonly margins: Passage[] = []
  readonly tables: Table[] = []
  /** Pictures by page; all under 0 where there are no pages. */
  readonly pictures = new Map<number, number>()
  changes = 0
  comments = 0
  hidden = 0
  /** Of its sheets, those whose result nobody has kept. */
  formulas = 0
  pages = 0

  #tags: string[] = []
  #skipped = 0
  #kind = ''
  #styles = new OpenStyles()
  #leaves = new Leaves()
  // A text box is a paragraph inside a paragraph, a table may stand in a table's cell.
  #paragraphs: string[] = []
  #grids: Grid[] = []
  #sheets = new OpenSheets()
  /** Whether the box that is open is ticked: of a control, which shows a sign, and of a field, which shows none. */
  #control: boolean | undefined
  #field: boolean | undefined

  open(tag: string, attributes: ReadonlyMap<string, string>): void {
    const parent = this.#tags.at(-1) ?? ''
    this.#tags.push(tag)
    if (tag === 'changed-region') this.changes++
    if (tag === 'annotation') this.comments++
    if (SKIPPED.has(tag)) this.#skipped++
    if (this.#skipped > 0) return

    if (tag === 'p' || tag === 'h') this.#openParagraph(attributes)
    else if (tag === 'soft-page-break') this.#turn()
    else if (tag === 'span') this.#styles.openSpan(attributes)
    else if (tag === 'content-control' && attributes.get('checkbox') === 'true')
      this.#control = isTrue(attributes, 'checked')
    else if (tag === 'fieldmark' && /FORMCHECKBOX/i.test(attributes.get('type') ?? '')) this.#field = false
    else if (tag === 'param' && attributes.get('name') === 'Checkbox_Checked') this.#field = isTrue(attributes, 'value')
    else if (tag === 's') this.#append(' '.repeat(amount(attributes, 'c')))
    else if (tag === 'tab') this.#append('\t')
    else if (tag === 'line-break') this.#append('\n')
    else if (parent === 'body') this.#kind = tag
    else if (tag === 'page') this.pages++
    else if (tag === 'image') this.#seePicture(attributes.get('href') ?? '')
    else this.#styles.open(tag, attributes)
    this.#openTable(tag, attributes)
  }

  text(text: string): void {
    if (this.#skipped > 0 || this.#paragraphs.length === 0 || this.#isCaption()) return
    if (!this.#styles.hides()) this.#append(this.#shown(text.replace(/[ \t\r\n]+/g, ' ')))
    else if (text.trim() !== '') this.hidden++
  }

  close(tag: string): void {
    this.#tags.pop()
    if (SKIPPED.has(tag)) this.#skipped--
    else if (this.#skipped > 0) return
    else if (tag === 'span') this.#styles.closeSpan()
    else if (tag === 'content-control') this.#control = undefined
    else if (tag === 'fieldmark') this.#closeField()
    else if (tag === 'p' || tag === 'h') this.#closeParagraph(this.#paragraphs.pop() ?? '')
    else if (tag === 'table') this.#closeTable(this.#grids.pop())
  }

  /** The title of a drawing is not shown; the field of the same name in a paragraph is. */
  #isCaption(): boolean {
    return ['title', 'desc'].includes(this.#tags.at(-1) ?? '') && !['p', 'h', 'span'].includes(this.#tags.at(-2) ?? '')
  }

  #append(text: string): void {
    const last = this.#paragraphs.length - 1
    if (last >= 0) this.#paragraphs[last] += text
  }

  #shown(text: string): string {
    const box = this.#control
    if (box === undefined || !/^\s*\S\s*$/u.test(text)) return this.#styles.shown(text)
    this.#control = undefined
    return boxOf(box)
  }

  #closeField(): void {
    if (this.#field !== undefined) this.#append(boxOf(this.#field))
    this.#field = undefined
  }

  /** LibreOffice keeps a drawing of every table and object beside it. */
  #seePicture(href: string): void {
    if (/TablePreview|ObjectReplacements/.test(href)) return
    this.pictures.set(this.pages, (this.pictures.get(this.pages) ?? 0) + 1)
  }

  #openParagraph(attributes: ReadonlyMap<string, string>): void {
    if (this.#styles.isTurning(attributes)) this.#turn()
    this.#paragraphs.push('')
  }

  #turn(): void {
    if (this.#paragraphs.every((text) => text.trim() === '') && this.#grids.length === 0) this.#leaves.turn()
    else this.#leaves.turnAfter()
  }

  #openTable(tag: string, attributes: ReadonlyMap<string, string>): void {
    const grid = this.#grids.at(-1)
    if (tag === 'table')
      this.#grids.push({
        name: attributes.get('name') ?? '',
        hidden: this.#styles.isHidden(attributes),
        rows: [],
      })
    else if (tag === 'table-row')
      grid?.rows.push({
        cells: [],
        repeat: amount(attributes, 'number-rows-repeated'),
        hidden: ['collapse', 'filter'].includes(attributes.get('visibility') ?? ''),
      })
    else if (CELLS.has(tag))
      grid?.rows.at(-1)?.cells.push({
        covered: tag === 'covered-table-cell',
        repeat: amount(attributes, 'number-columns-repeated'),
        columns: amount(attributes, 'number-columns-spanned'),
        rows: amount(attributes, 'number-rows-spanned'),
        attributes,
        paragraphs: [],
      })
  }

  #closeParagraph(text: string): void {
    const cell = this.#openCell()
    if (!cell || this.#tags.includes('note-body')) for (const line of text.split('\n')) this.#say(line)
    else if (text.trim() !== '') cell.paragraphs.push(text.trim())
    this.#settle()
  }

  #settle(): void {
    if (this.#paragraphs.length === 0 && this.#grids.length === 0) this.#leaves.settle()
  }

  #openCell(): OpenCell | undefined {
    return this.#tags.some((tag) => CELLS.has(tag)) ? this.#grids.at(-1)?.rows.at(-1)?.cells.at(-1) : undefined
  }

  #say(line: string): void {
    if (line.trim() === '') return
    const margin = this.#tags.some((tag) => /^(header|footer)(-left|-first)?$/.test(tag))
    // The master pages of a presentation say things like “click to edit”.
    if (!margin && this.#kind === '') return
    const into = margin ? this.margins : this.#tags.includes('note-body') ? this.notes : this.body
    into.push({
      text: line.trim(),
      at: this.#spot(),
      ...(into === this.body && this.#kind === 'text' && this.#leaves.mark),
    })
  }

  #spot(): Spot {
    const sheet = this.#kind === 'spreadsheet' ? this.#grids[0]?.name : undefined
    return { ...(this.pages > 0 && { page: this.pages }), ...(sheet !== undefined && { sheet }) }
  }

  #closeTable(grid: Grid | undefined): void {
    if (!grid) return
    if (this.#kind === 'spreadsheet' && this.#grids.length === 0) {
      this.tables.push(this.#sheets.tableOf(grid))
      this.formulas = this.#sheets.formulas
    } else if (grid.rows.length > 0) this.#closeGrid(grid)
  }

  #closeGrid({ rows }: Grid): void {
    const cells = placed(rows.map((row) => row.cells.flatMap(spanning)))
    const page = this.pages > 0 ? this.pages : undefined
    this.tables.push({
      ...gridOf(cells, `表${this.tables.length + 1}`, page),
      ...(this.#kind === 'text' && this.#leaves.mark),
    })
    const outer = this.#openCell()
    for (const line of cells.flatMap(rowLines)) {
      if (outer) outer.paragraphs.push(line)
      else this.#say(line)
    }
    this.#settle()
  }
}

const isTrue = (attributes: ReadonlyMap<string, string>, name: string): boolean =>
  ['true', '1'].includes(attributes.get(name) ?? '')

const amount = (attributes: ReadonlyMap<string, string>, name: string): number =>
  Math.min(2_000_000, Math.max(1, Math.trunc(Number(attributes.get(name))) || 1))

function spanning({ covered, repeat, columns, rows, paragraphs }: OpenCell): Spanning[] {
  return covered ? [] : Array.from({ length: Math.min(repeat, 1000) }, () => ({ columns, rows, paragraphs }))
}
