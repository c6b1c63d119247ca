import { Unreadable } from './reader.ts'

/** Called with local names, prefixes dropped: `w:p` and `p` are one. */
export type XmlSink = {
  open(name: string, attributes: ReadonlyMap<string, string>): void
  text(text: string): void
  close(name: string): void
}

/** Entities of a document type are not expanded, so nothing can grow. Throws `Unreadable` for broken XML. */
export async function parseXml(xml: string, sink: XmlSink): Promise<void> {
  const { SaxesParser } = await import('saxes')
  const parser = new SaxesParser()
  parser.on('opentag', ({ name, attributes }) =>
    sink.open(local(name), new Map(Object.entries(attributes).map(([key, value]) => [local(key), value]))),
  )
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
