import { type Day, earliest } from '../core/day.ts'
import type { Denial } from '../core/fact.ts'
import type { Declaration, Document, Match, Nothing } from '../core/package.ts'
import type { Cycle, DenialSpec, Indicator, Material, Unit } from '../core/system.ts'
import { UNIT_FILE } from '../core/unit-file.ts'
import { isNothing, saysNone } from '../language/nothing.ts'
import { spans } from '../language/spans.ts'
import { bare, clipped, pairsIn } from '../language/text.ts'
import { visible } from '../language/visible.ts'
import { oneOf } from '../language/words.ts'
import { isAccount, isDraft, isOfAnother, isStatement } from './accounts.ts'
import { isOwn } from './declarations.ts'
import { namesOf } from './names.ts'

/** What the unit's own papers say there was none of, wherever they are filed. */
export function nothingsOf(documents: readonly Document[], denials: readonly DenialSpec[], unit: Unit): Nothing[] {
  return documents.flatMap((document) => {
    const { facts, evidence, partOf } = document
    if (facts.denials.length === 0 || isDraft(document) || !isOwn(document, unit)) return []
    const accounts = isAccount(document)
    const bound = !isOfAnother(document)
    const [affair] =
      AFFAIR.exec(
        namesOf(document)
          .map(({ bare: name }) => name)
          .join(' '),
      ) ?? []
    return denials.flatMap((of): Nothing[] => {
      if (affair !== undefined && !of.name.includes(affair)) return []
      const heard = facts.denials.filter(
        (one) => (accounts || one.at.cell !== undefined || (bound && ACCOUNT.test(one.heading))) && saysSo(one, of),
      )
      // A sentence that names the matter itself before one that only its heading does.
      const said = heard.find((one) => saysSo({ ...one, heading: '' }, of)) ?? heard[0]
      if (!said) return []
      const { sentence, from, to, at } = said
      return [{ of, file: partOf ?? evidence.path, sentence, from, to, at }]
    })
  })
}

/** 强制、停业情况: a section that gives an account, whatever it is bound to. */
const ACCOUNT = new RegExp(`${oneOf('naming', 'accountSections')}$`, 'u')
/** 政府信息公开年度报告 counts what was appealed against in that affair, and nothing of the others. */
const AFFAIR = new RegExp(oneOf('naming', 'ofOneAffair'), 'u')

const saysSo = (denial: Denial, of: DenialSpec): boolean =>
  denial.scope === '' && denial.clause === '' ? saysNone(denial.sentence, of) : isNothing(denial, of)

/**
 * A paper that is a statement serves the statements of the indicators it answers, wherever it lies, with the sentence for
 * a reason. A report that says so in passing is heard, but is no statement of theirs; nor is what is said of one year, unless
 * others are said of as well.
 */
export function statedBy(
  nothings: readonly Nothing[],
  documents: readonly Document[],
  indicators: readonly Indicator[],
  cycle: Cycle,
  asOf: Day,
): Match[] {
  const stating = new Set(documents.filter(isStatement).map(({ evidence }) => evidence.path))
  const until = earliest([asOf, cycle.to])!
  const covers = (id: string) => {
    const said = nothings.filter(({ of }) => of.id === id)
    return spans(said, cycle.from, until)
  }
  const whole = new Set(nothings.map(({ of }) => of.id).filter(covers))
  const found = new Map<string, Match>()
  for (const { of, file, sentence } of nothings) {
    if (!stating.has(file) || !whole.has(of.id)) continue
    for (const id of [...of.answers, ...of.states]) {
      const indicator = indicators.find((one) => one.id === id)
      const material = indicator && statementFor(indicator, `${of.name}${sentence}`)
      const key = `${file} ${id}`
      if (!material || found.has(key)) continue
      const why = `写明“${clipped(visible(sentence), 60)}”，作为“${material.name}”`
      found.set(key, { file, indicator: id, material: material.id, sure: true, why })
    }
  }
  return [...found.values()]
}

/** A paper that declares for an indicator by its number is the statement of it. */
export function declaredBy(declarations: readonly Declaration[], indicators: readonly Indicator[]): Match[] {
  return declarations.flatMap(({ indicator: id, reason, at, declares }): Match[] => {
    const indicator = indicators.find((one) => one.id === id)
    const material = indicator && statementFor(indicator, reason)
    if (!material || at.file === UNIT_FILE) return []
    const why = `写明指标${id}${declares}：“${clipped(visible(reason), 60)}”`
    return [{ file: at.file, indicator: id, material: material.id, sure: true, why }]
  })
}

/** Of several statements the one whose name speaks most of what is said. */
function statementFor({ materials }: Indicator, words: string): Material | undefined {
  const said = new Set(pairsIn(bare(words)))
  const share = ({ name }: Material) => pairsIn(bare(name)).filter((pair) => said.has(pair)).length
  return materials.filter(({ nature }) => nature === 'statement').toSorted((a, b) => share(b) - share(a))[0]
}
