import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parse } from 'yaml'
import { likeliest, type Mutant, mutantsIn, roomOf, spoiled } from './mutant.ts'

/**
 * How many of the listed mutants the tests nearest to them notice: `npm run bench:mutants [-- part of a path …]`. Works on
 * a copy, so that nothing here is ever spoiled. A mutant whose text is gone from its file is stale and counts as an error.
 */
const asked = process.argv.slice(2)
/** Processor seconds, so that a busy machine notices no mutant. */
const LIMIT = 300
const all = mutantsIn(parse(readFileSync('bench/mutants/list.yaml', 'utf8')))
const mutants = all.filter(({ file }) => asked.length === 0 || asked.some((part) => file.includes(part)))
const copy = mkdtempSync(join(tmpdir(), 'mutants-'))
const LEFT = new Set(['node_modules', '.git', '.cache'])
for (const name of readdirSync('.').filter((entry) => !LEFT.has(entry)))
  cpSync(name, join(copy, name), { recursive: true })
symlinkSync(resolve('node_modules'), join(copy, 'node_modules'))
process.on('exit', () => rmSync(copy, { recursive: true, force: true }))

const paths = [...new Set(mutants.flatMap(({ tests }) => tests))]
if (verdictOf(paths) !== 'survived') {
  console.error(`the tests fail without any mutant: ${paths.join(' ')}`)
  process.exit(2)
}

const tally = new Map<string, { killed: number; of: number }>()
const enter = (room: string, isKilled: boolean) => {
  const { killed, of } = tally.get(room) ?? { killed: 0, of: 0 }
  tally.set(room, { killed: killed + Number(isKilled), of: of + 1 })
}
for (const mutant of mutants) {
  const verdict = tried(mutant)
  console.log(`${verdict.padEnd(8)}  ${mutant.file}  ${mutant.from} → ${mutant.to}`)
  if (verdict === 'stale' || verdict === 'broken') process.exitCode = 2
  else for (const room of [roomOf(mutant), 'all']) enter(room, verdict === 'killed')
}
console.log()
for (const [room, { killed, of }] of tally)
  console.log(`${room.padEnd(10)} ${killed} of ${of} killed, ${((killed / of) * 100).toFixed(0)} %`)

function tried(mutant: Mutant): 'killed' | 'survived' | 'stale' | 'broken' {
  const file = join(copy, mutant.file)
  const source = readFileSync(file, 'utf8')
  const other = spoiled(source, mutant)
  if (other === undefined) return 'stale'
  writeFileSync(file, other)
  const first = likeliest(mutant, filesIn(mutant.tests))
  const soon = first.length > 0 ? verdictOf(first) : 'survived'
  const verdict = soon === 'survived' ? verdictOf(mutant.tests) : soon
  writeFileSync(file, source)
  return verdict
}

function filesIn(places: readonly string[]): string[] {
  return places.flatMap((place) =>
    place.endsWith('.ts')
      ? [place]
      : readdirSync(place, { recursive: true, encoding: 'utf8' })
          .filter((name) => name.endsWith('.test.ts'))
          .map((name) => join(place, name)),
  )
}

/** Broken: the runner ended without saying which tests failed. A run without end is a mutant noticed. */
function verdictOf(tests: readonly string[]): 'killed' | 'survived' | 'broken' {
  // Where vitest.config.ts has it written.
  const told = join(copy, '.cache/tests.json')
  rmSync(told, { force: true })
  const flags = ['--isolate=false', '--pool=threads', '--bail=1']
  const vitest = [process.execPath, 'node_modules/vitest/vitest.mjs', 'run', ...flags, ...tests]
  const run = spawnSync('sh', ['-c', `ulimit -t ${LIMIT}; exec "$@"`, 'sh', ...vitest], { cwd: copy, stdio: 'ignore' })
  if (run.error) return 'broken'
  if (run.signal !== null) return 'killed'
  if (run.status === 0) return 'survived'
  try {
    const report: { numTotalTests: number; success: boolean } = JSON.parse(readFileSync(told, 'utf8'))
    return report.success ? 'broken' : 'killed'
  } catch {
    return 'broken'
  }
}
