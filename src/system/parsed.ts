import type { Fault } from '../core/problem.ts'
import type { Check } from './checks/check.ts'
import { checkTwice } from './checks/titles.ts'
import { decodedText } from './decoded.ts'
import type { Values } from './extends.ts'
import type { Layer } from './extends-layers.ts'
import type { Tell } from './extends-off.ts'
import { isIndicators, TITLES } from './files.ts'
import { faultAt, type Origins, placeName } from './origins.ts'
import { parse } from './parse.ts'
import { parseTitles } from './titles.ts'
import { isObject } from './values.ts'

/** `whole`: every indicator file could be read, so that an id that is not there is nowhere. */
export type Parsed = { readonly values: Values; readonly lists: readonly object[]; readonly whole: boolean }

export async function parsedAll({ label, files }: Layer, origins: Origins, faults: Fault[]): Promise<Parsed> {
  const fixed = new Map<string, object>()
  const lists: object[] = []
  let whole = true
  for (const [file, bytes] of files) {
    const name = file.slice(label.length)
    const value = await parsedFile(file, name, bytes, origins, faults)
    if (!isIndicators(name)) {
      if (value) fixed.set(name, value)
    } else if (value) lists.push(value)
    else whole = false
  }
  const indicators = lists.flatMap((list) => (Array.isArray(list) ? list.filter(isObject) : []))
  const [system, units, ledgers, denials, laws] = ['system', 'units', 'ledgers', 'denials', 'laws'].map((name) =>
    fixed.get(`${name}.yaml`),
  )
  const titles = fixed.get(TITLES)
  if (titles) checkTwice(telling(origins, faults), titles)
  return { values: { system, units, ledgers, denials, laws, titles, indicators }, lists, whole }
}

async function parsedFile(
  file: string,
  name: string,
  bytes: Buffer,
  origins: Origins,
  faults: Fault[],
): Promise<object | undefined> {
  const source = decodedText(bytes)
  if (source === undefined) {
    faults.push({ file, line: 1, column: 1, message: '文件不是 UTF-8 编码，请用 UTF-8 另存' })
    return undefined
  }
  const parsed = name === TITLES ? parseTitles(file, source, origins) : await parse(file, source, origins)
  faults.push(...parsed.faults)
  if (parsed.faults.length > 0) return undefined
  if (isObject(parsed.value)) return parsed.value
  const message = `文件没有内容，或者不是${isIndicators(name) ? '列表' : '一组“键: 值”'}`
  faults.push({ file, line: 1, column: 1, message })
  return undefined
}

export const telling = (origins: Origins, faults: Fault[]): Pick<Check, 'tell' | 'place'> & { tell: Tell } => ({
  tell: (holder, at, message, part) => faults.push(faultAt(origins, holder, at, message, part)),
  place: (holder, at) => placeName(origins, holder, at),
})
