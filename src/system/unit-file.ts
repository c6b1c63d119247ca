import { lstat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Place } from '../core/place.ts'
import { type Fault, faultLine, UserError } from '../core/problem.ts'
import type { IndicatorSystem } from '../core/system.ts'
import { type Mapping, UNIT_FILE, type UnitFile } from '../core/unit-file.ts'
import { checkUnitFile } from './checks/unit-file.ts'
import type { KeyName } from './convert.ts'
import { bytesOf } from './files.ts'
import { faultAt, inOrder, type Origins } from './origins.ts'
import { parse } from './parse.ts'
import { CHINESE_KEYS, type RawPattern, type RawUnitFile, unitFileSchema } from './schemas/unit-file.ts'
import { validator } from './validate.ts'
import { isObject } from './values.ts'

/**
 * What the unit says of its own package; null where it says nothing. With a system, whatever the file names (indicators,
 * rules, materials, parameters, the unit) has to exist there. A UserError tells all faults at once.
 */
export async function loadUnitFile(folder: string, system?: IndicatorSystem): Promise<UnitFile | null> {
  const source = await sourceIn(folder)
  if (source === null) return null
  const origins: Origins = new Map()
  const { value, faults } = await parse(UNIT_FILE, source, origins, keyName)
  if (faults.length > 0) throw faulty(faults)
  // A file of comments only says nothing.
  if (value === null) return null
  if (!isObject(value)) throw faulty([{ file: UNIT_FILE, line: 1, column: 1, message: '内容应为一组“键: 值”' }])
  const validate = await validator(origins, SYNONYMS)
  const validation = validate(SCHEMA, value)
  const all = [...validation.faults, ...(system ? checkUnitFile(system, value, origins) : [])]
  if (all.length > 0 || !isSound(value, validation.tainted)) throw faulty(all)
  return built(value, origins)
}

const SCHEMA = unitFileSchema()
const SYNONYMS = Object.values(CHINESE_KEYS).flatMap((names) => Object.entries(names))

/** Where `files` is a mapping, its keys are paths, whatever they look like. */
const keyName: KeyName = (written, depth, section) => {
  const names = depth === 0 ? CHINESE_KEYS[''] : depth === 1 ? {} : CHINESE_KEYS[section]
  return names && Object.hasOwn(names, written) ? (names[written] ?? written) : written
}

const isSound = (value: object, tainted: ReadonlySet<object>): value is RawUnitFile => !tainted.has(value)

const faulty = (faults: readonly Fault[]): UserError =>
  new UserError(
    [`${UNIT_FILE} 有${faults.length}处错误，请改正后再审核：`, ...inOrder(faults).map(faultLine)].join('\n'),
    inOrder(faults),
  )

async function sourceIn(folder: string): Promise<string | null> {
  const path = join(folder, UNIT_FILE)
  if (!(await lstat(path).catch(missing))) return null
  const content = await bytesOf(path)
  if (typeof content === 'string') throw faulty([{ file: UNIT_FILE, message: content }])
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content)
  } catch (cause) {
    throw new UserError(
      `${UNIT_FILE} 不是 UTF-8 编码，请用 UTF-8 另存`,
      [{ file: UNIT_FILE, message: '不是 UTF-8 编码，请用 UTF-8 另存' }],
      { cause },
    )
  }
}

function missing(error: unknown): null {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
  throw error
}

function built({ unit, files, declarations, answers, parameters }: RawUnitFile, origins: Origins): UnitFile {
  const at = (item: object): Place => ({ file: UNIT_FILE, cell: `第${faultAt(origins, item, null, '').line}行` })
  return {
    unit,
    files: mappings(files, origins),
    declarations: declarations.map((item) => ({ ...item, indicator: String(item.indicator), at: at(item) })),
    answers: answers.map((item) => ({ ...item, at: at(item) })),
    parameters: parameters.map((item) => ({ ...item, name: item.name || item.id })),
  }
}

function mappings(files: RawUnitFile['files'], origins: Origins): Mapping[] {
  const lineOf = (holder: object, at: string | number) => faultAt(origins, holder, at, '', 'key').line ?? 1
  if (isList(files))
    return files.map(({ file, indicators, material }, index) => ({
      pattern: pathOf(file),
      indicators: idsOf(indicators),
      material,
      line: lineOf(files, index),
    }))
  return Object.entries(files).map(([path, indicators]) => ({
    pattern: pathOf(path),
    indicators: idsOf(indicators),
    material: null,
    line: lineOf(files, path),
  }))
}

const isList = (files: RawUnitFile['files']): files is Extract<RawUnitFile['files'], readonly unknown[]> =>
  Array.isArray(files)

const idsOf = (ids: RawPattern): string[] => [ids].flat().map(String)

/** As evidence is named: with `/`, NFC, from the unit's folder. Clerks copy paths from Windows. */
const pathOf = (path: string): string =>
  path
    .normalize('NFC')
    .replaceAll('\\', '/')
    .replace(/^(?:\.?\/)+/, '')
