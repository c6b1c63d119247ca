import { Command, CommanderError } from 'commander'
import { faultLine, UserError } from '../core/problem.ts'
import { visible } from '../language/visible.ts'
import { refusedUs } from '../reading/own/trouble.ts'
import { TOOL, version } from './about.ts'
import { answerCommand } from './answer-command.ts'
import { auditCommand } from './audit-command.ts'
import { baselineCommand } from './baseline-command.ts'
import { cacheCommand } from './cache-command.ts'
import { doctorCommand } from './doctor-command.ts'
import { explainCommand } from './explain-command.ts'
import { HELP } from './help.ts'
import { indicatorsCommand } from './indicators-command.ts'
import { Interrupted } from './interrupt.ts'
import type { ExitCode, Io } from './io.ts'
import { readCommand } from './read-command.ts'
import { chinese } from './usage.ts'
import { whereCommand } from './where-command.ts'

export { processIo } from './process.ts'

/** Runs one command. Returns the exit code; the caller owns the process. */
export async function main(argv: readonly string[], io: Io): Promise<ExitCode> {
  let code: ExitCode = 0
  const finish = (result: ExitCode) => {
    code = result
  }
  try {
    await programme(io, finish).parseAsync([...argv], { from: 'user' })
    return code
  } catch (error) {
    return failed(error, io)
  }
}

function programme(io: Io, finish: (code: ExitCode) => void): Command {
  const program = new Command('audit')
    .usage('[选项] <单位的材料文件夹>')
    .description('审核责任单位的法治政府建设示范创建佐证材料，列出缺口和整改办法')
    .version(`${TOOL} ${version()}`, '-V, --version', '显示版本')
    .helpOption('-h, --help', '显示用法')
    .helpCommand('help [command]', '显示某个命令的用法')
    .showSuggestionAfterError(true)
    .configureHelp(HELP)
    .configureOutput({ writeOut: io.out, writeErr: io.err, outputError: (text, write) => write(chinese(text)) })
    // What stands behind a command is that command's own option, though the audit itself has one of the same name.
    .enablePositionalOptions()
    .exitOverride()
  auditCommand(program, io, finish)
  readCommand(program, io, finish)
  whereCommand(program, io, finish)
  indicatorsCommand(program, io, finish)
  explainCommand(program, io, finish)
  answerCommand(program, io, finish)
  baselineCommand(program, io, finish)
  cacheCommand(program, io, finish)
  doctorCommand(program, io, finish)
  return program
}

/** Node exits 1 on an uncaught error, and 1 means "gaps found". So nothing may get past here. */
function failed(error: unknown, io: Io): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
  if (error instanceof Interrupted) {
    io.err('已停止，没有写出结果\n')
    return 130
  }
  const ours = refusedUs(error)
  if (ours) return failed(new UserError(ours.message), io)
  if (error instanceof UserError) {
    const listed = error.faults.map(faultLine).filter((line) => !error.message.includes(line))
    io.err(`${[...listed, ...error.message.split('\n')].map(visible).join('\n')}\n`)
    return 2
  }
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error)
  io.err(`程序内部出错，本次未完成审核。请把下面的内容反馈给工具维护人员：\n${trace}\n`)
  return 2
}
