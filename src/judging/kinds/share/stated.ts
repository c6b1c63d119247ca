import type { Document, Package } from '../../../core/package.ts'
import { comparedTo } from '../../../core/percent.ts'
import type { Place } from '../../../core/place.ts'
import { gap, type Verdict } from '../../../core/verdict.ts'
import { cellWord } from '../../../language/cell-words.ts'
import { plain } from '../../../language/text.ts'
import { type Bound, boundName, shareName } from '../../rows/tally.ts'
import { namesIn } from '../../tables/persons.ts'

/** How the class is called in papers, and the whole that it is a share of. */
export type Called = { readonly named: readonly string[]; readonly among: readonly string[] }

type Stated = {
  readonly part: number
  readonly whole: number
  readonly who: readonly string[]
  readonly title: string
  readonly cites: readonly Place[]
}

/**
 * The unit's latest paper of the indicator that says who or how many are in the class also says of how many, and they are too
 * few: 现有执法人员43名，审核人员为甲、乙，占5%以上. Of several figures the most and the least are taken, whichever is better.
 */
export function statedShort(
  found: Package,
  indicator: string,
  called: Called,
  bound: Bound,
  name: string,
): Verdict<'stated-short'> | undefined {
  const placed = new Set(
    found.matches.filter((one) => one.indicator === indicator && one.material !== null).map(({ file }) => file),
  )
  const papers = found.documents
    .filter(({ evidence, facts }) => placed.has(evidence.path) && facts.drafts.length === 0)
    .flatMap((paper) => statedIn(paper, called) ?? [])
    .toSorted((a, b) => (a.day < b.day ? 1 : -1))
  const [latest] = papers
  if (!latest || latest.whole === 0 || comparedTo(latest.part, latest.whole, bound.percent) >= 0) return undefined
  const { part, whole, who, title, cites } = latest
  const data = {
    name,
    rate: shareName(part, whole),
    part,
    whole,
    bound: boundName(bound),
    title,
    who: who.length > 0 ? `（${who.join('、')}）` : '',
  }
  return gap('stated-short', data, { expected: data.bound, actual: `${data.rate}（${part}/${whole}）`, cites })
}

/** Without anybody of the class a paper says nothing; without the whole it is the latest all the same. */
function statedIn({ evidence, facts }: Document, { named, among }: Called): (Stated & { readonly day: string }) | null {
  const [parts, wholes] = [new Set<string>(), [] as number[]]
  let count = 0
  const cites: Place[] = []
  for (const { text, at } of evidence.passages) {
    const own = plain(text)
    if (WIDER.test(own)) continue
    const [names, numbers, all] = [listedIn(own, named), countedIn(own, named), countedIn(own, among)]
    for (const one of names) parts.add(one)
    count = Math.max(count, ...numbers)
    wholes.push(...all)
    if (names.length + numbers.length + all.length > 0) cites.push({ file: evidence.path, ...at, quote: text })
  }
  const part = Math.max(count, parts.size)
  if (part === 0) return null
  const whole = wholes.length === 0 ? 0 : Math.min(...wholes)
  return { part, whole, who: [...parts], title: facts.title?.value ?? '', cites, day: facts.issued?.value ?? '' }
}

const HEADS = `(?:${cellWord('headcounts')})(?!${cellWord('notHeads')})`
const FILL = `(?:${cellWord('counting')}|:)`
const KIND = `(?:${cellWord('officerKinds')})`
/** 全区执法人员800人 is of others as well. */
const WIDER = new RegExp(cellWord('wider'), 'u')

/** 执法人员现有43名, 43名持证执法人员. */
function countedIn(text: string, words: readonly string[]): number[] {
  const word = `(?:${words.join('|')})`
  const after = new RegExp(`${word}(?:\\([^()]*\\))?${FILL}{0,4}(\\d{1,4})${HEADS}`, 'gu')
  const before = new RegExp(`(\\d{1,4})${HEADS}${KIND}*${word}`, 'gu')
  return [...text.matchAll(after), ...text.matchAll(before)].map(([, figure]) => Number(figure))
}

const NAMES = '\\p{Script=Han}{2,4}(?:[、和]\\p{Script=Han}{2,4})*'

/** 审核人员为3人:甲、乙、丙; 审核人员:甲(主审)、乙. */
export function listedIn(text: string, words: readonly string[]): string[] {
  const word = `(?:${words.join('|')})`
  const list = new RegExp(
    `${word}(?:${FILL}|\\d{1,3}(?:${cellWord('headcounts')})|[(]){1,5}(${NAMES})(?:${cellWord('comrades')})?(?=[(（),。;、]|$)`,
    'gu',
  )
  const bare = text.replace(/(\p{Script=Han}{2,4})\([^()]{0,24}\)(?=[、和,。;]|$)/gu, '$1')
  return [...bare.matchAll(list)].flatMap(([, names = '']) => namesIn(names.replaceAll('和', '、')))
}
