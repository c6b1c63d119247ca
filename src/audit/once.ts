import type { Finding } from '../core/report.ts'

/** Told under another finding of the same matter, and quiet here. */
export const waiting = (one: Finding, waitsFor: string): Finding => ({ ...one, outcome: 'noted', remedy: '', waitsFor })

/** Whether anything is still to be said of it. */
export const isOpen = ({ outcome }: Finding): boolean => outcome === 'gap' || outcome === 'unclear'

/**
 * What a declaration and the papers say against each other is asked once an indicator, what a table does not have once a
 * table, however many rules look for it, two days that stand the wrong way round once a package, and a year's meeting that
 * was held amiss is not missing besides.
 */
export function toldOnce(findings: readonly Finding[]): Finding[] {
  return heldOnce(ordersOnce(columnsOnce(declarationsOnce(claimsOnce(reversedOnce(findings))))))
}

function declarationsOnce(findings: readonly Finding[]): Finding[] {
  const first = new Map<string, string>()
  return findings.map((one) => {
    if (one.key !== 'declaration-contradicted') return one
    const told = first.get(one.indicator)
    if (told !== undefined) return waiting(one, told)
    first.set(one.indicator, one.id)
    return one
  })
}

/** Messages that say of the files they cite that these are no final, signed and dated papers. */
const FLAWED = new Set(['draft', 'unsound', 'undated'])

/** What is wrong with a paper is told where the paper is looked at by itself. */
export function flawedOnce(findings: readonly Finding[]): Finding[] {
  const told = findings.filter((one) => one.kind === 'soundness' && isOpen(one))
  return findings.map((one) => {
    if (one.kind === 'soundness' || !isOpen(one)) return one
    // 《法律顾问聘用合同》 that ran out is one fault, whatever else it could have served.
    const same = one.key === 'unsound' ? told.find(({ data }) => data.paper === one.data.files) : undefined
    if (same) return waiting(one, same.id)
    if (!FLAWED.has(one.key) || one.cites.length === 0) return one
    const here = told.filter(({ indicator }) => indicator === one.indicator)
    const isTold = (file: string) => here.some(({ cites }) => cites.some((cite) => cite.file === file))
    return here[0] && one.cites.every(({ file }) => isTold(file)) ? waiting(one, here[0].id) : one
  })
}

/** A figure that a text claims and the ledger denies is told with the rate that the ledger gives, where that falls short. */
function claimsOnce(findings: readonly Finding[]): Finding[] {
  const told = new Map(
    findings.filter((one) => isOpen(one) && (one.data.claimed ?? '') !== '').map(({ rule, id }) => [rule, id]),
  )
  return findings.map((one) => {
    const whole = one.key === 'claim-differs' ? told.get(one.rule) : undefined
    return whole === undefined || !isOpen(one) ? one : waiting(one, whole)
  })
}

/** Two days that stand the wrong way round are told by the rule on their order; how long it was between them waits for that. */
function reversedOnce(findings: readonly Finding[]): Finding[] {
  const orders = findings.filter((one) => one.key === 'out-of-order' && isOpen(one))
  const key = ({ file, sheet = '', cell = '' }: Finding['cites'][number]) => [file, sheet, cell].join('|')
  return findings.map((one) => {
    if (one.key !== 'reversed' || !isOpen(one) || one.cites.length === 0) return one
    const told = orders.find(({ cites }) => one.cites.every((at) => cites.some((other) => key(other) === key(at))))
    return told ? waiting(one, told.id) : one
  })
}

/** Of a year of which a meeting is told to have been chaired by another, none is said to be missing. */
function heldOnce(findings: readonly Finding[]): Finding[] {
  const held = findings.filter((one) => one.key === 'other-chair' && isOpen(one))
  return findings.map((one) => {
    if (one.key !== 'few' || !isOpen(one) || one.cites.length > 0) return one
    const told = held.find(({ indicator, data }) => indicator === one.indicator && `${data.year}年` === one.data.period)
    return told ? waiting(one, told.id) : one
  })
}

type Asked = { readonly id: string; readonly columns: Set<string> }

/** By indicator and ledger: the first rule that asks for columns speaks, later ones only of others. */
function columnsOnce(findings: readonly Finding[]): Finding[] {
  const asked = new Map<string, Asked[]>()
  return findings.map((one) => {
    const columns = one.lacks?.columns
    if (columns === undefined || !isOpen(one)) return one
    const key = `${one.indicator} ${one.lacks?.ledger ?? ''}`
    const before = asked.get(key) ?? []
    const told = before.find((earlier) => columns.every((column) => earlier.columns.has(column)))
    if (told) return waiting(one, told.id)
    asked.set(key, [...before, { id: one.id, columns: new Set(columns) }])
    return one
  })
}

/**
 * Rows whose days are out of order are told under the rule that asks for just that step (先审核、后审议), and not again under
 * one that asks for the whole procedure, if it has nothing to add: the same rows, days and cells.
 */
function ordersOnce(findings: readonly Finding[]): Finding[] {
  const told = findings.filter((one) => one.kind === 'order' && one.outcome === 'gap')
  return findings.map((one) => {
    if (!told.includes(one)) return one
    const step = told.find(
      (other) =>
        other !== one &&
        other.indicator !== one.indicator &&
        other.data.ledger === one.data.ledger &&
        other.data.rows === one.data.rows &&
        other.data.order !== one.data.order &&
        String(one.data.order ?? '').includes(String(other.data.order ?? '')),
    )
    return step ? waiting(one, step.id) : one
  })
}
