import type { Package, Telling } from '../../core/package.ts'
import type { Finding } from '../../core/report.ts'
import type { Indicator, Material } from '../../core/system.ts'
import { speaksOf } from '../../judging/papers/topics.ts'
import { type Grid, type GridRow, gridsOf } from '../../judging/tables/grid.ts'
import { placeOf } from '../../judging/tables/row-name.ts'
import { genres } from '../../language/genres.ts'
import { rowWords } from '../../language/row-words.ts'
import { bare, plain } from '../../language/text.ts'

/** From here on a material's whole name in a cell can mean nothing else. */
const NAMING = 6

/**
 * What tables that lie under the indicator tell of a material that has no paper of its own: another sheet is headed by it,
 * a list names it in full (随机抽查事项清单3项), or a register of the matter notes how it is to be done (办理时限15个工作日,
 * 确需延长的经批准).
 */
export function tabledFor({ lacks }: Finding, indicator: Indicator, found: Package): Telling[] {
  const wanted = indicator.materials.filter(({ id }) => (lacks?.materials ?? []).includes(id))
  if (wanted.length === 0) return []
  const under = new Set(found.matches.flatMap(({ indicator: id, file }) => (id === indicator.id ? [file] : [])))
  const grids = gridsOf(found).filter(({ file, recognised }) => under.has(file) && !recognised)
  return wanted.flatMap((material) => grids.flatMap((grid) => tellingIn(grid, material, indicator) ?? []))
}

function tellingIn(grid: Grid, material: Material, { id }: Indicator): Telling | undefined {
  const telling = (row: GridRow, quote: string): Telling => ({
    file: grid.file,
    indicator: id,
    material: material.id,
    weight: 1,
    why: '表中写有',
    at: { ...placeOf(row, grid.columns[0]), quote },
  })
  const name = bare(material.name)
  const naming =
    name.length >= NAMING
      ? grid.rows.find(({ values }) => values.some((one) => bare(String(one ?? '')).includes(name)))
      : undefined
  if (naming)
    return telling(
      naming,
      textWith(naming, (text) => bare(text).includes(name)),
    )
  const head = grid.names.slice(0, grid.near).find((one) => speaksOf(material.topic, one))
  const [first] = grid.rows
  if (head === undefined || !first) return undefined
  if (isOfGenre(head, material)) return telling(first, head)
  const note = material.nature === 'institutional' ? grid.asides.find((row) => textWith(row, isNorm) !== '') : undefined
  return note && telling(note, textWith(note, isNorm))
}

const textWith = ({ values }: GridRow, is: (text: string) => boolean): string => {
  const found = values.find((one) => typeof one === 'string' && is(plain(one)))
  return typeof found === 'string' ? found : ''
}

/** It says what has to be done, and with whose leave. */
const isNorm = (text: string): boolean => rowWords().norms.filter((word) => text.includes(word)).length >= 2

function isOfGenre(head: string, { genre }: Material): boolean {
  const words = bare(head)
  return genres().words.some((one) => genre.includes(one.genre) && words.endsWith(one.word))
}
