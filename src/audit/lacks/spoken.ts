import type { Package, Telling } from '../../core/package.ts'
import type { Finding } from '../../core/report.ts'
import type { Indicator, Nature } from '../../core/system.ts'
import { speaksOf } from '../../judging/papers/topics.ts'
import { admits } from '../../language/admitted.ts'
import { deniedIn } from '../../language/denied.ts'
import { sentencesOf } from '../../language/paragraphs.ts'
import { clipped } from '../../language/text.ts'
import { voicesIn } from '../../placing/voices.ts'

/**
 * What a paper of the indicator says in passing of another thing that is asked there (随机抽查事项清单、裁量基准同栏目公开
 * under the list of what is disclosed). What is denied, or still to come, is not said.
 */
export function spokenIn({ lacks }: Finding, indicator: Indicator, { documents, matches }: Package): Telling[] {
  const wanted = indicator.materials.filter(
    ({ id, nature }) => (lacks?.materials ?? []).includes(id) && !isSeen(nature),
  )
  const own = new Set(
    matches.flatMap(({ file, indicator: id, material, sure }) =>
      id === indicator.id && sure && material !== null ? [file] : [],
    ),
  )
  const papers = documents.filter(({ evidence }) => own.has(evidence.path))
  return wanted.flatMap((material) =>
    papers.flatMap(({ evidence, kept }): Telling[] => {
      const heard = (kept?.voices ?? voicesIn(evidence)).stretches
        .flatMap(({ text, page }) => sentencesOf(text).map((sentence) => ({ sentence, page })))
        .find(({ sentence }) => speaksOf(material.topic, sentence) && !isUndone(sentence))
      if (!heard) return []
      const { sentence, page } = heard
      const at = { file: evidence.path, ...(page !== undefined && { page }), quote: clipped(sentence, 120) }
      return [
        {
          file: evidence.path,
          indicator: indicator.id,
          material: material.id,
          weight: 1,
          why: '本指标的材料中写有',
          at,
        },
      ]
    }),
  )
}

const isSeen = (nature: Nature): boolean => nature === 'photo' || nature === 'statement' || nature === 'ledger'

const isUndone = (sentence: string): boolean => admits(sentence) || deniedIn(sentence).length > 0
