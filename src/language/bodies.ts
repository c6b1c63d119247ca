import type { Unit } from '../core/system.ts'
import { bare, plain } from './text.ts'

/** Whose body a name is, as seen from a unit. `other`: above it, beside the administration, or not to be told. */
export type Whose = 'own' | 'sibling' | 'stranger' | 'other'

type Names = { readonly own: readonly string[]; readonly others: readonly string[]; readonly home: Home }
type Home = { readonly county: string | undefined; readonly city: string | undefined }

const known = new WeakMap<readonly Unit[], Map<string, Names>>()

const COUNTY =
  /^(?:中共)?(?:\p{Script=Han}{2,6}省)?(\p{Script=Han}{2,3}市)?(\p{Script=Han}{1,4}[区县])(?=\p{Script=Han}{2})/u
// 经济开发区 and 古城景区 are no counties, 全区 and 我区 name none.
const NO_COUNTY = /^.[区县]$|(?:开发|高新|示范|园|景|社|新|矿|库|林|片|校|小|保护|工业|产业|管理|城)区$|^[全我本各市]/u
const CITY = /^(?:中共)?(?:\p{Script=Han}{2,6}省)?(\p{Script=Han}{2,3}市)(?=\p{Script=Han}{2})/u
// 昭化区柏林沟镇 is the town; 镇政府办公室 names none.
const TOWN =
  /([^区县市省]{1,4}[镇乡]|[^区县市省]{1,4}街道)(?=人民政府|政府|党委|委员会|党政|纪委|综合|便民|应急|平安|司法所|办事处|$)/u

/**
 * 广元市昭化区司法局 is 区司法局; 广元市司法局 and 省司法厅 stand above it; 广元市利州区司法局 and any other town are
 * strangers, whether the roster knows them or not: a name says its county and its town itself.
 */
export function whose(name: string, unit: Unit, roster: readonly Unit[]): Whose {
  const signer = bare(name)
  const { own, others, home } = namesOf(unit, roster)
  const county = countyIn(signer)
  if (county && home.county && county !== home.county) return 'stranger'
  const [, city] = COUNTY.exec(signer) ?? []
  const [, above] = CITY.exec(signer) ?? []
  if ((city ?? above) && home.city && (city ?? above) !== home.city && !isOurs(signer, own)) return 'stranger'
  if (isOurs(signer, own)) return 'own'
  const [, town] = TOWN.exec(signer) ?? []
  if (town) return unit.kind === 'town' ? 'stranger' : 'sibling'
  return others.some((other) => signs(signer, other)) ? 'sibling' : 'other'
}

function countyIn(name: string): string | undefined {
  const [, , county] = COUNTY.exec(name) ?? []
  return county && !NO_COUNTY.test(county) ? county : undefined
}

/** Whether a text names the unit, as its addressee or otherwise. */
export function namesUnit(text: string, unit: Unit, roster: readonly Unit[]): boolean {
  const { own, home } = namesOf(unit, roster)
  const written = plain(text)
  return own.some((name) => {
    const stem = name
    for (let at = written.indexOf(stem); at >= 0; at = written.indexOf(stem, at + 1))
      if (isOwnHere(written.slice(0, at), stem, home)) return true
    return false
  })
}

/** 利州区司法局 is not 区司法局: before a name that begins with 区 stands nothing, or the county's own. */
function isOwnHere(before: string, name: string, { county }: Home): boolean {
  if (!/^[区县]/u.test(name)) return true
  return (
    !/\p{Script=Han}$/u.test(before) ||
    (county !== undefined && before.endsWith(county.slice(0, -1))) ||
    /[由与和及向经报请送对为是在]$/u.test(before)
  )
}

function namesOf(unit: Unit, roster: readonly Unit[]): Names {
  const byUnit = known.get(roster) ?? new Map<string, Names>()
  known.set(roster, byUnit)
  const names =
    byUnit.get(unit.name) ??
    ({
      own: spelt(unit),
      others: roster.filter(({ name }) => name !== unit.name).flatMap(spelt),
      home: homeOf(roster),
    } satisfies Names)
  byUnit.set(unit.name, names)
  return names
}

const spelt = ({ name, aliases }: Unit): string[] => [name, ...aliases].map(bare)

/** The county and the city that most of the roster's names begin with. */
function homeOf(roster: readonly Unit[]): Home {
  const [counties, cities] = [new Map<string, number>(), new Map<string, number>()]
  for (const name of roster.flatMap(spelt)) {
    const county = countyIn(name)
    const [, city] = COUNTY.exec(name) ?? []
    if (county) counties.set(county, (counties.get(county) ?? 0) + 1)
    if (city) cities.set(city, (cities.get(city) ?? 0) + 1)
  }
  return { county: most(counties), city: most(cities) }
}

const most = (counts: ReadonlyMap<string, number>): string | undefined =>
  [...counts].sort((a, b) => b[1] - a[1])[0]?.[0]

const isOurs = (signer: string, own: readonly string[]): boolean => own.some((name) => signs(signer, name))

/** 区司法局 signs as 广元市昭化区司法局; 广元市司法局 and 省司法厅 are others. */
function signs(signer: string, own: string): boolean {
  if (signer.includes(own)) return true
  const rest = local(own)
  const at = rest === own ? -1 : signer.lastIndexOf(rest)
  return at === 0 || (at > 0 && !/[省市厅部]/u.test(signer[at - 1]!))
}

const local = (own: string): string => (/^[区县镇](?=\p{Script=Han}{3})/u.test(own) ? own.slice(1) : own)
