import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import glob from 'fast-glob'
import { judging } from './judging.ts'
import { compared, has, median, type Run, timed } from './timing.ts'
import { makeUnit } from './unit.ts'

const AUDIT = 'bin/audit.js'
const node = (...args: string[]) => timed(process.execPath, args)
const ms = (value: number) => `${value.toFixed(0)} ms`

console.log(
  `machine: ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, node ${process.version}; medians, contenders in turn`,
)

const start = compared(9, {
  empty: () => node('-e', '0'),
  version: () => node(AUDIT, '--version'),
  system: () => node(AUDIT, 'indicators', 'show', '28'),
})
console.log('\nstart-up')
console.log(`  node -e 0                  ${ms(start.empty.ms)}`)
console.log(
  `  audit --version            ${ms(start.version.ms)}  ${(start.version.ms / start.empty.ms).toFixed(2)}× (goal ≤ 2×)`,
)
console.log(
  `  the whole system loaded    ${ms(start.system.ms)}  +${ms(start.system.ms - start.empty.ms)} (goal ≤ +150 ms)`,
)

const place = mkdtempSync(join(tmpdir(), 'audit-bench-'))
const unit = join(place, '区司法局')
await makeUnit(unit, 300)
const files = glob.sync('**/*', { cwd: unit, absolute: true })
const audited = (...more: string[]) =>
  node(
    '--require',
    './bench/peak.cjs',
    AUDIT,
    unit,
    '--as-of',
    '2022-07-31',
    '-q',
    '--fail-on',
    'never',
    '--ocr',
    'off',
    ...more,
  )
const cache = join(place, 'cache')
const contenders: Record<string, () => Run> = {
  cold: () => audited('--no-cache'),
  warm: () => audited('--cache-dir', cache),
}
if (has('pdftotext') && has('unzip')) contenders.peer = () => plainLoop(files)
audited('--cache-dir', cache)
const runs = compared(5, contenders)
console.log(`\na unit of ${files.length} mixed files (pdf, docx, xlsx, txt), without OCR`)
for (const [name, run] of Object.entries(runs)) {
  const peak = run.peakMb > 0 ? `, peak ${run.peakMb.toFixed(0)} MB` : ''
  console.log(`  ${name.padEnd(26)} ${ms(run.ms)}  ${((files.length / run.ms) * 1000).toFixed(0)} files/s${peak}`)
}
console.log('  (peer: a plain loop of pdftotext and unzip -p over the same files; goals: cold ≤ 5 s, warm ≤ 0.5 s)')
rmSync(place, { recursive: true })

console.log('\njudging 300,000 ledger rows over all rules of 区市场监管局')
const rounds = [await judging(300_000), await judging(300_000), await judging(300_000)]
console.log(
  `  all, recognition included  ${ms(median(rounds.map(({ total }) => total)))}  (${rounds[0]?.rules} rules; goal ≤ 8 s)`,
)
console.log(`  of processor time          ${ms(median(rounds.map(({ user }) => user)))}`)
for (const [kind] of rounds[0]?.byKind ?? []) {
  const spent = rounds.map(({ byKind }) => byKind.find(([name]) => name === kind)?.[1] ?? 0)
  console.log(`  ${kind.padEnd(26)} ${ms(median(spent))}`)
}

console.log()
await import('./lists.ts')

function plainLoop(paths: readonly string[]): Run {
  const began = performance.now()
  for (const path of paths)
    if (path.endsWith('.pdf')) timed('pdftotext', [path, '-'])
    else if (/\.(docx|xlsx)$/.test(path)) timed('unzip', ['-p', path])
  return { ms: performance.now() - began, peakMb: 0, status: 0, stdout: '' }
}
