import { genres } from '../language/genres.ts'
import { bare } from '../language/text.ts'
import type { Title } from './fit.ts'
import { type Matter, topicsOf } from './matters.ts'
import type { Vocabulary } from './vocabulary.ts'

/** How far a table's name speaks of a ledger: 1 by one of its names, less by what the name is about. */
export function named(title: Title, { spec, names }: Matter, { parts, relations }: Vocabulary): number {
  const texts = [...title.above, title.sheet, title.file, title.document].map(bare)
  if ([spec.name, ...spec.titles].some((name) => texts.some((text) => isTitled(text, bare(name))))) return 1
  const about = new Set(
    [...title.above, title.sheet, title.file, title.document].flatMap((text) => topicsOf(parts([text]))),
  )
  // A name of one topic only (培训) says too little of which ledger it is.
  const shares = names
    .filter((topics) => new Set(topics).size >= 2)
    .map((topics) => {
      const own = [...new Set(topics)]
      const said = own.map((topic) => Math.max(0, ...[...about].map((other) => relations.topic(other, topic))))
      return said.reduce((sum, one) => sum + one, 0) / own.length
    })
  return Math.min(0.7, Math.max(0, ...shares) * 0.7)
}

/** The kinds of paper that a table is kept as: what it is of counts. */
const KEPT: readonly string[] = ['台账', '名册', '清单']
const BETWEEN = [
  '案件',
  '工单',
  '工作',
  '活动',
  '办理',
  '开展',
  '落实',
  '登记',
  '处理',
  '整改',
  '情况',
  '信息',
  '汇总',
  '统计',
  '事项',
]
const SHORTEST = 4

let known: RegExp | undefined

/** 案件办理情况统计表: what may stand between what a table is of and its end. */
function tail(): RegExp {
  const kept = genres().words.filter(({ genre }) => KEPT.includes(genre))
  known ??= new RegExp(`^(?:${BETWEEN.join('|')}){0,3}(?:${kept.map(({ word }) => word).join('|')})`, 'u')
  return known
}

/** A table is kept as 台账, 登记表 or 统计表: what it is of counts. */
function isTitled(title: string, words: string): boolean {
  if (title.includes(words)) return true
  const of = stem(words)
  if (of === words || of.length < SHORTEST) return false
  for (let at = title.indexOf(of); at >= 0; at = title.indexOf(of, at + 1))
    if (tail().test(title.slice(at + of.length))) return true
  return false
}

function stem(words: string): string {
  const kept = genres().words.find(({ word, genre }) => KEPT.includes(genre) && words.endsWith(word))
  return kept ? words.slice(0, -kept.word.length).replace(/(?:案件|办理|情况)$/u, '') : words
}
