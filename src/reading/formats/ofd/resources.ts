import { resolved } from '../containers/relations.ts'
import { parseXml, type XmlSink } from '../containers/xml.ts'
import type { Zip } from '../containers/zip.ts'
import { OfdPage } from './page.ts'

/** What pages share: groups of objects that are drawn as one, and the files of pictures, by their IDs. */
export type OfdResources = {
  readonly units: ReadonlyMap<string, OfdPage>
  readonly media: ReadonlyMap<string, string>
  /** A part that says so and is not there, or is broken. */
  readonly missing: boolean
}

/** Reads the parts that list resources. What one of them lacks leaves the pages that point at it read in part. */
export async function resourcesIn(zip: Zip, parts: readonly string[]): Promise<OfdResources> {
  const units = new Map<string, OfdPage>()
  const media = new Map<string, string>()
  let missing = false
  for (const part of new Set(parts)) {
    try {
      const xml = await zip.text(part)
      if (xml === '') missing = true
      else await parseXml(xml, new Listed(part, units, media))
    } catch {
      missing = true
    }
  }
  return { units, media, missing }
}

class Listed implements XmlSink {
  readonly #units: Map<string, OfdPage>
  readonly #media: Map<string, string>
  #folder: string
  #unit: OfdPage | undefined
  #id = ''
  #file = ''
  #reads = false

  constructor(part: string, units: Map<string, OfdPage>, media: Map<string, string>) {
    this.#folder = part.slice(0, part.lastIndexOf('/') + 1)
    this.#units = units
    this.#media = media
  }

  open(tag: string, attributes: ReadonlyMap<string, string>): void {
    if (tag === 'Res') {
      const base = attributes.get('BaseLoc')
      if (base) this.#folder = `${resolved(this.#folder, base)}/`
    } else if (tag === 'CompositeGraphicUnit') {
      this.#id = attributes.get('ID') ?? ''
      this.#unit = new OfdPage()
    } else if (this.#unit) this.#unit.open(tag, attributes)
    else if (tag === 'MultiMedia') this.#id = attributes.get('ID') ?? ''
    else if (tag === 'MediaFile') {
      this.#reads = true
      this.#file = ''
    }
  }

  text(text: string): void {
    if (this.#reads) this.#file += text
    this.#unit?.text(text)
  }

  close(tag: string): void {
    if (tag === 'CompositeGraphicUnit' && this.#unit) {
      this.#units.set(this.#id, this.#unit)
      this.#unit = undefined
    } else if (this.#unit) this.#unit.close(tag)
    else if (tag === 'MediaFile') {
      this.#reads = false
      this.#media.set(this.#id, resolved(this.#folder, this.#file.trim()))
    }
  }
}
