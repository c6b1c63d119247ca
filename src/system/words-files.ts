import { join } from 'node:path'
import type { Fault } from '../core/problem.ts'
import { checkWords } from './checks/words.ts'
import { decodedText } from './decoded.ts'
import { bytesOf, namesIn } from './files.ts'
import { inOrder, type Origins } from './origins.ts'
import { parse } from './parse.ts'
import { WORDS_FILES, type WordsFile, wordsSchemas } from './schemas/words.ts'
import { validator } from './validate.ts'
import { isObject } from './values.ts'

/** All that is wrong with the files of `words/` that have a shape, with line and column. */
export async function wordsFaults(folder: string): Promise<readonly Fault[]> {
  const names = (await namesIn(folder)) ?? []
  const origins: Origins = new Map()
  const faults: Fault[] = []
  const validate = await validator(origins)
  const schemas = wordsSchemas()
  const values = new Map<WordsFile, object>()
  for (const name of WORDS_FILES) {
    const file = `${name}.yaml`
    if (!names.includes(file)) {
      faults.push({ file, message: `缺少 ${file}` })
      continue
    }
    const value = await parsed(folder, file, origins, faults)
    if (!value) continue
    const validation = validate(schemas[name], value)
    faults.push(...validation.faults)
    if (validation.faults.length === 0) values.set(name, value)
  }
  return inOrder([...faults, ...checkWords(values, origins)])
}

async function parsed(folder: string, file: string, origins: Origins, faults: Fault[]): Promise<object | undefined> {
  const bytes = await bytesOf(join(folder, file))
  const source = typeof bytes === 'string' ? undefined : decodedText(bytes)
  if (source === undefined) {
    const message = typeof bytes === 'string' ? bytes : '文件不是 UTF-8 编码，请用 UTF-8 另存'
    faults.push({ file, line: 1, column: 1, message })
    return undefined
  }
  const { value, faults: found } = await parse(file, source, origins)
  faults.push(...found)
  if (found.length === 0 && !isObject(value))
    faults.push({ file, line: 1, column: 1, message: '文件没有内容，或者不是一组“键: 值”' })
  return isObject(value) ? value : undefined
}
