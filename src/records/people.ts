import type { Table } from '../core/evidence.ts'
import type { Field, LedgerSpec } from '../core/ledger.ts'
import { plain } from '../language/text.ts'
import { textOf } from './cell.ts'
import type { Head, Header } from './headers.ts'

/** Which person of a list, and what of him: 陈某(2301)、李某(2302) holds four columns in one cell. */
export type Listed = { readonly nth: number; readonly what: 'name' | 'number' }

const LISTED: ReadonlyMap<string, Listed> = new Map([
  ['执法人员1姓名', { nth: 0, what: 'name' }],
  ['执法人员2姓名', { nth: 1, what: 'name' }],
  ['执法人员1证号', { nth: 0, what: 'number' }],
  ['执法人员2证号', { nth: 1, what: 'number' }],
])
const LIST = /^执法人员(?:姓名)?(?:(?:及|和|与)?(?:执法)?证件?(?:号码?|编号)?)?$/u
export const isList = (name: string): boolean => LIST.test(name)

const NUMBERED = /\d{5}/
const LONGEST = 120

/** One column that lists the officers stands for those of each; the ledger's own columns go first. */
export function withPeople(
  columns: Map<string, Head>,
  { heads, last }: Header,
  spec: LedgerSpec,
  table: Table,
): Map<string, Head> {
  const wanted = spec.columns.map(({ name }) => name).filter((name) => LISTED.has(name))
  if (wanted.length < 4 || wanted.some((name) => columns.has(name))) return columns
  const taken = new Set(columns.values())
  const list = heads.filter((head) => !taken.has(head) && head.names.some(isList))
  const [head] = list
  if (!head || list.length > 1) return columns
  const numbered = table.rows.slice(last + 1).some(({ values }) => NUMBERED.test(textOf(values[head.column])))
  for (const name of wanted) if (numbered || LISTED.get(name)?.what === 'name') columns.set(name, head)
  return columns
}

/** The columns that share one head as a list of people. */
export function listedIn(columns: ReadonlyMap<string, Head>): ReadonlyMap<string, Listed> {
  const [first, second] = ['执法人员1姓名', '执法人员2姓名'].map((name) => columns.get(name))
  if (!first || first !== second) return new Map()
  return new Map([...LISTED].filter(([name]) => columns.get(name) === first))
}

const LABELS = /(?:主办|协办|承办|执法|办案)(?:人员?)?\s*:|(?:行政)?(?:执法)?证件?(?:号码?|编号)\s*:?|执法证\s*:?/gu
const PERSON = /([\p{Script=Han}·]{2,8})\s*\(?\s*([A-Za-z\p{Script=Han}]?[\dA-Za-z-]{5,20})?\s*\)?/gu
const BODY = /[队所局科股室站组等]$/u

/** Who stands in the cell. A team, or names run together, tells nobody how many they are. */
export function personIn(value: string, { nth, what }: Listed): Field {
  const unreadable: Field = { state: 'unreadable', text: value }
  if (value.length > LONGEST) return unreadable
  const text = plain(value).replace(LABELS, ' ').trim()
  if (text.replace(PERSON, '').replace(/[\s、,;/()]/gu, '') !== '') return unreadable
  const people = [...text.matchAll(PERSON)]
  if (people.length === 0 || people.some(([, name]) => (name!.length > 4 && !name!.includes('·')) || BODY.test(name!)))
    return unreadable
  const said = people[nth]?.[what === 'name' ? 1 : 2]
  return said === undefined ? { state: 'blank', text: '' } : { state: 'text', text: said }
}
