import type { Reading } from '../../../core/evidence.ts'
import { beijing } from '../shared/time.ts'
import { parseXml } from './xml.ts'
import type { Zip } from './zip.ts'

const CORE = 'docProps/core.xml'
const NAMES: Readonly<Record<string, string>> = {
  title: 'title',
  creator: 'author',
  lastModifiedBy: 'modified-by',
  created: 'created',
  modified: 'modified',
}

/** What an office file states of itself. A broken property part costs the properties, not the file. */
export async function coreProperties(zip: Zip): Promise<Reading['properties']> {
  const found: Record<string, string> = {}
  let name: string | undefined
  try {
    await parseXml((await zip.text(CORE)) || '<none/>', {
      open: (tag) => {
        name = Object.hasOwn(NAMES, tag) ? NAMES[tag] : undefined
      },
      text: (text) => {
        const value = name === 'created' || name === 'modified' ? beijing(Date.parse(text.trim())) : text.trim()
        if (name && value) found[name] = value
      },
      close: () => {
        name = undefined
      },
    })
  } catch {
    return {}
  }
  return found
}
