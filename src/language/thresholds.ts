import { cellWord } from './cell-words.ts'
import { plain } from './text.ts'
import { numberOf } from './written-days.ts'

/** From which figure on something is due, in an office's own words: 罚款2万元以上的须经法制审核, 公众意见10件以上的列入后评估. */
export type Threshold = {
  readonly least: number
  /** 元, or what is counted. */
  readonly unit: string
  /** The words before the figure, since the last stop. */
  readonly of: string
  /** The whole sentence: what is due stands before or after. */
  readonly sentence: string
}

const FIGURE = '\\d[\\d,]*(?:\\.\\d+)?|[一二三四五六七八九十两]{1,3}'
const SCALES: Readonly<Record<string, number>> = {
  百: 100,
  千: 1_000,
  万: 10_000,
  百万: 1_000_000,
  千万: 10_000_000,
  亿: 100_000_000,
}
const REACHED = new RegExp(
  `([^,，。;；、:：]{0,16}?)(${FIGURE})\\s*(百万|千万|百|千|万|亿)?(元|件|条|次|人|户|起|宗|份|平方米|亩)(?:\\([^()]*\\))?(?:以上|及以上|[、,](?=[^,，。;；:：]{0,12}?(?:${FIGURE})\\s*(?:百万|千万|百|千|万|亿)?元[^,，。;；:：]{0,4}以上))`,
  'gu',
)

/** The thresholds of one text; what is meant for some cases only (逾期, 经批准) is nobody's. */
export function thresholdsIn(text: string): Threshold[] {
  return plain(text)
    .split(/[。\n]/u)
    .flatMap((sentence) =>
      [...sentence.matchAll(REACHED)].map(([, of = '', figure = '', scale, unit = '']) => ({
        least: numbered(figure) * (scale === undefined ? 1 : (SCALES[scale] ?? 1)),
        unit,
        of,
        sentence,
      })),
    )
    .filter(({ least }) => least > 1)
}

const numbered = (text: string): number =>
  /^\d/u.test(text) ? Number(text.replaceAll(',', '')) : numberOf(text.replace('两', '二'))

const DUE = new RegExp(`${cellWord('owing')}([^,，。;；:：]{0,12})`, 'gu')
const LABEL = /^[^:：,，。;；]{0,4}?([^:：,，。;；]{2,12})[:：]/u

/** What the sentence says is due from there on: what follows 须经, 列入, or the label that it begins with. */
export const dueIn = (sentence: string): string[] => [
  ...[...sentence.matchAll(DUE)].map(([, due = '']) => due),
  ...(LABEL.exec(sentence)?.slice(1, 2) ?? []),
]

/** 重大决定标准：单位2万元以上罚款: what the table itself is kept of is due from there on. */
export const isStandard = (sentence: string): boolean => STANDARD.test(LABEL.exec(sentence)?.[1] ?? '')
const STANDARD = new RegExp(`${cellWord('standards')}$`, 'u')
