import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Command } from 'commander'
import { type Day, isDay } from '../core/day.ts'
import { UserError } from '../core/problem.ts'
import type { IndicatorSystem, Rule } from '../core/system.ts'
import { UNIT_FILE } from '../core/unit-file.ts'
import { visible } from '../language/visible.ts'
import { systemOf } from './gathered.ts'
import type { ExitCode, Io } from './io.ts'
import { write } from './output.ts'

type Options = {
  readonly by?: string
  readonly reason?: string
  readonly on?: string
  readonly until?: string
  readonly indicators?: string
}

const MEANING = `
示例：
  audit answer ./区司法局 43.recorded 符合 --by 王一 --reason "纪要第3页写明了不同意见"

问题的编号用 audit explain 指标号 查看。答复写进材料文件夹的 ${UNIT_FILE}，以最后一次为准。
退出码：0 已记下；2 没有记下`

/** `audit answer`: what a person found, with name, day and reason, into the unit's own `audit.yaml`. */
export function answerCommand(program: Command, io: Io, finish: (code: ExitCode) => void): void {
  const command = program
    .command('answer <folder> <rule> <answer>')
    .description('答复一个需要人看的问题（符合、不符合），写进 audit.yaml：写明答复人和理由')
    .option('--by <name>', '答复人')
    .option('--reason <text>', '理由')
    .option('--on <date>', '答复日期，如 2022-07-25（默认今天）')
    .option('--until <date>', '有效期至，过期自动失效')
    .option('--indicators <folder>', '使用另一套指标体系')
    .addHelpText('after', MEANING)
    .action(async (folder: string, rule: string, answer: string) =>
      finish(await run(folder, rule, answer, command.opts<Options>(), io)),
    )
}

async function run(given: string, id: string, said: string, options: Options, io: Io): Promise<ExitCode> {
  const folder = resolve(io.cwd, given)
  const { insistOnFolder } = await import('../reading/folder/walk.ts')
  await insistOnFolder(folder)
  const answer = answerIn(said)
  const by = wordsOf(options.by, '答复人', '--by 王一')
  const reason = wordsOf(options.reason, '理由', '--reason "纪要第3页写明了不同意见"')
  const on = dayOf(options.on ?? io.today, '--on')
  if (on > io.today) throw new UserError(`答复日期${on}晚于今天（${io.today}）：请核对`)
  const until = options.until === undefined ? null : dayOf(options.until, '--until')
  if (until !== null && until < on) throw new UserError(`有效期至${until}早于答复日期${on}：请核对`)
  const system = await systemOf(options.indicators, io)
  insistOnQuestion(system, id)

  const [{ withAnswer }, { loadUnitFile }] = await Promise.all([
    import('../system/answering.ts'),
    import('../system/unit-file.ts'),
  ])
  // What is wrong with the file already is told before anything is written.
  await loadUnitFile(folder, system)
  const path = join(folder, UNIT_FILE)
  const source = existsSync(path) ? readFileSync(path, 'utf8') : ''
  write(path, await withAnswer(source, { rule: id, answer, reason, by, on, until }))
  io.out(
    `${visible(`已记下：${id} ${answer}（${by}，${on}${until === null ? '' : `，有效期至${until}`}）：${reason}`)}\n`,
  )
  return 0
}

function answerIn(said: string): '符合' | '不符合' {
  if (said === '符合' || said === '不符合') return said
  throw new UserError(`答复“${said}”不对：请写“符合”或“不符合”`)
}

function wordsOf(text: string | undefined, name: string, example: string): string {
  if (text === undefined || text.trim() === '') throw new UserError(`没有写${name}，答复未记下：请加 ${example}`)
  return text.trim()
}

function dayOf(text: string, option: string): Day {
  if (isDay(text)) return text
  throw new UserError(`${option} 的日期“${text}”不对：请写成 2022-07-25 这样的形式`)
}

/** Only what is asked of a person; a veto is settled by the papers, and by whoever may decide it. */
function insistOnQuestion({ package: whole, indicators }: IndicatorSystem, id: string): void {
  const rules = [whole, ...indicators].flatMap((indicator) => indicator.rules)
  const rule = rules.find((one) => one.id === id)
  if (!rule) throw new UserError(`没有“${id}”这条要求：编号用 audit explain 指标号 查看${similar(rules, id)}`)
  if (rule.severity === 'veto') throw new UserError(`“${id}”涉及否决项，不能自行答复：请整改，或报指标资料组核实`)
  if (rule.kind !== 'review') throw new UserError(`“${id}”由系统按材料核对，不用答复：请按提示补充、更正材料后重新审核`)
}

function similar(rules: readonly Rule[], id: string): string {
  const own = rules.filter((one) => one.kind === 'review' && one.id.split('.')[0] === id.split('.')[0])
  return own.length > 0 ? `；该指标可以答复的有：${own.map((one) => one.id).join('、')}` : ''
}
