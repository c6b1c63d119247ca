import type { Day } from '../../../core/day.ts'
import { escaped, zipped } from '../../xml.ts'
import { Looks } from './looks.ts'
import type { Page } from './page.ts'
import { pageXml } from './page-xml.ts'
import { Strings } from './strings.ts'

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/**
 * A workbook of such sheets; the same sheets give the same bytes. It is written here and not by a library, which takes ten
 * times as long and writes overlapping validations.
 */
export async function workbookOf(pages: readonly Page[], by: string, on: Day): Promise<Uint8Array> {
  const [looks, strings] = [new Looks(), new Strings()]
  const sheets = pages.map((page, index) => ({ page, at: index + 1, ...pageXml(page, looks, strings) }))
  const parts: [string, string][] = [
    ['[Content_Types].xml', typesOf(sheets.length)],
    [
      '_rels/.rels',
      relations([
        ['rId1', `${OFFICE}/officeDocument`, 'xl/workbook.xml'],
        ['rId2', `${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'],
      ]),
    ],
    ['docProps/core.xml', coreOf(by, on)],
    [
      'xl/_rels/workbook.xml.rels',
      relations([
        ...sheets.map(({ at }) => [`rId${at}`, `${OFFICE}/worksheet`, `worksheets/sheet${at}.xml`] as const),
        [`rId${sheets.length + 1}`, `${OFFICE}/styles`, 'styles.xml'],
        [`rId${sheets.length + 2}`, `${OFFICE}/sharedStrings`, 'sharedStrings.xml'],
      ]),
    ],
    ['xl/workbook.xml', bookXml(pages)],
    ...sheets.map(({ at, xml }): [string, string] => [`xl/worksheets/sheet${at}.xml`, xml]),
    ...sheets.flatMap(({ at, links }): [string, string][] =>
      links.length === 0
        ? []
        : [
            [
              `xl/worksheets/_rels/sheet${at}.xml.rels`,
              relations(
                links.map((link, index) => [`rId${index + 1}`, `${OFFICE}/hyperlink`, link] as const),
                true,
              ),
            ],
          ],
    ),
    ['xl/styles.xml', looks.xml],
    ['xl/sharedStrings.xml', strings.xml],
  ]
  return zipped(parts)
}

function bookXml(pages: readonly Page[]): string {
  const sheets = pages.map(
    ({ name, hidden }, index) =>
      `<sheet name="${escaped(name)}" sheetId="${index + 1}"${hidden ? ' state="hidden"' : ''} r:id="rId${index + 1}"/>`,
  )
  const names = pages.flatMap(({ name, repeated }, index) =>
    repeated
      ? [
          `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">'${escaped(name)}'!$${repeated[0]}:$${repeated[1]}</definedName>`,
        ]
      : [],
  )
  return `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr/><bookViews><workbookView activeTab="0"/></bookViews><sheets>${sheets.join('')}</sheets>${names.length > 0 ? `<definedNames>${names.join('')}</definedNames>` : ''}</workbook>`
}

const typesOf = (sheets: number): string =>
  `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/>${Array.from({ length: sheets }, (_, index) => `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${TYPE}.worksheet+xml"/>`).join('')}<Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${TYPE}.sharedStrings+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`

const relations = (list: readonly (readonly [string, string, string])[], outside = false): string =>
  `<Relationships xmlns="${PACKAGE}/relationships">${list.map(([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${escaped(target)}"${outside ? ' TargetMode="External"' : ''}/>`).join('')}</Relationships>`

const coreOf = (by: string, on: Day): string =>
  `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:creator>${escaped(by)}</dc:creator><cp:lastModifiedBy>${escaped(by)}</cp:lastModifiedBy>${['created', 'modified'].map((what) => `<dcterms:${what} xsi:type="dcterms:W3CDTF">${on}T00:00:00Z</dcterms:${what}>`).join('')}</cp:coreProperties>`
