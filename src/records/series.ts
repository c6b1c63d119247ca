import { plain } from '../language/plain.ts'
import { grouped } from './grouped.ts'
import type { Head } from './headers.ts'

const YEAR = /(?<!\d)(20\d{2})(?:年度?)?(?!\d)/u

/**
 * One attribute over several years is one column (2020年学时, 2021年学时, or 学时 under 2020年 and 2021年): the first stands
 * for all of them, named without a year, and knows the columns of the others.
 */
export function inSeries(heads: readonly Head[]): Head[] {
  const dated = heads.flatMap((head) => {
    const year = yearIn(head)
    return year === undefined ? [] : [{ head, year, name: head.labels.map(yearless).filter(Boolean).join('\n') }]
  })
  const series = [...grouped(dated, ({ name }) => name).values()].filter(
    (one) => one[0]!.name !== '' && one.length > 1 && new Set(one.map(({ year }) => year)).size === one.length,
  )
  if (series.length === 0) return [...heads]
  const first = new Map(series.map((one) => [one[0]!.head, one] as const))
  const later = new Set(series.flatMap((one) => one.slice(1).map(({ head }) => head)))
  return heads
    .filter((head) => !later.has(head))
    .map((head) => {
      const own = first.get(head)
      return own ? { ...unyeared(head), years: new Map(own.map(({ year, head: of }) => [year, of.column])) } : head
    })
}

/** The year of a head, where it names one only. */
function yearIn({ labels }: Head): number | undefined {
  const years = new Set(labels.flatMap((label) => YEAR.exec(plain(label))?.[1] ?? []))
  const [year] = years
  return years.size === 1 ? Number(year) : undefined
}

const yearless = (label: string): string => plain(label).replace(YEAR, '').replace(/^的/u, '')

const unyeared = (head: Head): Head => ({
  ...head,
  names: [...new Set(head.names.map(yearless))].filter(Boolean),
  more: head.more.map(yearless).filter(Boolean),
  labels: head.labels.map(yearless).filter(Boolean),
})
