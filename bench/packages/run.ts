import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Report } from '../../src/core/report.ts'
import { type Score, scoreOf } from './score.ts'
import { isSheet } from './sheet.ts'

/**
 * Audits every labelled package of a folder with the built programme and prints one line each, and a sum.
 * `npm run bench:packages -- FOLDER [--list]`: with --list, everything that counts against the auditor.
 */
const [folder, ...flags] = process.argv.slice(2)
if (!folder) {
  console.error('Usage: npm run bench:packages -- FOLDER [--list]   (FOLDER/<unit>/{sheet.json, package/<unit>/})')
  process.exit(2)
}
const scores: Score[] = []
for (const unit of readdirSync(folder).sort()) {
  const sheetFile = join(folder, unit, 'sheet.json')
  if (!existsSync(sheetFile)) continue
  const sheet: unknown = JSON.parse(readFileSync(sheetFile, 'utf8'))
  if (!isSheet(sheet)) {
    console.error(`${sheetFile}: not a sheet: unit, indicators and papers are needed`)
    process.exitCode = 2
    continue
  }
  const report = audited(join(folder, unit, 'package', sheet.unit), sheet.unit, sheet.asOf)
  if (!report) continue
  const score = scoreOf(report, sheet)
  scores.push(score)
  console.log(lineOf(unit, score))
  if (flags.includes('--list')) for (const line of score.told) console.log(`    ${line}`)
}
if (scores.length > 1) console.log(lineOf('all', summed(scores)))

function audited(path: string, unit: string, asOf: string): Report | undefined {
  const args = ['bin/audit.js', path, '--unit', unit, '--as-of', asOf, '--format', 'json', '--progress', 'none']
  const { stdout, stderr, status } = spawnSync('node', args, { encoding: 'utf8', maxBuffer: 1 << 29 })
  try {
    return JSON.parse(stdout)
  } catch {
    console.error(`${unit}: no report (exit ${status}) ${stderr.slice(0, 300)}`)
    process.exitCode = 2
    return undefined
  }
}

function summed(all: readonly Score[]): Score {
  const keys = Object.keys(all[0]!).filter((key): key is Exclude<keyof Score, 'told'> => key !== 'told')
  const sum = Object.fromEntries(keys.map((key) => [key, all.reduce((total, one) => total + one[key], 0)]))
  return { ...all[0]!, ...sum, told: [] }
}

function lineOf(name: string, o: Score): string {
  const met = o.falseMet > 0 ? `, false met ${o.falseMet}` : ''
  return `${name}: faults ${o.faults} = found ${o.found} + asked ${o.asked} + missed ${o.missed}${met}; gaps ${o.gaps}, false ${o.falseGaps}; questions ${o.questions}, needless ${o.needless}; placed ${o.placed}/${o.files}, wrong credits ${o.wrongCredits}; flaws told ${o.flawsTold}/${o.flaws}`
}
