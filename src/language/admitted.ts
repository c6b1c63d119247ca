import { wordLists } from './words.ts'

let known: RegExp | undefined

function pattern(): RegExp {
  const lists = wordLists('acts')
  const of = (name: string): string => (lists.get(name) ?? []).toSorted((a, b) => b.length - a.length).join('|')
  known ??= new RegExp(`(?:${of('lacking')})[^,。;:、]{0,6}(?:${of('building')})`, 'u')
  return known
}

/** Before it these ask, or speak of a condition or of others. */
const ASIDE = /是否|有无|如有?|若|对[^,]{0,12}$/u

/** Whether a sentence (plain, without its stop) owns up that something was not done: 数字化归档制度还没有出台. */
export function admits(sentence: string): boolean {
  const found = pattern().exec(sentence)
  return (
    found !== null && !ASIDE.test(sentence.slice(Math.max(0, sentence.lastIndexOf(',', found.index) + 1), found.index))
  )
}
