import { resolve } from 'node:path'
import { type Command, Option } from 'commander'
import { UserError } from '../core/problem.ts'
import type { Indicator, IndicatorSystem, Rule } from '../core/system.ts'
import { nearest, quoted } from '../system/words.ts'
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
  const { indicator, rule } = found(system, asked)
  const [{ explained }, { blocksOf }, { pageText }, { examplesOf }] = await Promise.all([
    import('../explain/explanation.ts'),
    import('../explain/blocks.ts'),
    import('../explain/text.ts'),
    import('./examples.ts'),
  ])
  const rules = (rule ? [rule] : indicator.rules).map(({ id: own }) => own)
  const page = explained(system, indicator, rule, await examplesOf(folder, system, rules))
  if (format === 'json') io.out(`${JSON.stringify(page, null, 2)}\n`)
  else io.out(pageText(blocksOf(page, { depth: 1, ledgers: 'here', sources: all })))
  return 0
}

type Found = { readonly indicator: Indicator; readonly rule: Rule | null }

/** By id, however it is typed: 28, “28”, 指标28, 第28项, f1, 28.Reviewed. */
export function found(system: IndicatorSystem, asked: string): Found {
  const id = plainId(asked)
  const indicators = [system.package, ...system.indicators]
  for (const indicator of indicators) {
    if (indicator.id.toLowerCase() === id) return { indicator, rule: null }
    const rule = indicator.rules.find((one) => one.id.toLowerCase() === id)
    if (rule) return { indicator, rule }
  }
  throw new UserError(`没有编号为${quoted(asked)}的指标或规则${hintFor(system, asked, id)}`)
}

const plainId = (asked: string): string =>
  asked
    .normalize('NFKC')
    .trim()
    .replace(/^(?:指标|第)\s*/, '')
    .replace(/\s*[项条]$/, '')
    .toLowerCase()

function hintFor({ package: whole, indicators, extension }: IndicatorSystem, asked: string, id: string): string {
  const off = extension?.off.find((one) => one.id.toLowerCase() === id)
  if (off) return `：本版已停用（${off.why}）`
  const all = [whole, ...indicators]
  const own = all.find((indicator) => id.startsWith(`${indicator.id.toLowerCase()}.`))
  const rules = (own ? [own] : all).flatMap((indicator) => indicator.rules)
  const near = nearest(
    id,
    own ? rules.map((rule) => rule.id) : [...all.map((one) => one.id), ...rules.map((rule) => rule.id)],
  )
  if (near !== null) return `，最接近的是 ${near}`
  if (own) return `。指标${own.id}的规则有：${rules.map((rule) => `${rule.id}（${rule.name}）`).join('、') || '（无）'}`
  const named = rules.filter(({ name }) => asked.trim().length > 1 && name.includes(asked.trim())).slice(0, 5)
  if (named.length > 0)
    return `。名称里有这几个字的规则：${named.map((rule) => `${rule.id}（${rule.name}）`).join('、')}`
  return '：编号为 1 至 100、J1、J2、F1、F2，整包要求为 package；全部指标见 audit indicators list'
}
