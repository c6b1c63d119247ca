import type { Roster } from '../core/system.ts'
import { plain } from './plain.ts'
import { topics } from './topics.ts'

const PLACES = /^(\p{Script=Han}{2,3}[省市])?(\p{Script=Han}{2,3}[区县])?/u

/** What bodies and places are called, longest first: before a title they say who issued it. */
export function bodiesOf({ units }: Roster, own: string): string[] {
  // What coordinates the rule of law is a topic, not an issuer.
  const names = units
    .flatMap(({ name, aliases }) => [name, ...aliases])
    .filter((name) => !/依法治|领导小组/u.test(name))
  const places = names.flatMap((name) => {
    const [, city = '', district = ''] = PLACES.exec(name) ?? []
    return city && district ? [city, district] : []
  })
  const known = [
    ...names,
    own,
    ...fieldsOf(units, own),
    ...places,
    ...topics().bodies,
    '中共',
    '本局',
    '我局',
    '我镇',
    '本镇',
    '全区',
    '全镇',
    '区级',
  ]
  return [...new Set(known)].filter((name) => name.length >= 2).sort((a, b) => b.length - a.length)
}

/** 人力资源社会保障领域突发事件应急预案: the unit's own field says as little of a paper as its name. */
function fieldsOf(units: Roster['units'], own: string): string[] {
  const unit = units.find(({ name }) => name === own)
  const stems = [own, ...(unit?.aliases ?? [])].map((name) =>
    name.replace(/^.*[区县市](?=\p{Script=Han}{3})/u, '').replace(/(?:局|委员会|办公室|中心|委|办)$/u, ''),
  )
  return stems.filter((stem) => stem.length >= 2).flatMap((stem) => FIELDS.map((word) => stem + word))
}

const FIELDS = ['领域', '系统', '行业']

/** Who issued it stands before what it is about. */
export function withoutBody(text: string, bodies: readonly string[]): string {
  let rest = text.trim()
  for (let last = ''; last !== rest; ) {
    last = rest
    const body = bodies.find((name) => rest.startsWith(name))
    if (body) rest = rest.slice(body.length).trim()
  }
  return bodies.reduce(
    (text, body) => (body.length >= 4 && text.includes(body) ? text.replaceAll(body, ' ') : text),
    rest,
  )
}

/** A title without those who issued it, as profiles are learnt from titles and asked of them; `own` may be ''. */
export function cleanedOf(roster: Roster, own: string): (title: string) => string {
  const bodies = bodiesOf(roster, own)
  return (title) => withoutBody(plain(title), bodies)
}
