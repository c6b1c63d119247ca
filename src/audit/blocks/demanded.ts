import type { Block } from '../../core/block.ts'
import type { Finding } from '../../core/report.ts'
import { titled } from '../../language/prose.ts'
import { bare } from '../../language/text.ts'
import { things } from '../lacks/words.ts'
import { blockOf, type Desk, grouped, nameOf } from './about.ts'

const SEND = '请补交，文件名写明是什么；确实没有的，写一份情况说明，落款并写日期'

/**
 * What the plan demands and is not there: indicators without anything as one table, what there is too little of, and a
 * paper once for all that need it.
 */
export function demanded(findings: readonly Finding[], desk: Desk): Block[] {
  const bare = findings.filter(({ key }) => key === 'none')
  const short = findings.filter(isShort)
  const lacking = findings.filter((one) => one.key !== 'none' && !isShort(one))
  return [...nothing(bare, desk), ...short.map((one) => tooFew(one, desk)), ...papers(lacking, desk)]
}

function nothing(findings: readonly Finding[], desk: Desk): Block[] {
  if (findings.length === 0) return []
  const usual = ({ data }: Finding) => `通常用${data.usual ?? '相应的材料'}证明`
  const said = { id: 'd:none', class: 'demanded', act: SEND } as const
  const [only] = findings.length === 1 ? findings : []
  if (only) return [blockOf(findings, { ...said, what: `没有任何佐证材料，${usual(only)}` }, desk)]
  const items = findings.map((one) => ({
    words: `${nameOf(one.indicator)}　${one.folder === undefined ? '' : `放进“${one.folder}”：`}${usual(one)}`,
    places: [],
  }))
  const what = `${findings.length}项指标没有任何佐证材料`
  const { folder: _, ...many } = blockOf(findings, { ...said, what, items }, desk)
  return [many]
}

/** Something is there and is counted: a table with too few rows, a year with too few papers of it. */
const isShort = ({ key, cites }: Finding): boolean => cites.length > 0 && (key === 'few' || key === 'months-short')

const FEW_MONTHS = 3

function tooFew(finding: Finding, desk: Desk): Block {
  const { id, message, data } = finding
  // Many months one by one are in the file; how many they are tells enough.
  const isMany = data.months !== undefined && Number(data.count) > FEW_MONTHS
  const what = isMany ? message.replace(`：${data.months}`, '') : message
  return blockOf([finding], { id: `d:${id}`, class: 'demanded', what, act: SEND }, desk)
}

type Thing = { readonly finding: Finding; readonly words: string }

function papers(findings: readonly Finding[], desk: Desk): Block[] {
  const all = findings.flatMap((finding) => thingsOf(finding, desk).map((words): Thing => ({ finding, words })))
  const byPaper = grouped(all, ({ words }) => bare(words))
  // Papers that serve the same indicators are sent together.
  const together = grouped(byPaper, (same) => same.map(({ finding }) => finding.id).join(' '))
  return together.map((some) => {
    const same = (some[0] ?? []).map(({ finding }) => finding)
    const words = some.map(([thing]) => thing?.words ?? '')
    return blockOf(
      same,
      {
        id: `d:${bare(words[0] ?? '')}`,
        class: 'demanded',
        what: `没有找到${words.join('、')}`,
        act: SEND,
      },
      desk,
    )
  })
}

/** A finding that says several papers at once, or one paper, or too few of something. */
function thingsOf(finding: Finding, { indicators }: Desk): string[] {
  const { data, message, lacks, indicator } = finding
  if (typeof data.things === 'string') return data.things.split(/(?<=[》）])、/u)
  const names = indicators
    .get(indicator)
    ?.materials.filter(({ id }) => lacks?.materials?.includes(id))
    .map(({ name }) => titled(name))
  if (data.material !== undefined && names && names.length > 0) return [`${names.join('或')}${data.period ?? ''}`]
  return data.count === undefined ? [message] : things([finding])
}
