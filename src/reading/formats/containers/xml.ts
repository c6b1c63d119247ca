import { needed } from '../../own/packages.ts'
import { Unreadable } from '../../reader.ts'

/** Called with local names, prefixes dropped: `w:p` and `p` are one. */
export type XmlSink = {
  open(name: string, attributes: ReadonlyMap<string, string>): void
  text(text: string): void
  close(name: string): void
}

/** Entities of a document type are not expanded, so nothing can grow. Throws `Unreadable` for broken XML. */
export async function parseXml(xml: string, sink: XmlSink): Promise<void> {
  const { SaxesParser } = await needed('saxes', () => import('saxes'))
  const parser = new SaxesParser()
  parser.on('opentag', ({ name, attributes }) => sink.open(local(name), locally(attributes)))
  parser.on('text', (text) => sink.text(text))
  parser.on('cdata', (text) => sink.text(text))
  parser.on('closetag', ({ name }) => sink.close(local(name)))
  try {
    parser.write(xml.replace(/^\ufeff/, '')).close()
  } catch (error) {
    if (error instanceof Unreadable) throw error
    throw new Unreadable('damaged', '文件内部结构有误，无法读取：请用办公软件打开核对，另存为新文件后放入', {
      cause: error,
    })
  }
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1)

/** Of `id` and `r:id` the one with the prefix is meant. */
function locally(attributes: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const [key, value] of Object.entries(attributes))
    if (key.includes(':') || !found.has(key)) found.set(local(key), value)
  return found
}
