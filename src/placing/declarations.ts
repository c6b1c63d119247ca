import { type Evidence, type Passage, placeOf } from '../core/evidence.ts'
import type { Declaration, Document } from '../core/package.ts'
import type { Place } from '../core/place.ts'
import type { Unit } from '../core/system.ts'
import { deniedIn } from '../language/denied.ts'
import { holdsAny } from '../language/spotter.ts'
import { bare, clipped, plain } from '../language/text.ts'
import { visible } from '../language/visible.ts'
import { oneOf, wordLists } from '../language/words.ts'
import { declaredRows, type Listed } from './declared-tables.ts'
import { indicatorsIn } from './indicator-ids.ts'
import type { Name } from './names.ts'
import type { Outline } from './outline.ts'

/** A paper and the names that it goes under. */
type Subject = { readonly document: Document; readonly names: readonly Name[] }

type Declares = Declaration['declares']

// 无障碍环境建设工作职责 has duties: only a paper that explains their lack denies them.
const NOT_OURS = new RegExp(
  `${oneOf('naming', 'notOurs')}|${oneOf('naming', 'without')}${oneOf('naming', 'thisDuty')}?职[责能权]|${oneOf('naming', 'without')}.{0,8}职[责能权]${oneOf('naming', 'dutyPapers')}|${oneOf('naming', 'notOurDuty')}`,
  'u',
)
const NIL = new RegExp(oneOf('naming', 'nil'), 'u')
const UNDONE = wordLists('naming').get('notDone') ?? []
const NOT_DONE = new RegExp(`${oneOf('naming', 'notDone')}.{0,40}${oneOf('naming', 'notDonePapers')}`, 'u')
const NOTHING = new RegExp(
  `${oneOf('naming', 'nothing')}\\p{Script=Han}{2,24}?${oneOf('naming', 'nothingPapers')}(?:\\d{0,8})$`,
  'u',
)
const NOT_A_STATEMENT = new RegExp(oneOf('naming', 'notStatements'), 'u')

/**
 * What documents of the unit declare: a title or file's name that says 零报告 or 不适用, and lines or rows that list
 * indicators. A file among `keeping` keeps records: its name declares nothing (行政强制措施登记（含零报告年份）). A title
 * that says there was nothing (无重大行政决策事项的说明) speaks for the many indicators it is put under.
 */
export function declarationsIn(
  subjects: readonly Subject[],
  unit: Unit,
  outline: Outline,
  keeping: ReadonlySet<string> = new Set(),
): Declaration[] {
  return subjects.flatMap(({ document, names }) => {
    const titled = titleOf(document, names)
    if (!titled || !isOwn(document, unit)) return []
    const rows = document.partOf === undefined ? declaredRows(document.evidence, outline) : []
    const listed = titled.declares ? [...listedIn(document, outline, titled.declares), ...rows] : rows
    // A document that lists indicators speaks of those, wherever it lies.
    const under = listed.length > 0 ? [] : indicatorsIn(document.partOf ?? document.evidence.path, outline).ids
    const declares = titled.declares ?? (under.length >= MANY && isNothing(names) ? '零报告' : undefined)
    const here =
      declares && !keeping.has(document.evidence.path)
        ? under.map((id) => ({ id, declares, reason: titled.text, at: titled.at }))
        : []
    return [...listed, ...here].map(({ id, ...rest }) => ({ indicator: id, ...rest, ...signed(document) }))
  })
}

/** What the name of a statement ends with. */
export const STATEMENT = new RegExp(`${oneOf('naming', 'statements')}(?:\\d{0,8})$`, 'u')

const MANY = 3

const isNothing = (names: readonly Name[]): boolean =>
  names.some(({ by, bare: name }) => by !== 'heading' && NOTHING.test(name))

/** Unsigned and undated stay visible: whoever judges decides what that is worth. */
const signed = ({ facts: { issuer, issued } }: Document) => ({ by: issuer?.value ?? '', on: issued?.value ?? null })

/** `declares` is undefined where the title only says that it is a statement. */
type Titled = { readonly declares: Declares | undefined; readonly text: string; readonly at: Place }

function titleOf({ evidence, facts }: Document, names: readonly Name[]): Titled | undefined {
  if (facts.drafts.some(({ certainty }) => certainty !== 'weak')) return undefined
  if (names.some(({ by, bare: name }) => by !== 'heading' && NOT_A_STATEMENT.test(name))) return undefined
  const own = names.filter(({ by }) => by !== 'heading')
  const name = own.find((one) => declared(one.bare)) ?? own.find((one) => STATEMENT.test(one.bare))
  if (!name) return undefined
  const at = name.by === 'title' && facts.title ? facts.title.at : { file: evidence.path }
  return { declares: declared(name.bare), text: visible(name.text), at }
}

const declared = (text: string): Declares | undefined =>
  NOT_OURS.test(text) ? '不适用' : isNil(text) ? '零报告' : undefined

// The second pattern takes long to get ready, and few names need it.
const isNil = (text: string): boolean => NIL.test(text) || (holdsAny(text, UNDONE) && NOT_DONE.test(text))

/** Another unit's statement says nothing of this one. A document without issuer counts, as it lies in the unit's folder. */
export function isOwn({ facts: { issuer } }: Document, { name, aliases }: Unit): boolean {
  if (!issuer) return true
  const signer = bare(issuer.value)
  return [name, ...aliases].map(bare).some((own) => own.includes(signer) || signs(signer, own))
}

