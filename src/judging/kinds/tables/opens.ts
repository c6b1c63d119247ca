import type { Package } from '../../../core/package.ts'
import type { Indicator } from '../../../core/system.ts'
import { isNamedSo } from '../../tables/about.ts'
import { gridsOf } from '../../tables/grid.ts'

/**
 * Whether the unit keeps a table of what the indicator is about: its file, or what stands over it, is named so. It shows
 * whose business the indicator is, as a ledger with rows does.
 */
export function isTabled({ rules }: Indicator, found: Pick<Package, 'documents'>): boolean {
  const abouts = rules.flatMap(({ kind, params: { about, except, apart, undone } }) => {
    const words = classes(about)
    // Whose hands a thing went through is asked of any table: it shows nobody's business.
    const isOfAnybody = apart === true && texts(undone).length === 0
    return kind === 'tables' && words.length > 0 && !isOfAnybody ? [{ words, except: texts(except) }] : []
  })
  return (
    abouts.length > 0 &&
    gridsOf(found).some(
      ({ rows, names }) => rows.length > 0 && abouts.some((about) => isNamedSo(names.join('\n'), about)),
    )
  )
}

const texts = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : []

const classes = (value: unknown): readonly (readonly string[])[] => (Array.isArray(value) ? value.map(texts) : [])
