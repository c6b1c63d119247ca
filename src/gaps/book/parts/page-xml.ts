import { cellName } from '../../../core/place.ts'
import { escaped } from '../../xml.ts'
import type { Looks } from './looks.ts'
import type { Box, Choice, Page, Row } from './page.ts'
import type { Strings } from './strings.ts'

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** The XML of a sheet, and where its links lead. The order of the elements is the format's. */
export function pageXml(page: Page, looks: Looks, strings: Strings): { xml: string; links: readonly string[] } {
  const links: { at: string; target: string }[] = []
  const rows = page.rows.map((row, index) => rowXml(row, index, looks, strings, links))
  const { bare, high, guarded, filter, joined = [], choices = [] } = page
  const xml = [
    `<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}">`,
    bare ? '' : '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    viewOf(page),
    '<sheetFormatPr defaultRowHeight="15"/>',
    columnsOf(page),
    `<sheetData>${rows.join('')}</sheetData>`,
    guarded
      ? '<sheetProtection sheet="1" formatCells="0" formatColumns="0" formatRows="0" sort="0" autoFilter="0"/>'
      : '',
    filter ? `<autoFilter ref="${boxName(filter)}"/>` : '',
    listOf(
      'mergeCells',
      joined.map((box) => `<mergeCell ref="${boxName(box)}"/>`),
    ),
    listOf('dataValidations', choices.map(choiceXml)),
    links.length > 0
      ? `<hyperlinks>${links.map(({ at }, index) => `<hyperlink ref="${at}" r:id="rId${index + 1}"/>`).join('')}</hyperlinks>`
      : '',
    bare
      ? ''
      : `<printOptions horizontalCentered="1"/><pageMargins left="0.3" right="0.3" top="0.45" bottom="0.5" header="0.2" footer="0.25"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="${high ?? 0}"/><headerFooter><oddFooter>&amp;L&amp;A&amp;C第 &amp;P 页  共 &amp;N 页</oddFooter></headerFooter>`,
    '</worksheet>',
  ]
  return { xml: xml.join(''), links: links.map(({ target }) => target) }
}

const listOf = (name: string, parts: readonly string[]): string =>
  parts.length > 0 ? `<${name} count="${parts.length}">${parts.join('')}</${name}>` : ''

export const boxName = ([top, left, bottom, right]: Box): string =>
  `${cellName(top - 1, left - 1)}:${cellName(bottom - 1, right - 1)}`

function viewOf({ frozen }: Page): string {
  if (!frozen) return '<sheetViews><sheetView workbookViewId="0"/></sheetViews>'
  const below = `A${frozen + 1}`
  return `<sheetViews><sheetView workbookViewId="0"><pane ySplit="${frozen}" topLeftCell="${below}" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="${below}" sqref="${below}"/></sheetView></sheetViews>`
}

const columnsOf = ({ columns }: Page): string =>
  columns.length === 0
    ? ''
    : `<cols>${columns
        .map(
          ({ width, hidden }, index) =>
            `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"${hidden ? ' hidden="1"' : ''}/>`,
        )
        .join('')}</cols>`

function rowXml(
  { height, cells }: Row,
  index: number,
  looks: Looks,
  strings: Strings,
  links: { at: string; target: string }[],
): string {
  let xml = ''
  for (let column = 0; column < cells.length; column++) {
    const cell = cells[column]
    if (!cell) continue
    const at = cellName(index, column)
    const style = looks.numberOf(cell.look)
    const head = `<c r="${at}"${style ? ` s="${style}"` : ''}`
    if (cell.value === '') xml += style ? `${head}/>` : ''
    else if (typeof cell.value === 'number') xml += `${head}><v>${cell.value}</v></c>`
    else xml += `${head} t="s"><v>${strings.numberOf(cell.value)}</v></c>`
    if (cell.link) links.push({ at, target: cell.link })
  }
  return `<row r="${index + 1}"${height === undefined ? '' : ` ht="${height}" customHeight="1"`}>${xml}</row>`
}

/** What is not among the choices is warned of and not refused: paper and other programmes know no such lists either. */
function choiceXml({ column, from, to, title, of }: Choice): string {
  const [sort, formula, error] = of
    ? ['type="list"', `"${of.join(',')}"`, `请从下拉列表中选择：${of.join('、')}`]
    : // 2000-01-01
      ['type="date" operator="greaterThan"', '36526', '请写成 2022-07-31 的样子']
  return `<dataValidation ${sort} errorStyle="warning" allowBlank="1" showErrorMessage="1" errorTitle="${escaped(title)}" error="${escaped(error)}" sqref="${boxName([from, column, to, column])}"><formula1>${escaped(formula)}</formula1></dataValidation>`
}
