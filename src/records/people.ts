import type { Field } from '../core/ledger.ts'
import { cellWord } from '../language/cell-words.ts'
import { plain } from '../language/text.ts'
import { vocabulary } from './vocabulary.ts'

/** Which person of a list, and what of him: 陈某(2301)、李某(2302) holds four columns in one cell. */
export type Listed = { readonly nth: number; readonly what: 'name' | 'number'; readonly alone?: boolean }

const LONGEST = 120

const LABELS = new RegExp(
  `${cellWord('officers')}${cellWord('persons')}?\\s*:|${cellWord('cardOf')}?${cellWord('cards')}${cellWord('cardNumbers')}\\s*:?|${cellWord('ownCards')}\\s*:?`,
  'gu',
)
const PERSON = /([\p{Script=Han}·]{2,8})\s*\(?\s*([A-Za-z\p{Script=Han}]?[\dA-Za-z*-]{5,20})?\s*\)?/gu
// 李某(综合执法大队 - 2301): the office says nothing that is asked for.
const OFFICE = /(?<=[(（\s])[\p{Script=Han}]{2,16}\s*[-—–:]\s*(?=[A-Za-z\p{Script=Han}]?[\dA-Za-z*-]{5,20}\s*\))/gu
const BODY = /[队所局科股室站组等]$/u
// 杜某(带协管员王某), 杜某(协管员王某陪同): who is noted is another one.
const BESIDE = new RegExp(`^[带和同及与]|${cellWord('accompanied')}$`, 'u')
// 柳某(协管员), (区农业农村局)彭某: what is said of a person, and no person.
const NOTED = /([\p{Script=Han}·]{2,8})?\s*\(([\p{Script=Han}、]{2,16})\)/gu

// 2名(甲、乙), 甲、乙(均不兼其他工作): how many they are, what is said of them all, and how many of
// others came along (区市场监管局另派2人), are no persons.
const COUNTED = /^\s*\d{1,2}\s*[名人位]\s*[:(]([^()]{2,60})\)?\s*$/u
const OF_ALL = new RegExp(
  `\\((?:${cellWord('ofAll')}[\\p{Script=Han}、]{1,20}|[\\p{Script=Han}]{3,16}\\d{1,2}[人名])\\)`,
  'gu',
)

/** Whether a word says that somebody only helps and has no certificate. */
export const isAssistant = (text: string): boolean => assistantWords().some((word) => text.includes(word))

const assistantWords = (): readonly string[] =>
  vocabulary().lexicon.objects.find(({ id }) => id === '辅助人员')?.words ?? []

// 杨克勤 苟玉春: blanks of one name (张 三) stand beside single signs.
const NAME = '[\\p{Script=Han}·]{2,4}'
const BETWEEN = new RegExp(`(?<=(?:^|[\\s、,，;；/)）])${NAME})[^\\S\\n]+(?=${NAME}(?:$|[\\s、,，;；/(（]))`, 'gu')

/** A list of persons without those who are noted as assistants, and without notes of where others are from. */
export const officersIn = (text: string): string =>
  plain(text.replace(BETWEEN, '、')).replace(NOTED, (all, name: string | undefined, note: string) =>
    isAssistant(note) ? (BESIDE.test(note) ? `${name ?? ''} ` : ' ') : BODY.test(note) ? `${name ?? ''} ` : all,
  )

/** Who is noted as an assistant in a list of persons. */
export const assistantsIn = (text: string): string[] =>
  [...plain(text).matchAll(NOTED)].flatMap(([, name, note]) =>
    name && note && isAssistant(note) && !BESIDE.test(note) ? [name] : [],
  )

/** The numbers of persons who are named in another column: H0800**11、H0800**12. */
function numberIn(value: string, nth: number): Field {
  const numbers = plain(value)
    .split(/[、,;/\s]+/)
    .filter(Boolean)
  const said = numbers[nth]
  if (numbers.length > 9 || numbers.some((number) => !/\d/.test(number))) return { state: 'unreadable', text: value }
  return said === undefined ? { state: 'blank', text: '' } : { state: 'text', text: said }
}

/** The names that a cell lists; empty where it is not sure that they are all persons. */
export function namesIn(value: string): string[] {
  const names: string[] = []
  for (let nth = 0; nth < 20; nth++) {
    const { state, text } = personIn(value, { nth, what: 'name' })
    if (state !== 'text') return state === 'blank' ? names : []
    names.push(text)
  }
  return names
}

/** Who stands in the cell. A team, or names run together, tells nobody how many they are. */
export function personIn(value: string, { nth, what, alone }: Listed): Field {
  const unreadable: Field = { state: 'unreadable', text: value }
  if (value.length > LONGEST) return unreadable
  if (alone) return numberIn(value, nth)
  const text = officersIn(value.normalize('NFKC').replace(COUNTED, '$1').replace(OF_ALL, ' '))
    .replace(LABELS, ' ')
    .replace(OFFICE, '')
    .trim()
  if (text.replace(PERSON, '').replace(/[\s、,;/()]/gu, '') !== '') return unreadable
  const people = [...text.matchAll(PERSON)]
  if (people.length === 0 || people.some(([, name]) => (name!.length > 4 && !name!.includes('·')) || BODY.test(name!)))
    return unreadable
  const said = people[nth]?.[what === 'name' ? 1 : 2]
  return said === undefined ? { state: 'blank', text: '' } : { state: 'text', text: said }
}
