import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { UNITS } from '../fixtures/make/all.ts'
import { selfReportText } from '../fixtures/make/justice/root.ts'
import { PLANTED, TWINS } from '../fixtures/make/planted.ts'

const KEPT = 'fixtures/units'
const KB = 1024

const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort()

const owned = (unit: string): string[] => filesUnder(join(KEPT, unit)).map((file) => `${unit}/${file}`)

describe('the packages under fixtures/units', () => {
  let made = ''
  beforeAll(() => {
    made = mkdtempSync(join(tmpdir(), 'units-'))
    // Another day's clock cannot be set here; another zone and language can, and the making takes seconds.
    const env = { ...process.env, TZ: 'Pacific/Kiritimati', LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' }
    execFileSync(process.execPath, ['--import', 'tsx', 'fixtures/make/all.ts', made], { env })
  })
  afterAll(() => rmSync(made, { recursive: true, force: true }))

  test('are what the script makes, byte for byte, in any time zone and language', () => {
    const kept = Object.keys(UNITS).flatMap(owned).sort()
    expect(filesUnder(made)).toEqual(kept)
    const different = kept.filter((file) => !readFileSync(join(made, file)).equals(readFileSync(join(KEPT, file))))
    expect(different).toEqual([])
  })

  test('are small: no file above 300 KB, all of them below 8 MB', () => {
    const sizes = Object.keys(UNITS)
      .flatMap(owned)
      .map((file) => readFileSync(join(KEPT, file)).length)
    expect(Math.max(...sizes)).toBeLessThan(300 * KB)
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(8 * KB * KB)
  })

  test('state one fixed day as the day of their making', () => {
    const pdfs = Object.keys(UNITS)
      .flatMap(owned)
      .filter((file) => file.endsWith('.pdf'))
    const stated = pdfs.flatMap((file) => readFileSync(join(KEPT, file), 'latin1').match(/\(D:\d{8}/g) ?? [])
    expect(new Set(stated)).toEqual(new Set(['(D:20220731']))
  })
})

describe('what is planted', () => {
  test('lies in files that exist', () => {
    const missing = PLANTED.flatMap(({ unit, files }) => files.filter((file) => !UNITS[unit]?.[file]))
    expect(missing).toEqual([])
  })

  test('has one id each', () => {
    expect(new Set(PLANTED.map(({ unit, id }) => `${unit} ${id}`)).size).toBe(PLANTED.length)
  })

  test('covers every kind of rule that a machine decides', () => {
    const kinds = [
      'absence',
      'content',
      'count',
      'deadline',
      'documents',
      'duration',
      'order',
      'rate',
      'rollup',
      'share',
      'total',
    ]
    expect([...new Set(PLANTED.map(({ kind }) => kind))].sort()).toEqual([...kinds, 'file'].sort())
  })

  test('holds two files twice, so that hashes find them', () => {
    for (const [one, other] of TWINS)
      expect(readFileSync(join(KEPT, '区司法局', one)).equals(readFileSync(join(KEPT, '区司法局', other)))).toBe(true)
  })

  test('includes a 自查报告 just under 2000 signs without 下一步打算', () => {
    const text = selfReportText()
    expect([...text.replace(/\s/g, '')].length).toBeGreaterThan(1900)
    expect([...text.replace(/\s/g, '')].length).toBeLessThan(2000)
    expect(text).not.toMatch(/下一步|下步|今后打算/)
  })
})
