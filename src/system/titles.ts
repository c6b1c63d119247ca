import type { Fault } from '../core/problem.ts'
import type { Entry, Origins, Position } from './origins.ts'
import type { Parsed } from './parse.ts'
import { quoted } from './words.ts'

const HEAD = ['题名', '指标']
/** What is longer is a sentence out of a paper. */
const LONGEST = 120
const MAX_FAULTS = 50

/** Nothing is left of a line of which something is told. */
type Tell = (at: Position, message: string) => undefined
type Cell = { readonly text: string; readonly column: number }

/** One title a line, behind a tab the ids that it speaks for; as plain values whose places are in `origins`, like a YAML file's. */
export function parseTitles(file: string, source: string, origins: Origins): Parsed {
  const faults: Fault[] = []
  const tell: Tell = (at, message) => {
    if (faults.length < MAX_FAULTS) faults.push({ file, ...at, message })
    return undefined
  }
  const [head = '', ...lines] = source.split(/\r\n|\n|\r/)
  if (
    cellsOf(head)
      .map(({ text }) => text)
      .join() !== HEAD.join()
  )
    tell({ line: 1, column: 1 }, '第一行应为表头：“题名”，按一下 Tab，“指标”')
  const titles = lines.flatMap((line, index) =>
    line.trim() === '' ? [] : (itemOf(file, index + 2, cellsOf(line), origins, tell) ?? []),
  )
  origins.set(titles, { file, at: { line: 1, column: 1 }, entries: new Map() })
  const value = { titles }
  origins.set(value, { file, at: { line: 1, column: 1 }, entries: new Map() })
  return { value: faults.length === 0 ? value : undefined, faults }
}

function itemOf(file: string, line: number, cells: readonly Cell[], origins: Origins, tell: Tell): object | undefined {
  const [title, last, more] = cells
  const at = { line, column: 1 }
  if (!title || title.text === '') return tell(at, '题名是空的')
  if (!last) return tell(at, '缺少第二格：题名后按一下 Tab 再写指标号；什么也不证明的题名，Tab 后留空')
  if (more) return tell({ line, column: more.column }, '多了一个 Tab：一行只有题名、指标两格')
  const length = [...title.text].length
  if (length > LONGEST) return tell(at, `题名有${length}个字，超过${LONGEST}个，像是正文，请只写题名`)
  const parts = partsOf(last)
  const twice = parts.find(({ text }, index) => parts.findIndex((other) => other.text === text) < index)
  if (twice) return tell({ line, column: twice.column }, `指标${quoted(twice.text)}写了两次`)
  const entryAt = (name: string, value: Position, written: string): Entry => ({ file, name, key: at, value, written })
  const ids = parts.map(({ text }) => text)
  const places = parts.map(({ text, column }, index) => [index, entryAt('', { line, column }, text)] as const)
  origins.set(ids, { file, at: { line, column: last.column }, entries: new Map(places) })
  const item = { title: title.text, ids }
  const entries = new Map([
    ['title', entryAt('题名', at, title.text)],
    ['ids', entryAt('指标', { line, column: last.column }, last.text)],
  ])
  origins.set(item, { file, at, entries })
  return item
}

/** Table programmes put what holds a comma or a quotation mark into quotation marks. */
function cellsOf(line: string): Cell[] {
  let column = 1
  return line.split('\t').map((written) => {
    const cell = { text: unquoted(written.trim()).normalize('NFC'), column }
    column += written.length + 1
    return cell
  })
}

const unquoted = (text: string): string =>
  text.length >= 2 && text.startsWith('"') && text.endsWith('"') ? text.slice(1, -1).replaceAll('""', '"').trim() : text

const partsOf = ({ text, column }: Cell): Cell[] =>
  [...text.matchAll(/[^、，,；;\s]+/gu)].map(({ 0: id, index }) => ({ text: id, column: column + index }))
