/** Trouble of ours or of a file. Never a gap. */
export const PROBLEM_CODES = {
  encrypted: '加密',
  damaged: '损坏',
  empty: '空文件',
  unsupported: '暂不支持的格式',
  unknown: '无法识别的格式',
  mismatch: '扩展名与内容不符',
  'no-text': '没有文字层',
  'not-read': '未读内容',
  partly: '未读完',
  'too-large': '过大',
  'timed-out': '读取超时',
  'out-of-memory': '内存不足',
  crashed: '读取程序出错',
  'no-permission': '没有读取权限',
  link: '链接',
  litter: '系统临时文件',
  'odd-name': '文件名异常',
  macro: '含宏',
  'tracked-changes': '留有修订或批注',
  secret: '涉密嫌疑',
  personal: '个人信息',
  'rule-crashed': '规则运行出错',
  calendar: '缺节假日数据',
  mapping: '对应关系有误',
} as const

export type ProblemCode = keyof typeof PROBLEM_CODES

/** `message` is a plain Chinese sentence that says what is wrong and what to do next; it does not repeat the file's name. */
export type Problem = { readonly code: ProblemCode; readonly message: string; readonly file?: string }

/** Something wrong in a file that the caller wrote. Line and column from 1; `cell` for a workbook. */
export type Fault = {
  readonly file: string
  readonly line?: number
  readonly column?: number
  readonly cell?: string
  readonly message: string
}

/** What the caller can mend; its message is shown as it is, in Chinese. The exit code is 2. */
export class UserError extends Error {
  override name = 'UserError'
  readonly faults: readonly Fault[]

  constructor(message: string, faults: readonly Fault[] = [], options?: ErrorOptions) {
    super(message, options)
    this.faults = faults
  }
}

/** `file:line:column: message`, the form that editors can follow. */
export function faultLine({ file, line, column, cell, message }: Fault): string {
  const at = cell ? `:${cell}` : line ? `:${line}:${column ?? 1}` : ''
  return `${file}${at}: ${message}`
}
