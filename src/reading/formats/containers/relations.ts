import { parseXml } from './xml.ts'
import type { Zip } from './zip.ts'

/** A part that another part of an Office file points at. `type` is the last word of its address: `slide`, `notesSlide`. */
export type Relation = { readonly id: string; readonly type: string; readonly target: string }

/** What a part points at inside the file, with targets resolved to names of members. */
export async function relationsOf(zip: Zip, part: string): Promise<Relation[]> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1)
  const name = `${folder}_rels/${part.slice(folder.length)}.rels`
  const relations: Relation[] = []
  if (!zip.find(name)) return relations
  await parseXml(await zip.text(name), {
    open: (tag, attributes) => {
      if (tag !== 'Relationship' || attributes.get('TargetMode') === 'External') return
      relations.push({
        id: attributes.get('Id') ?? '',
        type: (attributes.get('Type') ?? '').split('/').at(-1) ?? '',
        target: resolved(folder, attributes.get('Target') ?? ''),
      })
    },
    text: () => {},
    close: () => {},
  })
  return relations
}

/** `../notesSlides/n1.xml` seen from `ppt/slides/` → `ppt/notesSlides/n1.xml`. */
export function resolved(folder: string, target: string): string {
  const path = target.replaceAll('\\', '/')
  const steps: string[] = []
  for (const step of (path.startsWith('/') ? path : folder + path).split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '.' && step !== '') steps.push(step)
  }
  return steps.join('/')
}
