import { isImage } from '../core/evidence.ts'
import { genreFit } from './genre-fit.ts'
import type { Placement } from './mapping.ts'
import type { Served } from './serve.ts'
import type { Name, Subject } from './subject.ts'
import type { Wanted } from './wants.ts'

/**
 * A paper that says nothing of itself, in a folder of one indicator: if its kind is asked for there, it may be that. A
 * folder never proves it; where the text speaks of the matter it is what it is called.
 */
export function servedByFolder(
  subject: Subject,
  wanted: readonly Wanted[],
  placements: readonly Placement[],
): Served[] {
  const numbered = placements.filter(({ indicator, topics }) => indicator !== 'package' && !topics)
  const [here] = numbered
  if (!here || numbered.length > 1) return []
  if (!subject.names.every(isBare)) return []
  const genres = new Set(subject.names.flatMap(({ heading }) => [...heading.genres]))
  const denied = subject.names.some(({ heading }) => heading.denied)
  const picture = isImage(subject.document.evidence)
  return wanted
    .filter(({ indicator, material, genres: asked }) => {
      if (indicator !== here.indicator || asked === null) return false
      if (material.nature === 'statement' && !denied && !genres.has('说明')) return false
      if (picture && material.nature !== 'photo' && material.nature !== 'screenshot') return false
      return genreFit(material, asked, genres, subject.forms, denied) === 1
    })
    .map((one) =>
      isSpokenOf(subject, one)
        ? { wanted: one, how: 'sure', why: `正文讲的是本指标的事，文种相符，即“${one.material.name}”` }
        : {
            wanted: one,
            how: 'unsure',
            why: `题名没有写明是什么事，是否为“${one.material.name}”请人工核对`,
            needs: [{ kind: 'title' }],
          },
    )
}

/** It says what kind of paper it is, and perhaps who issued it, and no more: 会议纪要, IMG_0001, 情况说明. */
function isBare({ heading: { matter, kind }, hits, by }: Name): boolean {
  if (by === 'caption') return false
  const said = matter.slice(0, matter.length - kind).replace(/[^\p{Script=Han}]/gu, '')
  return said.length <= BARE || (hits.length === 0 && said.length <= BARE + 2)
}

const BARE = 3

/** The text, not the folder, speaks of the whole matter. */
const isSpokenOf = ({ context }: Subject, { ways }: Wanted): boolean =>
  ways.some(({ slots }) => slots.every((slot) => slot.some((word) => (context.get(word) ?? 0) > 0.4)))
