import type { Block } from '../../core/block.ts'
import type { Finding } from '../../core/report.ts'
import { fileName, quoted } from '../../language/prose.ts'
import { blockOf, type Desk, grouped, nameOf } from './about.ts'

/** What somebody has to look at: one block for each thing that has to be opened. */
export function questions(findings: readonly Finding[], desk: Desk): Block[] {
  const columns = findings.filter(({ lacks }) => lacks?.columns)
  const reviews = findings.filter(({ kind }) => kind === 'review')
  const others = findings.filter((one) => !columns.includes(one) && !reviews.includes(one))
  return [
    ...grouped(columns, (one) => fileOf(one)).map((same) => table(same, desk)),
    ...grouped(others, ({ cites, id }) => (cites.length > 0 ? JSON.stringify(cites.map(({ file }) => file)) : id)).map(
      (same) => doubt(same, desk),
    ),
    ...grouped(reviews, (one) => fileOf(one)).map((same) => judgement(same, desk)),
  ]
}

const fileOf = ({ cites }: Finding): string => cites[0]?.file ?? ''

/** 处罚台账没有“公示日期”：54、63不能核算. */
function table(same: readonly Finding[], desk: Desk): Block {
  const [first] = same
  const lacking = [...new Set(same.flatMap(({ lacks }) => lacks?.columns ?? []))]
  const ids = [...new Set(same.map(({ indicator }) => nameOf(indicator)))].join('、')
  const names = [...new Set(same.map(({ data }) => String(data.name ?? '')))].join('、')
  const items =
    same.length > 1
      ? same.map(({ indicator, data, lacks, cites }) => ({
          words: `${nameOf(indicator)} ${data.name ?? ''}：缺${quoted(lacks?.columns ?? [])}`,
          places: cites,
        }))
      : []
  return blockOf(
    same,
    {
      id: `q:${first?.id}`,
      class: 'question',
      what: `“${fileName(first ? fileOf(first) : '')}”没有看到${quoted(lacking)}，${ids}（${names}）不能核算`,
      items,
      act: `表中有这些内容、只是写法不同的，请告知是哪一栏；没有的，在表中补上${quoted(lacking)}`,
    },
    desk,
  )
}

function doubt(same: readonly Finding[], desk: Desk): Block {
  const [first, ...others] = same
  const items = others.map(({ indicator, message, cites }) => ({
    words: `${nameOf(indicator)}：${message}`,
    places: cites,
  }))
  return blockOf(
    same,
    { id: `q:${first?.id}`, class: 'question', what: first?.message ?? '', items, act: first?.remedy ?? '' },
    desk,
  )
}

/** What only a person can judge, by the file that has to be opened for it. */
function judgement(same: readonly Finding[], desk: Desk): Block {
  const [first] = same
  const file = first ? fileOf(first) : ''
  const items = same.map(({ indicator, data, cites, message }) => ({
    words: `${nameOf(indicator)}：${data.question ?? message}`,
    places: cites,
  }))
  return blockOf(
    same,
    {
      id: `q:${first?.id}`,
      class: 'question',
      what: file === '' ? '请看一看、答一答' : `请打开“${fileName(file)}”看一看、答一答`,
      items,
      act: '请答“符合”或“不符合”，写一句理由',
    },
    desk,
  )
}
