import { isImage } from '../core/evidence.ts'
import type { Indicator, Material } from '../core/system.ts'
import type { Placement } from './mapping.ts'
import { type Subject, type TitleFit, titleFit, type Wanted } from './titles.ts'

/** How a file serves one material of an indicator. `near` explains why it does not. */
export type Served = {
  readonly material: string
  readonly how: 'sure' | 'unsure' | 'near'
  readonly why: string
  /** Known by a word that means something only under its indicator. */
  readonly general?: true
}

/** By its titles and, under the indicator, by being a picture or a statement. Ledgers are known by their headers instead. */
export function servedBy(
  subject: Subject,
  wanted: readonly Wanted[],
  indicator: Indicator,
  here: Placement | undefined,
  placed: boolean,
): Served[] {
  if (here?.material) return [{ material: here.material, how: 'sure', why: here.why }]
  const byTitle = wanted.flatMap((one): Served[] => {
    const fit = titleFit(subject, one)
    const how = here ? weighedHere(subject, one.material, fit) : weighedElsewhere(fit, placed)
    if (how === 'none') return []
    const unread = how === 'unsure' && fit.fit === 'sure' && here ? '，但内容未能读取，请人工核对' : ''
    const why = here ? `${here.why}，${fit.why}${unread}` : fit.why
    return [{ material: one.material.id, how, why, ...(!fit.specific && { general: true }) }]
  })
  // A file that is one of the indicator's materials is no near miss of the others.
  const found = byTitle.filter(({ how }) => how !== 'near')
  if (found.length > 0) return found
  if (!here) return byTitle
  return [
    ...byTitle,
    ...(isImage(subject.document.evidence) ? pictures(subject, indicator, here) : statements(subject, indicator, here)),
  ]
}

/** A name alone does not prove what an unread file holds, unless a picture is all that is asked. */
function weighedHere({ document }: Subject, { nature }: Material, { fit, by }: TitleFit): Served['how'] | 'none' {
  const picture = nature === 'photo' || nature === 'screenshot'
  return fit === 'sure' && by === 'file' && !picture && document.evidence.extent === 'unread' ? 'unsure' : fit
}

/** Away from its folder a document is known by its own title only; a generic title (会议纪要) says nothing there. */
function weighedElsewhere({ fit, by, specific }: TitleFit, placed: boolean): Served['how'] | 'none' {
  if (!specific || fit === 'none' || (fit === 'near' && placed)) return 'none'
  return fit === 'sure' && by === 'file' ? 'unsure' : fit
}

/** A camera's date makes a photograph, a word in the name a screenshot; where both stay possible a person is asked. */
function pictures({ document: { evidence }, names }: Subject, { materials }: Indicator, { why }: Placement): Served[] {
  const asked = materials.filter(({ nature }) => nature === 'photo' || nature === 'screenshot')
  const shot = names.some(({ bare: name }) => /截图|截屏|网页|screenshot/u.test(name))
  const only = shot ? 'screenshot' : 'taken' in evidence.properties ? 'photo' : null
  const fitting = asked.filter(({ nature }) => only === null || nature === only)
  const how = fitting.length === 1 ? 'sure' : 'unsure'
  const doubt = how === 'unsure' ? '，请人工核对属于哪项材料' : ''
  return fitting.map(({ id, name }) => ({
    material: id,
    how,
    why: `${why}的图片，作为“${name}”${doubt}`,
    general: true,
  }))
}

const STATEMENT = /(?:情况说明|零报告|承诺书|声明|说明)(?:\d{0,8})$/u

function statements({ names }: Subject, { materials }: Indicator, { why }: Placement): Served[] {
  const named = names.find(({ by, bare: name }) => by !== 'heading' && STATEMENT.test(name))
  if (!named) return []
  return materials
    .filter(({ nature }) => nature === 'statement')
    .map(({ id, name }) => ({
      material: id,
      how: 'unsure',
      why: `${why}的说明类材料，是否为“${name}”请人工核对`,
      general: true,
    }))
}
