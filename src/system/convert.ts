import type { Alias, Document, Node, Pair, YAMLMap, YAMLSeq } from 'yaml'
import type { Entry, Origins, Position } from './origins.ts'
import { quoted } from './words.ts'

export const MAX_DEPTH = 24
const MAX_ALIASES = 50
/** Nodes that aliases may add. Ten lists of ten aliases each, one inside the other, are 10,000,000,000. */
const MAX_ADDED = 20_000

/** What a key is called inside. Depth counts mappings and lists from 0; the section is the key of the outermost mapping. */
export type KeyName = (written: string, depth: number, section: string) => string

export type Setting = {
  /** The parser's module, which is loaded only when there is something to parse. */
  readonly yaml: typeof import('yaml')
  readonly document: Document.Parsed
  readonly file: string
  readonly keyName: KeyName
  readonly origins: Origins
  at(offset: number): Position
  tell(offset: number, message: string): void
}

type Converted = { readonly value: unknown; readonly nodes: number; readonly height: number }

const NOTHING: Converted = { value: null, nodes: 1, height: 0 }

/** A document's nodes as plain values, with their origins. What stands twice, too deep or in a circle is told. */
export function converted({ yaml, document, file, keyName, origins, at, tell }: Setting): unknown {
  const anchored = new Map<Node, Converted | 'open'>()
  let [aliases, added] = [0, 0]

  function convert(node: unknown, depth: number, section: string): Converted {
    if (!yaml.isNode(node)) return NOTHING
    if (yaml.isAlias(node)) return aliased(node, depth)
    if (yaml.isScalar(node)) return remembered(node, () => ({ value: plainScalar(node.value), nodes: 1, height: 0 }))
    if (depth >= MAX_DEPTH) {
      tell(start(node), `嵌套超过${MAX_DEPTH}层`)
      return NOTHING
    }
    if (yaml.isMap(node)) return remembered(node, () => mapped(node, depth, section))
    return yaml.isSeq(node) ? remembered(node, () => listed(node, depth, section)) : NOTHING
  }

  function remembered(node: Node & { anchor?: string }, make: () => Converted): Converted {
    if (!node.anchor) return make()
    anchored.set(node, 'open')
    const made = make()
    anchored.set(node, made)
    return made
  }

  function aliased(node: Alias, depth: number): Converted {
    aliases += 1
    if (aliases === MAX_ALIASES + 1) tell(start(node), `引用（*）超过${MAX_ALIASES}处，请直接写出内容`)
    if (aliases > MAX_ALIASES) return NOTHING
    const target = node.resolve(document)
    const found = target && anchored.get(target)
    if (!found) tell(start(node), `引用的${quoted(node.source)}在前文没有定义；文字以 * 开头的，请加引号`)
    if (found === 'open') tell(start(node), `${quoted(node.source)}引用了自身`)
    if (!found || found === 'open') return NOTHING
    added += found.nodes
    if (added > MAX_ADDED || depth + found.height > MAX_DEPTH) {
      tell(start(node), '引用（*）层层相套，展开后过大，请直接写出内容')
      return NOTHING
    }
    return found
  }

  function mapped(node: YAMLMap, depth: number, section: string): Converted {
    const value: Record<string, unknown> = {}
    const entries = new Map<string | number, Entry>()
    let [nodes, height] = [1, 0]
    for (const pair of node.items) {
      const key = keyOf(pair, depth, section)
      if (key === undefined) {
        tell(start(pair.key) || start(node), '键应为一个词，不能是空、列表或引用')
        continue
      }
      if (entries.has(key)) tell(start(pair.key), `${quoted(String(writtenOf(pair.key) ?? key))}重复，前面已有`)
      const child = convert(pair.value, depth + 1, depth === 0 ? key : section)
      // Plain assignment of `__proto__` would change the object instead of filling it.
      Object.defineProperty(value, key, { value: child.value, enumerable: true, configurable: true, writable: true })
      const keyAt = at(start(pair.key))
      entries.set(key, {
        file,
        name: String(writtenOf(pair.key) ?? key),
        key: keyAt,
        value: yaml.isNode(pair.value) && pair.value.range ? at(start(pair.value)) : keyAt,
        written: writtenOf(pair.value),
      })
      nodes += child.nodes
      height = Math.max(height, child.height + 1)
    }
    origins.set(value, { file, at: at(start(node)), entries })
    return { value, nodes, height }
  }

  function listed(node: YAMLSeq, depth: number, section: string): Converted {
    const children = node.items.map((item) => convert(item, depth + 1, section))
    const value = children.map((child) => child.value)
    const places = node.items.map((item) => at(start(item) || start(node)))
    const entries = places.map((place, index): [number, Entry] => [
      index,
      { file, name: `第${index + 1}项`, key: place, value: place, written: writtenOf(node.items[index]) },
    ])
    origins.set(value, { file, at: at(start(node)), entries: new Map(entries) })
    return {
      value,
      nodes: children.reduce((sum, child) => sum + child.nodes, 1),
      height: children.reduce((most, child) => Math.max(most, child.height + 1), 0),
    }
  }

  function keyOf({ key }: Pair, depth: number, section: string): string | undefined {
    if (!yaml.isScalar(key) || key.value === null) return undefined
    return keyName(typeof key.value === 'string' ? key.value : (writtenOf(key) ?? String(key.value)), depth, section)
  }

  const start = (node: unknown): number => (yaml.isNode(node) ? (node.range?.[0] ?? 0) : 0)

  const writtenOf = (node: unknown): string | null =>
    yaml.isScalar(node) && node.source !== undefined ? node.source : null

  return convert(document.contents, 0, '').value
}

/** Numbers past 2^53 come as they are; anything that JSON does not know becomes its text. */
const plainScalar = (value: unknown): unknown =>
  value === null || ['string', 'boolean'].includes(typeof value) || Number.isFinite(value) ? value : String(value)
