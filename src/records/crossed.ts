import type { Row, Table, Value } from '../core/evidence.ts'
import { cellWord } from '../language/cell-words.ts'
import { bare, plain } from '../language/text.ts'
import { wordLists } from '../language/words.ts'
import { textOf } from './cell.ts'
import { signs } from './custom.ts'
import { vocabulary } from './vocabulary.ts'

const NAME = /^[\p{Script=Han}·]{2,4}$/u
const SEARCHED = 8
const FEWEST = 2

/**
 * Hours with a column for each person, turned: a row for each of them, of the sum where the table has one. Undefined where
 * its heads are not persons, or nothing over it says that it counts hours.
 */
export function uncrossed(table: Table, names: readonly string[]): Table | undefined {
  const counted = attributesIn(names)
  if (!counted) return undefined
  for (const [at, row] of table.rows.slice(0, SEARCHED).entries()) {
    const below = table.rows.slice(at + 1)
    const people = personsIn(row, below)
    if (people.length < FEWEST) continue
    const sum = below.find((one) => isSum(one))
    const data = sum ? [sum] : below.filter((one) => !isSum(one))
    const turned = people.flatMap(({ column, name }) =>
      data.flatMap(({ index, values }): Row[] => {
        const hours = figureIn(values[column] ?? null)
        return hours === undefined ? [] : [{ index, values: [name, hours], of: column }]
      }),
    )
    return {
      ...table,
      merges: [],
      rows: [...table.rows.slice(0, at), { index: row.index, values: ['姓名', counted] }, ...turned],
    }
  }
  return undefined
}

/** What the names over a table say that it counts. */
const attributesIn = (names: readonly string[]): string | undefined =>
  HOURS.find((word) => names.some((name) => plain(name).includes(word)))

const HOURS = wordLists('cells').get('hours') ?? []
const FIGURE = new RegExp(`^\\d{1,4}(?:\\.\\d{1,2})?${cellWord('hours')}?$`, 'u')

/** Short heads that no word explains, over figures. */
function personsIn({ values }: Row, below: readonly Row[]): { readonly column: number; readonly name: string }[] {
  return values.flatMap((value, column) => {
    const name = bare(textOf(value))
    if (!NAME.test(name) || !isUnknown(name)) return []
    return below.some((row) => figureIn(row.values[column] ?? null) !== undefined) ? [{ column, name }] : []
  })
}

function isUnknown(label: string): boolean {
  const { attributes, events, objects } = vocabulary().parts([label])
  return attributes.length + events.length + objects.length === 0
}

function isSum({ values }: Row): boolean {
  const first = values.find((value) => textOf(value) !== '')
  return first !== undefined && signs('total').has(bare(textOf(first)))
}

function figureIn(value: Value): number | undefined {
  const text = plain(textOf(value)).trim()
  return FIGURE.test(text) ? Number.parseFloat(text) : undefined
}
