import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { run } from '../helpers/run.ts'

// Always at one place, as its path is part of what a report hangs on; begun anew with what the first audit of it kept.
const [home, place] = [mkdtempSync(join(tmpdir(), 'home-')), mkdtempSync(join(tmpdir(), 'unit-'))]
const unit = join(place, '清水镇')
const template = mkdtempSync(join(tmpdir(), 'kept-'))
let first = ''

const lay = () => {
  rmSync(unit, { recursive: true, force: true })
  cpSync('fixtures/units/清水镇/79-人民调解', join(unit, '79-人民调解'), { recursive: true, preserveTimestamps: true })
}

const audit = async (...more: string[]) => {
  const given = ['--ocr', 'off', '--as-of', '2022-07-31', '--format', 'json', '--cache-dir', home, ...more]
  return (await run([unit, ...given])).out
}

beforeAll(async () => {
  lay()
  first = await audit()
  cpSync(home, template, { recursive: true, preserveTimestamps: true })
})

beforeEach(() => {
  lay()
  rmSync(home, { recursive: true, force: true })
  cpSync(template, home, { recursive: true, preserveTimestamps: true })
})

const reports = () =>
  readdirSync(home, { recursive: true, withFileTypes: true })
    .filter(({ name }) => name.endsWith('.report.gz'))
    .map(({ parentPath, name }) => join(parentPath, name))

const MARK = '（上次留下的）'

/** Writes a mark into what is kept: where it is shown, nothing was audited. */
function mark(): void {
  const [path = ''] = reports()
  const text = gunzipSync(readFileSync(path)).toString().replaceAll('人民调解', `人民调解${MARK}`)
  writeFileSync(path, gzipSync(text))
}

test('a folder that nobody touched is not audited twice', async () => {
  expect(await audit()).toBe(first)
  mark()
  expect(await audit()).toContain(MARK)
  expect(reports()).toHaveLength(1)
})

test('half a report is none', async () => {
  const [path = ''] = reports()
  const text = gunzipSync(readFileSync(path)).toString()
  writeFileSync(path, gzipSync(text.slice(0, text.length / 2)))
  expect(await audit()).toBe(first)
})

const [file = ''] = readdirSync('fixtures/units/清水镇/79-人民调解')
const at = (name: string) => join(unit, '79-人民调解', name)

test.each<[string, () => void, string[]]>([
  ['the name of a file', () => renameSync(at(file), at(`再${file}`)), []],
  ['one file less', () => rmSync(at(file)), []],
  ['one file more', () => writeFileSync(at('说明.txt'), '情况说明'), []],
  ['the bytes of a file', () => writeFileSync(at(file), '改了'), []],
  ['an answer of the unit', () => writeFileSync(join(unit, 'audit.yaml'), 'unit: 清水镇\n'), []],
  ['the day', () => {}, ['--as-of', '2022-07-30']],
  ['the rules that are asked', () => {}, ['--only', '79']],
  ['the unit', () => {}, ['--unit', '区司法局']],
  ['how scans are read', () => {}, ['--ocr', 'auto']],
])('%s changed: it is audited anew', async (_, change, more) => {
  mark()
  change()
  expect(await audit(...more)).not.toContain(MARK)
})
