import type { Document } from 'yaml'
import type { Fault } from '../core/problem.ts'
import { converted, type KeyName, MAX_DEPTH, type Setting } from './convert.ts'
import type { Origins } from './origins.ts'
import { parserMessage } from './parser-messages.ts'

const MAX_FAULTS = 50

/** `value` is undefined where the file holds no value that can be checked. */
export type Parsed = { readonly value: unknown; readonly faults: readonly Fault[] }

/** YAML to plain values. What they were written as, and where, goes into `origins`. Never throws on a file's content. */
export async function parse(
  file: string,
  source: string,
  origins: Origins,
  keyName: KeyName = asWritten,
): Promise<Parsed> {
  const yaml = await import('yaml')
  const lines = new yaml.LineCounter()
  const document = parsed(() =>
    // The parser's own check for double keys compares each with each, which takes hours on a hostile file.
    yaml.parseDocument(source, { lineCounter: lines, prettyErrors: false, uniqueKeys: false }),
  )
  if (!document || document.errors.some(({ code }) => code === 'RESOURCE_EXHAUSTION'))
    return { value: undefined, faults: [{ file, line: 1, column: 1, message: `嵌套超过${MAX_DEPTH}层` }] }

  const faults: Fault[] = []
  const setting: Setting = {
    yaml,
    document,
    keyName,
    origins,
    file,
    at(offset) {
      const { line, col } = lines.linePos(offset)
      return { line: Math.max(1, line), column: Math.max(1, col) }
    },
    tell(offset, message) {
      const fault = { file, ...setting.at(offset), message }
      if (faults.length < MAX_FAULTS && !faults.some((other) => same(fault, other))) faults.push(fault)
    },
  }
  // After the first trouble the parser guesses, so of what it says again and again only the first is true.
  const troubles = [...document.errors, ...document.warnings]
  // A quote or bracket that is not closed also ends badly indented.
  const codes = new Set<string>(troubles.some(({ code }) => code === 'MISSING_CHAR') ? ['BAD_INDENT'] : [])
  for (const { code, pos } of troubles) {
    const tab = tabBefore(source, pos[0])
    const meant = tab === null ? code : 'TAB_AS_INDENT'
    if (!codes.has(meant)) setting.tell(tab ?? pos[0], parserMessage(meant))
    codes.add(meant).add(code)
  }
  const value = faults.length === 0 ? converted(setting) : undefined
  return { value: faults.length === 0 ? value : undefined, faults }
}

/** A tab in the indent of the line, which the parser mostly reports as something else. */
function tabBefore(source: string, offset: number): number | null {
  const start = source.lastIndexOf('\n', offset - 1) + 1
  const indent = /^[ \t]*/.exec(source.slice(start, start + 200))?.[0] ?? ''
  return indent.includes('\t') ? start + indent.indexOf('\t') : null
}

const asWritten: KeyName = (written) => written

const same = (a: Fault, b: Fault): boolean => a.line === b.line && a.column === b.column && a.message === b.message

/** Deeply nested text overflows the parser's stack; mostly it says so itself, wherever the stack ended. */
function parsed(parse: () => Document.Parsed): Document.Parsed | undefined {
  try {
    return parse()
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}