/** 区司法局 signs as 广元市昭化区司法局; 广元市司法局 and 省司法厅 are others. */
function signs(signer: string, own: string): boolean {
  if (signer.includes(own)) return true
  const local = /^[区县](?=\p{Script=Han}{3})/u.exec(own)
  const at = local ? signer.lastIndexOf(own.slice(1)) : -1
  return at === 0 || (at > 0 && !/[省市厅部]/u.test(signer[at - 1]!))
}

const INDICATOR = oneOf('naming', 'indicators')
const LIST = `((?:\\d{1,3}|[JF]\\d)(?:\\s*(?:[、,和及与]|[-—–~～]+|至)\\s*(?:${INDICATOR}|第)?\\s*(?:\\d{1,3}|[JF]\\d)){0,60})`
const LONGEST = 2000
const SAYS = `[^。;、,\\d\\n]{0,30}?(?:${oneOf('naming', 'listedNotOurs')}|(${oneOf('naming', 'listedNil')}))`
// 第3项工作 is no indicator: after 第 the word 指标 has to follow.
const LINES = [
  `${INDICATOR}\\s*${LIST}\\s*[项号]?${SAYS}`,
  `第\\s*${LIST}\\s*[项号]?${oneOf('naming', 'thirdLevel')}?${INDICATOR}${SAYS}`,
].map((line) => new RegExp(line, 'giu'))

// A list in brackets heads what is said of it: 二、政策承诺补偿类(第15项)。创建周期内未发生……
const HEADED = new RegExp(
  `[((]\\s*${oneOf('naming', 'concerning')}?${oneOf('naming', 'thirdLevel')}?${INDICATOR}?\\s*第?\\s*${LIST}\\s*(?:项|号|条)?${oneOf('naming', 'thirdLevel')}?${INDICATOR}?\\s*[))]`,
  'giu',
)
const SERIAL = /\d{1,3}|[JF]\d/gu

/** 指标5、17、19不适用 in the text of such a document. */
function listedIn({ evidence }: Document, { branches }: Outline, declares: Declares): Listed[] {
  const found = new Map<string, Listed>()
  const { text, at } = joined(evidence)
  for (const { index, 0: sentence, 1: list, 2: nil } of mentions(text)) {
    const own: Declares = nil ? '零报告' : '不适用'
    const [said, reason] = [visible(sentence), reasonAfter(text, index + sentence.length)]
    for (const id of idsIn(list!))
      if (branches.has(id) && !found.has(id))
        found.set(id, { id, declares: own, reason: reason || said, at: { ...at(index), quote: clipped(said, 120) } })
  }
  for (const one of headedIn(text)) {
    for (const id of idsIn(one.list))
      if (branches.has(id) && !found.has(id))
        found.set(id, { id, declares, reason: one.said, at: { ...at(one.index), quote: clipped(one.said, 120) } })
  }
  return [...found.values()]
}

type Headed = { readonly list: string; readonly index: number; readonly said: string }

/** Lists in brackets, each with what is said up to the next one; where nothing is denied there, it declares nothing. */
function headedIn(text: string): Headed[] {
  const heads = [...text.matchAll(HEADED)]
  return heads.flatMap(({ index, 0: whole, 1: list }, nth): Headed[] => {
    const end = Math.min(heads[nth + 1]?.index ?? text.length, index + whole.length + 600)
    const said = text.slice(index + whole.length, end).replace(/^[。.:,、\s]+/u, '')
    const denies = said.split(/[。;\n]/u).some((sentence) => deniedIn(sentence).length > 0)
    return denies ? [{ list: list!, index, said: visible(clipped(said, 80)) }] : []
  })
}

/** 1、2、17—20 → 1, 2, 17, 18, 19, 20. */
function idsIn(list: string): string[] {
  const ids: string[] = []
  const text = list.toUpperCase()
  let end = 0
  for (const { 0: id, index } of text.matchAll(SERIAL)) {
    const from = Number(ids.at(-1))
    const isRange = ids.length > 0 && /[-—–~～至]/u.test(text.slice(end, index)) && Number(id) > from
    if (isRange) for (let next = from + 1; next < Number(id); next++) ids.push(String(next))
    ids.push(id)
    end = index + id.length
  }
  return ids
}

const REASON = new RegExp(`[:,(]\\s*${oneOf('naming', 'reasonStarts')}?\\s*([^。;\\n()]{4,200})`, 'uy')

/** 不适用:本镇未制定行政规范性文件。 What follows the declaration is why; the list before it is not. */
function reasonAfter(text: string, from: number): string {
  REASON.lastIndex = from
  return visible(clipped(REASON.exec(text)?.[1] ?? '', 80))
}

const mentions = (text: string): RegExpExecArray[] =>
  LINES.flatMap((line) => [...text.matchAll(line)]).sort((a, b) => a.index - b.index)

/** The text in one piece: lines of a page break in the middle of words (零报 / 告), paragraphs do not. */
function joined(evidence: Evidence): { text: string; at: (index: number) => Place } {
  const starts: { readonly start: number; readonly passage: Passage }[] = []
  let text = ''
  for (const passage of evidence.passages.slice(0, LONGEST)) {
    starts.push({ start: text.length, passage })
    text += plain(passage.text.slice(0, 2000)).trim() + (passage.at.page === undefined ? '\n' : '')
  }
  return { text, at: (index) => placeOf(evidence, starts.findLast(({ start }) => start <= index)!.passage) }
}
