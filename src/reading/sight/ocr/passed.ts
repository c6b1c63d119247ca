import type { Note } from '../../../core/evidence.ts'
import type { ProblemCode } from '../../../core/problem.ts'
import { note } from '../../reader.ts'

/** Pages on which two processes ended, by what ended them. */
export type Passed = ReadonlyMap<number, ProblemCode>

const WHY: Partial<Record<ProblemCode, string>> = {
  'timed-out': '读取用时过长',
  'out-of-memory': '读取时内存不足',
}

/** The other pages are read; these are told. */
export function passedNotes(passed: Passed, total: number): Note[] {
  return [...new Set(passed.values())].map((code) => {
    const pages = [...passed].flatMap(([page, why]) => (why === code ? page : [])).sort((a, b) => a - b)
    const shown = pages.slice(0, 20).join('、') + (pages.length > 20 ? `等${pages.length}` : '')
    const rest = pages.length < total ? '，其余各页已读取' : ''
    const told = `第${shown}页${WHY[code] ?? '使读取程序意外退出'}，没有读取${rest}：请把这些页单独另存后放入，或由人工核对`
    return note(code, told, { page: pages[0]! })
  })
}
