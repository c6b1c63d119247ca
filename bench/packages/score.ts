import type { FileResult, Finding, Report } from '../../src/core/report.ts'
import type { Fault, Sheet } from './sheet.ts'

/** Counts of one package; `told` lists every thing that counts against the auditor, in words. */
export type Score = {
  readonly faults: number
  readonly found: number
  readonly asked: number
  readonly missed: number
  readonly gaps: number
  readonly falseGaps: number
  readonly questions: number
  readonly needless: number
  readonly files: number
  readonly placed: number
  readonly wrongCredits: number
  readonly flaws: number
  readonly flawsTold: number
  /** Indicators with a real fault whose every finding says that all is well. */
  readonly falseMet: number
  readonly told: readonly string[]
}

const rowOf = (cell: string | undefined): number => Number(/\d+$/u.exec(cell ?? '')?.[0] ?? Number.NaN)

/** A fault that no file shows, as something missing, is told by any finding of its indicator. */
const cites = ({ cites: places }: Finding, { file, row }: Omit<Fault, 'what'>): boolean =>
  !file || places.some((place) => new RegExp(file, 'u').test(place.file) && (row == null || rowOf(place.cell) === row))

/** Findings and credits against what an examiner concluded. A fault counts as found only where its place is cited. */
export function scoreOf(report: Pick<Report, 'findings' | 'files'>, sheet: Sheet): Score {
  const told: string[] = []
  const of = (outcome: Finding['outcome'], id: string) =>
    report.findings.filter((finding) => finding.outcome === outcome && finding.indicator === id)
  const asking = (id: string) => of('unclear', id).filter(({ kind }) => kind !== 'review')
  const count = { faults: 0, found: 0, asked: 0, missed: 0, falseGaps: 0, needless: 0, questions: 0, falseMet: 0 }
  for (const [id, { truth, ask, gaps = [] }] of Object.entries(sheet.indicators)) {
    for (const fault of gaps) {
      count.faults++
      const how = of('gap', id).some((finding) => cites(finding, fault))
        ? 'found'
        : asking(id).some((finding) => cites(finding, fault))
          ? 'asked'
          : 'missed'
      count[how]++
      if (how !== 'found') told.push(`${how} ${id} ${fault.what}`)
    }
    if (truth === 'clean' || truth === 'none') {
      count.falseGaps += of('gap', id).length
      for (const { rule, message } of of('gap', id)) told.push(`false gap ${id} ${rule} ${message}`)
    }
    count.questions += asking(id).length
    if (!ask) {
      count.needless += asking(id).length
      for (const { rule, message } of asking(id)) told.push(`needless ${id} ${rule} ${message}`)
    }
    const isWell = of('gap', id).length === 0 && of('unclear', id).length === 0 && of('met', id).length > 0
    if (truth === 'gap' && isWell) {
      count.falseMet++
      told.push(`false met ${id}`)
    }
  }
  const papers = papersOf(report.files, sheet, told)
  const flaws = sheet.files ?? []
  const flawsTold = flaws.filter(({ path, flaw }) => {
    const isTold = report.findings.some(
      (finding) =>
        (finding.outcome === 'gap' || finding.outcome === 'unclear') &&
        finding.cites.some(({ file }) => file.includes(path)),
    )
    if (!isTold) told.push(`untold ${flaw} ${path}`)
    return isTold
  }).length
  const gaps = report.findings.filter(({ outcome }) => outcome === 'gap').length
  return { ...count, gaps, ...papers, flaws: flaws.length, flawsTold, told }
}

function papersOf(files: readonly FileResult[], { papers }: Sheet, told: string[]) {
  const count = { files: 0, placed: 0, wrongCredits: 0 }
  for (const [path, { serves = [], mustNot = [] }] of Object.entries(papers ?? {})) {
    if (serves.length === 0) continue
    count.files++
    const file = files.find((one) => one.path === path || one.path.startsWith(`${path}!`))
    const credited = new Set(file?.matches.filter(({ material }) => material).map(({ indicator }) => indicator))
    if (serves.some((id) => credited.has(id))) count.placed++
    else told.push(`unplaced ${path} → ${serves.join(',')}`)
    for (const id of mustNot)
      if (credited.has(id)) {
        count.wrongCredits++
        told.push(`wrong credit ${path} → ${id}`)
      }
  }
  return count
}
