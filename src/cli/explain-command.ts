import { resolve } from 'node:path'
import { type Command, Option } from 'commander'
import { shippedSystem } from './about.ts'
import { systemOf } from './gathered.ts'
import type { ExitCode, Io } from './io.ts'

type Options = { readonly format: 'text' | 'json'; readonly indicators?: string; readonly all?: boolean }

/** `audit explain 28`: what counts as evidence and how it is judged, in plain Chinese. */
export function explainCommand(program: Command, io: Io, finish: (code: ExitCode) => void): void {
  program
    .command('explain <id>')
    .description('说明一项指标或一条规则：什么算证据，怎样审核，依据是什么（如 28、28.reviewed、package）')
    .addOption(new Option('--format <format>', '输出格式').choices(['text', 'json']).default('text'))
    .option('--all', '同时列出各条依据的条文、出处和核对日')
    .option('--indicators <folder>', '使用另一套指标体系')
    .action(async (id: string, _: unknown, command: Command) =>
      finish(await explain(id, command.optsWithGlobals<Options>(), io)),
    )
}

async function explain(asked: string, { format, indicators, all = false }: Options, io: Io): Promise<ExitCode> {
  const folder = indicators === undefined ? shippedSystem() : resolve(io.cwd, indicators)
  const system = await systemOf(indicators, io)
  const [{ found }, { explained }, { blocksOf }, { pageText }, { examplesOf }] = await Promise.all([
    import('./asked.ts'),
    import('../explain/explanation.ts'),
    import('../explain/blocks.ts'),
    import('../explain/text.ts'),
    import('./examples.ts'),
  ])
  const { indicator, rule } = found(system, asked)
  const rules = (rule ? [rule] : indicator.rules).map(({ id: own }) => own)
  const page = explained(system, indicator, rule, await examplesOf(folder, system, rules))
  if (format === 'json') io.out(`${JSON.stringify(page, null, 2)}\n`)
  else io.out(pageText(blocksOf(page, { depth: 1, ledgers: 'here', sources: all })))
  return 0
}
