import type { Blank } from '../../../core/fact.ts'
import type { Document } from '../../../core/package.ts'
import { genreEnding } from '../../../language/genres.ts'
import { paperWord } from '../../../language/paper-words.ts'
import { bare } from '../../../language/text.ts'
import { wordLists } from '../../../language/words.ts'
import { isClearText } from '../papers.ts'
import { isBlankForm } from './blank-form.ts'
import type { Flaw } from './flaw.ts'

/**
 * Not signed, not concluded or not dated: a blank signing block, a form without its result, an official text that ends
 * without anybody's name. A printed label that nobody filled in is proof where the day is open too; on a scan a
 * signature may be a picture, and a seal beside each party means that all of them signed.
 */
export function unsigned(document: Document): Flaw | undefined {
  const { facts } = document
  const { blanks, title, issuer, issued, seals } = facts
  if (isBlankForm(document)) return undefined
  const [names, days, results] = (['name', 'day', 'result'] as const).map((what) =>
    blanks.filter((blank) => blank.what === what),
  ) as [Blank[], Blank[], Blank[]]
  const isSigned = issuer !== null && issued !== null
  if (!isSigned && names.length + results.length > 0 && (days.length > 0 || !issued)) {
    const bySeal = (seals?.length ?? 0) >= 2
    return {
      kind: 'unsigned',
      sure: !bySeal && days.length > 0,
      words: `${labelsOf([...results, ...names])}空白${days.length > 0 ? '，日期未填' : ''}`,
      at: [...results, ...names, ...days].map(({ at }) => at),
    }
  }
  const bounded = title !== null && isBounded(title.value)
  if (bounded && !isSigned && names.length >= 2 && seals === null && isClearText(document))
    return { kind: 'unsigned', sure: false, words: `${labelsOf(names)}空白`, at: names.map(({ at }) => at) }
  // 评估组组长(签字): and 评估组成员(签字): with a day under them, and nobody's name anywhere.
  if (
    issuer === null &&
    names.length >= 2 &&
    names.every(({ label }) => SIGNED.test(label)) &&
    seals === null &&
    isClearText(document)
  )
    return { kind: 'unsigned', sure: false, words: `${labelsOf(names)}空白`, at: names.map(({ at }) => at) }
  return open(document) ?? nameless(document)
}

const SIGNED = new RegExp(paperWord('signedBy'), 'u')
const SHORTEST_ACCOUNT = 100

/** An account of what was done that nobody signed and that bears no day: who wrote it, and when, stands nowhere. */
function nameless(document: Document): Flaw | undefined {
  const { path, format } = document.evidence
  const { title, issuer, issued, number, acts, cited } = document.facts
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/u, '')
  const isAccount = new RegExp(`${paperWord('accountEnds')}$`, 'u').test(bare(title?.value ?? name))
  if (!isAccount || document.partOf || issuer || issued || number || acts.length + cited.length > 0) return undefined
  const length = document.evidence.passages.reduce((sum, { text }) => sum + text.length, 0)
  if (length < SHORTEST_ACCOUNT || !WRITTEN.has(format) || !isClearText(document)) return undefined
  return { kind: 'unsigned', sure: false, words: '没有落款单位，也没有日期', at: [{ file: path }] }
}

const WRITTEN: ReadonlySet<string> = new Set(['docx', 'doc', 'wps', 'pdf'])

/** 特此说明 and then nothing: neither who nor when, or who and not when. */
function open(document: Document): Flaw | undefined {
  const { blanks, addressee, closing, issuer, issued, number } = document.facts
  if (issued) return undefined
  const day = blanks.find(({ what }) => what === 'day')
  const end = closing ?? (day ? null : addressee)
  if (!end && !day) return undefined
  // A text of rules is dated by the notice that issues it.
  if (!day && isRules(document)) return undefined
  const sure = day !== undefined || (closing !== null && isClearText(document))
  const at = [day?.at ?? closing?.at ?? addressee?.at ?? { file: document.evidence.path }]
  // What bears a number was issued on some day.
  if (issuer && number && !day)
    return { kind: 'unsigned', sure: false, words: `有文号“${number.value}”，落款没有日期`, at }
  if (issuer || day || closing?.why)
    return {
      kind: 'undated',
      sure: sure && day !== undefined,
      words: '落款没有日期',
      at,
    }
  return { kind: 'unsigned', sure, words: '没有落款单位，也没有日期', at }
}

function isRules({ facts: { title }, evidence }: Document): boolean {
  const name = bare(title?.value ?? evidence.path.slice(evidence.path.lastIndexOf('/') + 1).replace(/\.[^.]*$/u, ''))
  return ['制度', '方案', '预案', '清单', '台账', '名册', '目录'].includes(genreEnding(name) ?? '')
}

const labelsOf = (blanks: readonly Blank[]): string =>
  [...new Set(blanks.map(({ label }) => `“${label}”`))].slice(0, 4).join('、')

const isBounded = (title: string): boolean =>
  (wordLists('signing').get('bounded') ?? []).some((word) => title.includes(word))
