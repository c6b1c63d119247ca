import type { Problem } from '../core/problem.ts'
import type { Indicator } from '../core/system.ts'
import { type Mapping, UNIT_FILE } from '../core/unit-file.ts'
import { bare, clipped } from '../language/text.ts'
import { visible } from '../language/visible.ts'
import { globs } from './glob.ts'

/** Where a file belongs, by the unit's own word, by a folder's number or by its name. */
export type Placement = {
  readonly indicator: string
  readonly material: string | null
  readonly own: boolean
  readonly why: string
  /** By the folder's words alone, no number stated: how many indicators they speak of. */
  readonly topics?: number
  /** By a number that stands in a list or a range: of how many indicators. */
  readonly among?: number
}

export type Mapped = {
  readonly placements: ReadonlyMap<string, readonly Placement[]>
  readonly problems: readonly Problem[]
}

/** Applies the unit's own mapping. A line that reaches no file, or names what the system does not have, is told. */
export function applied(
  mappings: readonly Mapping[],
  paths: readonly string[],
  indicators: readonly Indicator[],
): Mapped {
  const placements = new Map<string, Placement[]>()
  const problems: Problem[] = []
  for (const mapping of mappings) {
    const targets = mapping.indicators.flatMap((id) => {
      const { target, problem } = targetOf(mapping, id, indicators)
      if (problem) problems.push(faulty(mapping, problem))
      return target ? [target] : []
    })
    const reached = paths.filter((path) => globs(mapping.pattern, path))
    if (reached.length === 0) problems.push(faulty(mapping, '没有对应到任何文件，请核对路径和文件名'))
    for (const path of reached) placements.set(path, [...(placements.get(path) ?? []), ...targets])
  }
  return { placements, problems }
}

type Target = { readonly target?: Placement; readonly problem?: string }

function targetOf({ line, material: wanted }: Mapping, id: string, indicators: readonly Indicator[]): Target {
  const indicator = indicators.find((one) => one.id === id)
  if (!indicator) return { problem: `所写指标“${shown(id)}”不在指标体系中，请改正指标号` }
  const why = `${UNIT_FILE} 第${line}行指定`
  const target = { indicator: id, material: null, own: true, why }
  if (wanted === null) return { target }
  const material = indicator.materials.find((one) => one.id === wanted || bare(one.name) === bare(wanted))
  if (material) return { target: { ...target, material: material.id } }
  const names = indicator.materials.map(({ name }) => name).join('、')
  return {
    target,
    problem: `所写材料“${shown(wanted)}”不是指标${id}所列材料，请从下列名称中选用：${names || '（该指标未列材料）'}`,
  }
}

const faulty = ({ line, pattern }: Mapping, message: string): Problem => ({
  code: 'mapping',
  message: `第${line}行“${shown(pattern)}”${message}`,
  file: UNIT_FILE,
})

const shown = (text: string): string => clipped(visible(text), 60)
