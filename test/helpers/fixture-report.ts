import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { audit } from '../../src/audit/audit.ts'
import { TOOL, version } from '../../src/cli/about.ts'
import type { Report } from '../../src/core/report.ts'
import { loadUnitFile } from '../../src/system/unit-file.ts'
import { alone } from './alone.ts'
import { unitNamed } from './package.ts'
import { gathered } from './readings.ts'
import { shipped } from './shipped.ts'
import { PLACE } from './temporary.ts'

const made = new Map<string, Promise<Report>>()

/** The report of a package under `fixtures/units`, made as the command makes it, but from nothing kept and without OCR. */
export function reportOn(unit: string): Promise<Report> {
  const report = made.get(unit) ?? once(unit)
  made.set(unit, report)
  return report
}

/** Several test files look at the same reports: within one run each is made once, and left where the run's files lie. */
async function once(unit: string): Promise<Report> {
  if (!basename(tmpdir()).startsWith(PLACE)) return make(unit)
  const kept = join(tmpdir(), `report-${unit}.json`)
  return alone(kept, async () => {
    if (existsSync(kept)) return JSON.parse(readFileSync(kept, 'utf8'))
    const report = await make(unit)
    writeFileSync(kept, JSON.stringify(report))
    return report
  })
}

async function make(unit: string): Promise<Report> {
  const folder = `fixtures/units/${unit}`
  const system = await shipped()
  const { evidence, problems } = await gathered(folder, { ocr: 'off', jobs: 0 })
  const unitFile = await loadUnitFile(folder, system)
  return audit({
    system,
    unit: unitNamed(system, unitFile?.unit ?? unit),
    evidence,
    problems,
    unitFile,
    asOf: '2022-07-31',
    clock: '',
    tool: { name: TOOL, version: version() },
  })
}
