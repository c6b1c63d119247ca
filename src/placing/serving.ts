import { isImage } from '../core/evidence.ts'
import type { Indicator, Material } from '../core/system.ts'
import { denialOf, denialsIn } from '../language/denials.ts'
import { clipped } from '../language/text.ts'
import { visible } from '../language/visible.ts'
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
  // What a screenshot shows is not what it is: 年度报告公开截图 bears the report's own title.
  const shows = here && isShot(subject) && indicator.materials.some(({ nature }) => nature === 'screenshot')
  const asked = shows ? wanted.filter(({ material }) => isPicture(material)) : wanted
  const called = shows ? { ...subject, names: subject.names.filter(({ by }) => by === 'file') } : subject
  const byTitle = asked.flatMap((one): Served[] => {
    const fit = titleFit(called, one)
    const how = here ? weighedHere(subject, one.material, fit) : weighedElsewhere(fit, placed)
    if (how === 'none') return []
    const unread = how === 'unsure' && fit.fit === 'sure' && here ? '，但内容未能读取，请人工核对' : ''
    const why = here ? `${here.why}，${fit.why}${unread}` : fit.why
    return [{ material: one.material.id, how, why, ...(fit.general && { general: true }) }]
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

const isPicture = ({ nature }: Pick<Material, 'nature'>): boolean => nature === 'photo' || nature === 'screenshot'

/** A name alone does not prove what an unread file holds, unless a picture is all that is asked. */
function weighedHere({ document }: Subject, { nature }: Material, { fit, by }: TitleFit): Served['how'] | 'none' {
  return fit === 'sure' && by === 'file' && !isPicture({ nature }) && document.evidence.extent === 'unread'
    ? 'unsure'
    : fit
}

/** Away from its folder a document is known by its own title only; a generic title (会议纪要) says nothing there. */
function weighedElsewhere({ fit, by, specific }: TitleFit, placed: boolean): Served['how'] | 'none' {
  if (!specific || fit === 'none' || (fit === 'near' && placed)) return 'none'
  return fit === 'sure' && by === 'file' ? 'unsure' : fit
}

const isShot = ({ document, names }: Subject): boolean =>
  isImage(document.evidence) && names.some(({ by, bare: name }) => by === 'file' && SHOT.test(name))

const SHOT = /截图|截屏|网页|screenshot/u

/** A camera's date makes a photograph, a word in the name a screenshot; where both stay possible a person is asked. */
function pictures(subject: Subject, { materials }: Indicator, { why }: Placement): Served[] {
  const { evidence } = subject.document
  const asked = materials.filter(isPicture)
  const only = isShot(subject) ? 'screenshot' : 'taken' in evidence.properties ? 'photo' : null
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

/** What the name of a statement ends with. */
export const STATEMENT = /(?:说明|零报告|承诺书|声明)(?:\d{0,8})$/u

export const isStated = ({ names }: Subject): boolean =>
  names.some(({ by, bare: name }) => by !== 'heading' && STATEMENT.test(name))

/** One paper often states for many indicators that there was nothing: it is each one's that it denies in so many words. */
function statements(subject: Subject, indicator: Indicator, { why }: Placement): Served[] {
  const asked = indicator.materials.filter(({ nature }) => nature === 'statement')
  if (asked.length === 0 || !isStated(subject)) return []
  const denied = deniedBy(subject, indicator)
  return asked.map(({ id, name }) =>
    denied
      ? { material: id, how: 'sure', why: `${why}的说明类材料，写明“${clipped(visible(denied), 60)}”，作为“${name}”` }
      : { material: id, how: 'unsure', why: `${why}的说明类材料，是否为“${name}”请人工核对`, general: true },
  )
}

const [SHARE, LEAST] = [0.6, 8]

export const deniedBy = ({ document }: Subject, { text }: Indicator): string | undefined =>
  denialOf(denialsIn(document.evidence), text, SHARE, LEAST)
