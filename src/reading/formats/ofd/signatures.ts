import type { ElectronicSignature } from '../../../core/evidence.ts'
import { resolved } from '../containers/relations.ts'
import { parseXml } from '../containers/xml.ts'
import type { Zip } from '../containers/zip.ts'
import { beijing } from '../shared/time.ts'
import { xmlText } from '../text/declared.ts'
import { utf8Strings } from './der.ts'

/** The electronic seals and signatures of an OFD file. `pageOf` tells the number of the page with an ID. */
export async function ofdSignatures(
  zip: Zip,
  list: string,
  pageOf: (id: string) => number | undefined,
): Promise<ElectronicSignature[]> {
  const listed: { type: string; path: string }[] = []
  await parsed(zip, list, (tag, attributes) => {
    const at = attributes.get('BaseLoc')
    if (tag === 'Signature' && at)
      listed.push({ type: attributes.get('Type') ?? 'Seal', path: resolved(folderOf(list), at) })
  })
  const folders = [list, ...listed.map(({ path }) => folderOf(path))]
  const signed = zip.names.filter((name) => !folders.some((folder) => name.startsWith(folder)))
  const found: ElectronicSignature[] = []
  for (const { type, path } of listed.slice(0, 200))
    if (zip.names.includes(path)) found.push(await signature(zip, path, type, signed, pageOf))
  return found
}

async function signature(
  zip: Zip,
  path: string,
  type: string,
  signed: readonly string[],
  pageOf: (id: string) => number | undefined,
): Promise<ElectronicSignature> {
  const covered = new Set<string>()
  const said: Record<string, string> = {}
  let page: number | undefined
  let seal: string | undefined
  await parsed(
    zip,
    path,
    (tag, attributes) => {
      if (tag === 'Reference') covered.add(resolved(folderOf(path), attributes.get('FileRef') ?? ''))
      if (tag === 'StampAnnot') page ??= pageOf(attributes.get('PageRef') ?? '')
    },
    (tag, text) => {
      if (tag === 'SignatureDateTime') said.at = text
      if (tag === 'BaseLoc') seal = resolved(folderOf(path), text)
      if (tag === 'SignedValue') said.value = resolved(folderOf(path), text)
    },
  )
  const by = type === 'Seal' ? await sealName(zip, [seal, said.value]) : undefined
  const at = momentIn(said.at ?? '')
  return {
    form: type === 'Seal' ? 'ofd-seal' : 'ofd-sign',
    ...(by && { by }),
    ...(at && { at }),
    ...(page !== undefined && { page }),
    whole: signed.length > 0 && signed.every((name) => covered.has(name)),
  }
}

/** The name stands first among the texts of an electronic seal (GB/T 38540). */
async function sealName(zip: Zip, places: readonly (string | undefined)[]): Promise<string | undefined> {
  for (const place of places) {
    const bytes = place === undefined ? undefined : await zip.read(place)
    const name = bytes && utf8Strings(bytes)[0]
    if (name) return name
  }
  return undefined
}

/** `20220318101500Z` in UTC, or `2022-03-18 18:15:00` by the signer's clock. */
function momentIn(text: string): string | undefined {
  const parts = /^(\d{4})-?(\d{2})-?(\d{2})[T ]?(\d{2}):?(\d{2})/.exec(text.trim())
  if (!parts) return undefined
  const [, year, month, day, hour, minute] = parts
  const stated = `${year}-${month}-${day}T${hour}:${minute}:00`
  return beijing(Date.parse(stated + (text.trim().endsWith('Z') ? 'Z' : '+08:00')))
}

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1)

async function parsed(
  zip: Zip,
  path: string,
  open: (tag: string, attributes: ReadonlyMap<string, string>) => void,
  says: (tag: string, text: string) => void = () => {},
): Promise<void> {
  let tag = ''
  const bytes = await zip.read(path)
  await parseXml(bytes ? xmlText(bytes) : '<none/>', {
    open: (name, attributes) => {
      tag = name
      open(name, attributes)
    },
    text: (text) => {
      if (text.trim() !== '') says(tag, text.trim())
    },
    close: () => {
      tag = ''
    },
  })
}
