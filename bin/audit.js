#!/usr/bin/env node
import process from 'node:process'

// Node ends with 1 whenever something gets past everybody, and 1 means "gaps found". Out here nothing may: not a missing
// package, not an exhausted machine, not an output that is full. What cannot be told is left untold.
const REFUSED = {
  EMFILE: '本机允许同时打开的文件太少',
  ENFILE: '本机同时打开的文件太多',
  ENOMEM: '本机内存不足',
}
const failed = (error) => {
  const code = error instanceof Error && 'code' in error ? `（${error.code}）` : ''
  const said = REFUSED[error?.code] ?? (error instanceof Error ? error.message.split('\n')[0] : String(error))
  try {
    process.stderr.write(
      `程序无法运行，没有作出任何结论${code}：${said}\n请运行 audit doctor 查看缺什么、怎么补；仍不行请重新安装，或关闭其他程序后重试\n`,
    )
  } catch {}
  process.exit(2)
}
process.on('uncaughtException', failed)
process.on('unhandledRejection', failed)

try {
  const { main, processIo } = await import('../dist/main.js')
  process.exitCode = await main(process.argv.slice(2), processIo(process))
} catch (error) {
  failed(error)
}
