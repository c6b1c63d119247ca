const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
// XML cannot hold these at all.
const NONE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** Foreign text between tags or in an attribute. */
export const escaped = (text: string): string => text.replace(NONE, '�').replace(/[&<>"]/g, (sign) => SIGNS[sign] ?? '')

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** Parts of an Office file in the order given, with a fixed time: equal content is equal bytes. */
export async function zipped(parts: readonly (readonly [string, string])[]): Promise<Uint8Array> {
  const { strToU8, zipSync } = await import('fflate')
  // fflate writes the local wall-clock time: a time without a zone reads the same everywhere.
  const options = { mtime: '1980-01-01T00:00:00', level: 1 } as const
  return zipSync(Object.fromEntries(parts.map(([name, xml]) => [name, [strToU8(XML_HEAD + xml), options]])))
}
