import { materialsUsed } from './checks/references.ts'
import { type Merging, merging } from './extends-merge.ts'
import { switchedOff, type Tell } from './extends-off.ts'
import type { Origins } from './origins.ts'
import type { Kinds } from './schemas/indicators.ts'
import { entry, isObject, itemsOf, textOf } from './values.ts'

/** A system's files as parsed: what is not there is undefined. */
export type Values = {
  readonly system: object | undefined
  readonly units: object | undefined
  readonly ledgers: object | undefined
  readonly denials: object | undefined
  readonly laws: object | undefined
  readonly titles: object | undefined
  readonly indicators: readonly object[]
}

/** The base with what the extension writes in its place, by id or name; then without what it switches off. */
export function extended(base: Values, own: Values, kinds: Kinds, origins: Origins, tell: Tell): Values {
  if (!own.system || !base.system) return base
  checkIdentity(base.system, own.system, tell)
  const merge = merging(origins)
  const ways = waysOf(merge)
  const both = (name: Exclude<keyof Values, 'indicators'>) => {
    const merged = own[name] ? (base[name] ? ways[name](base[name], own[name]) : own[name]) : base[name]
    return isObject(merged) ? merged : undefined
  }
  const indicators = merge.beside(own.system, [...base.indicators])
  const merged = ways.indicators(indicators, merge.beside(own.system, [...own.indicators]))
  const values: Values = {
    system: both('system'),
    units: both('units'),
    ledgers: both('ledgers'),
    denials: both('denials'),
    laws: both('laws'),
    titles: both('titles'),
    indicators: Array.isArray(merged) ? merged.filter(isObject) : [],
  }
  return unasked(switchedOff(values, base, own, merge, tell), base, own, merge, kinds)
}

/** What an extension writes of a rule, a cell or the cycle stands whole; of all else, the keys that it writes. */
function waysOf({ mapping, byKey, words }: Merging) {
  const demands = {
    materials: byKey('id', mapping({ topic: words, genre: words, titles: words, except: words })),
    rules: byKey('id'),
  }
  const columns = byKey('name', mapping({ also: words, marks: mapping() }))
  const byId = byKey('id', mapping())
  return {
    system: mapping({
      milestones: byId,
      parameters: byId,
      errata: byId,
      package: mapping(demands),
      off: words,
    }),
    units: mapping({
      units: byKey('name', mapping({ aliases: words })),
      groups: byKey('name', mapping({ aliases: words, members: byKey('unit', mapping()) })),
    }),
    ledgers: mapping({ ledgers: byKey('id', mapping({ titles: words, columns })) }),
    denials: mapping({ denials: byKey('id') }),
    laws: mapping({
      laws: byKey(
        'name',
        mapping({ also: words, editions: byKey('from', mapping({ articles: byKey('article', mapping()) })) }),
      ),
    }),
    titles: mapping({ titles: byKey('title') }),
    indicators: byKey('id', mapping({ ...demands, exempts: byKey('kind') })),
  }
}

const OWN: readonly (readonly [key: string, name: string])[] = [
  ['id', '编号'],
  ['version', '版本号'],
  ['name', '名称'],
]

/** A report names the system that judged; two of one name would be one too few. */
function checkIdentity(base: object, own: object, tell: Tell): void {
  for (const [key, name] of OWN)
    if (!Object.hasOwn(own, key)) tell(own, null, `缺少“${key}”：沿用别的体系，也要有自己的${name}`)
  const isSame = (key: string) => textOf(base, key) !== undefined && textOf(base, key) === textOf(own, key)
  if (isSame('id') && isSame('version')) tell(own, 'version', '编号和版本号与所沿用的体系相同，请另编')
}

/**
 * A material that the base's rules asked for, and that no rule asks for any more once they are replaced or switched off,
 * is supporting from then on. What the extension itself writes of it stands.
 */
function unasked(values: Values, base: Values, own: Values, merge: Merging, kinds: Kinds): Values {
  const before = new Map(base.indicators.map((one) => [textOf(one, 'id'), one]))
  const written = new Map(own.indicators.map((one) => [textOf(one, 'id'), one]))
  const relieve = (holder: object, inherited: unknown, extension: unknown): object => {
    const asked = materialsUsed(kinds, itemsOf(inherited, 'rules'))
    const asks = materialsUsed(kinds, itemsOf(holder, 'rules'))
    const spoken = itemsOf(extension, 'materials').map((one) => textOf(one, 'id'))
    const falls = (material: object): boolean => {
      const id = textOf(material, 'id') ?? ''
      return asked.has(id) && !asks.has(id) && !spoken.includes(id)
    }
    const materials = entry(holder, 'materials')
    if (!Array.isArray(materials) || !materials.some((one) => isObject(one) && falls(one))) return holder
    const relieved = merge.without(materials, () => false)
    for (const [index, one] of relieved.entries())
      if (isObject(one) && falls(one)) relieved[index] = merge.changed(one, { need: 'supporting' })
    return merge.changed(holder, { materials: relieved })
  }
  const whole = entry(values.system, 'package')
  return {
    ...values,
    system:
      values.system && isObject(whole)
        ? merge.changed(values.system, {
            package: relieve(whole, entry(base.system, 'package'), entry(own.system, 'package')),
          })
        : values.system,
    indicators: values.indicators.map((one) =>
      relieve(one, before.get(textOf(one, 'id')), written.get(textOf(one, 'id'))),
    ),
  }
}
