import type { Block } from '../../core/block.ts'
import { PROBLEM_CODES, type Problem, type ProblemCode } from '../../core/problem.ts'
import { grouped } from './about.ts'

const UNSEEN: readonly ProblemCode[] = [
  'encrypted',
  'damaged',
  'empty',
  'unsupported',
  'unknown',
  'no-text',
  'not-read',
  'partly',
  'too-large',
  'timed-out',
  'out-of-memory',
  'crashed',
  'no-permission',
]

/** What could not be read, or not wholly: one block for each reason. */
export const unread = (problems: readonly Problem[]): Block[] =>
  grouped(
    problems.filter(({ code, file }) => file !== undefined && UNSEEN.includes(code)),
    ({ code, message }) => `${code} ${alike(message)}`,
  ).flatMap((same) => {
    const [first] = same
    if (!first) return []
    const places = same.flatMap(({ file }) => (file === undefined ? [] : [{ file }]))
    return [
      {
        id: `u:${first.code}:${places[0]?.file ?? ''}`,
        class: 'unread' as const,
        severity: 'advised' as const,
        indicators: [],
        what: `${PROBLEM_CODES[first.code]}：${same.length}个文件`,
        items: [],
        places,
        basis: '',
        act: same.length > 1 ? alike(first.message) : first.message,
        findings: [],
      },
    ]
  })

/** How large a picture is, and when it was taken, is no other reason. */
const alike = (message: string): string => message.replace(/（[^（）]*）/u, '')
