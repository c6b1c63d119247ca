import { existsSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, isAbsolute, relative, resolve, sep } from 'node:path'
import type { Table } from '../core/evidence.ts'
import { UserError } from '../core/problem.ts'
import type { Returned } from '../gaps/back/copy.ts'
import type { Beside } from '../gaps/back/open.ts'
import type { Io } from './io.ts'

/** A list's history lies beside it: 清单.xlsx → 清单.历史.jsonl. */
export const historyBeside = (list: string): string => `${list.replace(/\.[^./\\]+$/, '')}.历史.jsonl`

/** The lists that came back, read as evidence is read: whatever programme saved them, whatever size they state. */
export async function returnedLists(given: readonly string[], io: Io): Promise<Returned[]> {
  const lists: Returned[] = []
  for (const file of given) lists.push({ name: basename(file), tables: await tablesIn(checkedList(file, io), file) })
  const names = lists.map(({ name }) => name)
  // Of two files of one name it must be plain which is meant.
  return lists.map((list, index) =>
    names.indexOf(list.name) === names.lastIndexOf(list.name) ? list : { ...list, name: given[index]! },
  )
}

function checkedList(given: string, { cwd }: Io): string {
  const path = resolve(cwd, given)
  const stats = statSync(path, { throwIfNoEntry: false })
  if (!stats) throw new UserError(`找不到返回的清单“${given}”：请核对路径后重新运行`)
  if (!stats.isFile()) throw new UserError(`--list 的“${given}”不是文件：请指明返回的清单，如 --list 清单-返回.xlsx`)
  return path
}

// A list of five thousand rows is half as large. What is larger is read in a process of its own, which costs a start.
const SMALL = 4_000_000

async function tablesIn(path: string, given: string): Promise<readonly Table[]> {
  const jobs = statSync(path).size > SMALL ? 1 : 0
  const { gatherFile } = await import('../reading/gather.ts')
  const { evidence, problems } = await gatherFile(basename(path).normalize('NFC'), path, { ocr: 'off', jobs })
  const [read] = evidence
  if (!read || read.extent === 'unread' || read.tables.length === 0) {
    const why = problems.find(({ code }) => code !== 'mismatch')?.message ?? '里面没有表格'
    const next = why.includes('请') ? '' : '：请用 WPS 或 Excel 打开核对，另存为 xlsx 后再试'
    throw new UserError(`返回的清单“${given}”不能用：${why}${next}`)
  }
  return read.tables
}

/** The histories that lie beside lists; where a list that is to be written over has none, the one that it carries. */
export async function historiesBeside(
  returned: readonly string[],
  written: readonly string[],
  { cwd }: Io,
): Promise<Beside[]> {
  const own = returned.map((list) => resolve(cwd, list))
  const found: Beside[] = []
  for (const list of new Set([...written, ...own])) {
    const path = historyBeside(list)
    if (existsSync(path)) {
      const lines = readFileSync(path, 'utf8').split('\n')
      found.push({ name: basename(path), lines: lines.filter((line) => line.trim() !== '') })
    } else if (!own.includes(list) && existsSync(list)) found.push(...(await carriedBy(list)))
  }
  return found
}

async function carriedBy(list: string): Promise<Beside[]> {
  const { recordsIn } = await import('../gaps/back/records.ts')
  const lines = recordsIn(await tablesIn(list, basename(list)).catch(() => []))
  return lines ? [{ name: basename(list), lines }] : []
}

/** A list that people have written into is not written over by one that knows nothing of it. */
export async function insistOnNew(path: string): Promise<void> {
  const name = basename(path)
  const again = `请加 --list ${name} 接着做，或换一个文件名`
  if (existsSync(historyBeside(path)))
    throw new UserError(`“${name}”已有整改历史（${basename(historyBeside(path))}），重新生成会丢掉：${again}`)
  if (!existsSync(path)) return
  const { isWrittenIn } = await import('../gaps/back/written-in.ts')
  const tables = await tablesIn(path, name).catch(() => [])
  if (isWrittenIn({ name, tables })) throw new UserError(`“${name}”里有人填过内容，重新生成会丢掉：${again}`)
}

/** From where a list will lie to the folder of evidence, as a link; empty where there is no way. */
export function wayTo(folder: string, list: string): string {
  const way = relative(dirname(list), folder)
  if (isAbsolute(way)) return ''
  return way === '' ? './' : `${way.split(sep).map(encodeURIComponent).join('/')}/`
}
