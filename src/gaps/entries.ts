import type { Block, BlockItem } from '../core/block.ts'
import type { Finding, Report } from '../core/report.ts'

export type ItemClass = 'proved' | 'demanded' | 'question'

/** One thing to do: one row of the list. A block of the report, but for those that several persons have to do or answer. */
export type Item = Omit<Block, 'class'> & {
  readonly class: ItemClass
  /** A person's word settles it: a judgement only as 符合, whether the unit is one of a group by either answer. */
  readonly settledBy?: 'yes' | 'either'
}

/** What a unit has to mend, then what somebody has to answer. What would merely help is no entry. */
export function itemsOf({ blocks, findings }: Report): Item[] {
  const byId = new Map(findings.map((finding) => [finding.id, finding]))
  const items = blocks.flatMap((block) => {
    const own = isEntry(block) ? block : null
    if (!own) return []
    return isMany(own, byId) ? apart(own, byId) : [{ ...own, ...settled(own, byId) }]
  })
  return items.toSorted((a, b) => rankOf(a) - rankOf(b))
}

const isEntry = (block: Block): block is Item =>
  block.class === 'proved' || block.class === 'demanded' || block.class === 'question'

/** Indicators without anything are told in one table, and questions by the file to open; each is done by itself. */
function isMany({ class: own, items, findings }: Item, byId: ReadonlyMap<string, Finding>): boolean {
  if (items.length !== findings.length) return false
  if (own === 'question') return findings.every((id) => byId.get(id)?.kind === 'review')
  return own === 'demanded' && findings.every((id) => byId.get(id)?.key === 'none')
}

function settled({ class: own, findings }: Item, byId: ReadonlyMap<string, Finding>): Pick<Item, 'settledBy'> {
  const said = findings.map((id) => byId.get(id))
  if (own !== 'question' || !said.every((one) => one?.kind === 'review')) return {}
  return { settledBy: said.every((one) => one?.key === 'duty') ? 'either' : 'yes' }
}

function apart(block: Item, byId: ReadonlyMap<string, Finding>): Item[] {
  return block.findings.flatMap((id, index) => {
    const [finding, item] = [byId.get(id), block.items[index]]
    if (!finding || !item) return []
    const own = alone(block, finding, item)
    return [{ ...own, ...settled(own, byId) }]
  })
}

function alone(block: Item, finding: Finding, item: BlockItem): Item {
  const { indicator, severity, message, id, kind, folder } = finding
  const { folder: _, ...shared } = block
  return {
    ...shared,
    ...(folder !== undefined && { folder }),
    id: `${block.id.slice(0, 1)}:${id}`,
    severity,
    indicators: [indicator],
    what: kind === 'review' ? item.words.replace(/^[^：]{1,6}：/u, '') : message,
    items: [],
    places: item.places,
    basis: finding.demanded ?? `指标${indicator}`,
    findings: [id],
  }
}

const CLASSES: readonly ItemClass[] = ['proved', 'demanded', 'question']

/** Problems before questions, and a veto before all of its kind. */
const rankOf = ({ severity, class: own }: Item): number =>
  (own === 'question' ? 20 : 0) + (severity === 'veto' ? 0 : 10) + CLASSES.indexOf(own)
