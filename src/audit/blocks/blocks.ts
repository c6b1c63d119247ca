import { BLOCK_CLASSES, type Block } from '../../core/block.ts'
import { SEVERITIES } from '../../core/outcome.ts'
import type { Problem } from '../../core/problem.ts'
import type { Finding } from '../../core/report.ts'
import type { Indicator } from '../../core/system.ts'
import { type Desk, deskOf } from './about.ts'
import { advised } from './advised.ts'
import { demanded } from './demanded.ts'
import { proved } from './proved.ts'
import { questions } from './questions.ts'
import { unread } from './unread.ts'

/** All that there is to do, each thing once, in the order in which a report tells it. */
export function blocksOf(
  findings: readonly Finding[],
  indicators: readonly Indicator[],
  problems: readonly Problem[],
): Block[] {
  const desk = deskOf(indicators)
  const said = findings.filter(({ waitsFor }) => waitsFor === undefined)
  const gaps = said.filter(({ outcome }) => outcome === 'gap')
  const blocks = [
    ...proved(
      gaps.filter((one) => !isLack(one)),
      desk,
    ),
    ...demanded(gaps.filter(isLack), desk),
    ...questions(
      said.filter(({ outcome }) => outcome === 'unclear'),
      desk,
    ),
    ...advised(
      said.filter(({ outcome }) => outcome === 'noted'),
      desk,
    ),
    ...unread(problems),
  ]
  return blocks.toSorted((a, b) => rank(a, desk) - rank(b, desk))
}

/** Questions stand by their sort, which they come in; what hangs on a veto comes first all the same. */
const weight = ({ class: kind, severity }: Block): number =>
  kind === 'question' ? Number(severity !== 'veto') : SEVERITIES.indexOf(severity)

/** What is not there; what a paper that is there does not say, or owns up to, the paper proves. */
const isLack = ({ lacks, key }: Finding): boolean =>
  lacks !== undefined && lacks.parts === undefined && key !== 'admitted'

function rank(block: Block, { order }: Desk): number {
  const first = block.class === 'question' ? 0 : (order.get(block.indicators[0] ?? '') ?? order.size)
  return (BLOCK_CLASSES.indexOf(block.class) * SEVERITIES.length + weight(block)) * (order.size + 1) + first
}
