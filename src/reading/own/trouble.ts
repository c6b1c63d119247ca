import { UserError } from '../../core/problem.ts'

/**
 * Trouble of this programme or of this machine, and of no file: it ends the run. Whatever was found out meanwhile is
 * void, for nobody knows what a sound programme would have read.
 */
export class OwnTrouble extends UserError {
  override name = 'OwnTrouble'
}

/** `what` went wrong, without a full stop; `next` is what else can be done about it. */
export const ownTrouble = (what: string, next = '', cause?: unknown): OwnTrouble =>
  new OwnTrouble(
    `${what}。这是本程序或本机的问题，不是材料的问题，本次没有作出任何结论：请运行 audit doctor 查看缺什么、怎么补，处理后重新运行${next}`,
    [],
    { cause },
  )

const CODES: Readonly<Record<string, string>> = {
  EMFILE: '本机允许同时打开的文件太少',
  ENFILE: '本机同时打开的文件太多',
  ENOMEM: '本机内存不足',
  EAGAIN: '本机允许同时运行的程序太少',
  ERR_MEMORY_ALLOCATION_FAILED: '本机内存不足',
  ERR_WORKER_INIT_FAILED: '本机允许同时运行的程序太少，或内存不足',
}

const UNLOADABLE = ['ERR_MODULE_NOT_FOUND', 'MODULE_NOT_FOUND', 'ERR_PACKAGE_PATH_NOT_EXPORTED', 'ERR_DLOPEN_FAILED']

/** What this machine refused us, as the error tells; undefined where it is of another kind. */
export function refusedUs(error: unknown): OwnTrouble | undefined {
  if (error instanceof OwnTrouble) return error
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (UNLOADABLE.includes(code)) return ownTrouble(`程序组件缺失或损坏（${causeIn(error)}）`, '', error)
  const said = CODES[code]
  return said === undefined ? undefined : ownTrouble(`${said}（${code}）`, '', error)
}

/** The first words of what went wrong. A library's message may hold anything, a path of this machine included. */
export function causeIn(error: unknown): string {
  const said = error instanceof Error ? error.message : String(error)
  return said
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .replace(/(?:file:\/\/)?(?:[A-Za-z]:)?[\\/][^\s'":]+/g, '…')
    .slice(0, 120)
}
