import type { Passage, Table } from '../core/evidence.ts'
import { clipped } from '../language/text.ts'
import { visible } from '../language/visible.ts'

const [LINES, SIGNS, ROWS] = [8, 100, 6]

/** The first lines of each page; a text without pages is one page. */
export function textLines(passages: readonly Passage[], all: boolean): string[] {
  const pages = new Map<number | undefined, Passage[]>()
  for (const passage of passages) {
    const page = pages.get(passage.at.page)
    if (page) page.push(passage)
    else pages.set(passage.at.page, [passage])
  }
  const most = all ? Number.POSITIVE_INFINITY : LINES
  return Array.from(pages, ([page, own]) => [
    ...(page === undefined ? [] : [`第${page}页`]),
    ...own.slice(0, most).map((passage) => passageLine(passage, all)),
    ...(own.length > most
      ? [`……（本${page === undefined ? '文' : '页'}另有${own.length - most}行，用 --all 全部显示）`]
      : []),
  ]).flat()
}

function passageLine({ text, certainty }: Passage, all: boolean): string {
  const sure = certainty === undefined || certainty >= 1 ? '' : `  （识别把握 ${Math.floor(certainty * 100)}%）`
  return visible(all ? text : clipped(text, SIGNS)) + sure
}

export function tableHead({ name, kind, page, hidden, rows }: Table): string {
  const widest = Math.max(0, ...rows.map(({ values }) => values.length))
  const about = [page ? `第${page}页` : '', `${rows.length}行${widest}列`, hidden ? '隐藏' : ''].filter(Boolean)
  return `${kind === 'sheet' ? '工作表' : '表格'} ${visible(name)}（${about.join('，')}）`
}

const sureness = (certainties: readonly number[] | undefined): string =>
  certainties ? `  （识别把握最低 ${Math.floor(Math.min(1, ...certainties) * 100)}%）` : ''

export function rowLines({ rows }: Table, all: boolean): string[] {
  const most = all ? rows.length : ROWS
  return [
    ...rows
      .slice(0, most)
      .map(
        ({ index, values, certainties, hidden }) =>
          `${index + 1}${hidden ? '（隐藏）' : ''}  ${values.map((value) => visible(clipped(String(value ?? ''), all ? 10000 : 30))).join(' | ')}${sureness(certainties)}`,
      ),
    ...(rows.length > most ? [`……（另有${rows.length - most}行，用 --all 全部显示）`] : []),
  ]
}
