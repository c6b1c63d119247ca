import type { Scope } from '../../core/kind.ts'
import type { Document, NearMiss } from '../../core/package.ts'
import type { Place } from '../../core/place.ts'
import type { Material } from '../../core/system.ts'
import { exempt, gap, unclear, type Verdict } from '../../core/verdict.ts'
import { denialOf, denialsIn } from '../../language/denials.ts'
import { paperWord } from '../../language/paper-words.ts'
import { fileName, listed, titled } from '../../language/prose.ts'
import { bare, clipped } from '../../language/text.ts'
import { visible } from '../../language/visible.ts'
import { howUnread, ledgersOf, type Matched, matchedTo, nearMissesOf, unreadFor } from '../desk/scope.ts'
import { indexOf } from '../desk/scope-index.ts'
import { yearsAbout } from '../desk/years.ts'
import { declarationOf, declared } from '../rows/opened.ts'
import { kindredOf } from './kindred.ts'

export const ABSENT_MESSAGES = {
  missing: {
    says: '未见{material}{period}{here}',
    fix: '请补交{material}{period}；已经有的，放进本指标的文件夹，文件名写上它的名称',
  },
  unread: {
    says: '未见{material}{period}，但有{count}个文件{how}（{files}），可能就在其中',
    fix: '请人工查看未能读取的文件，或换成可读取的格式后重新核对；确实没有的，请补充',
  },
  'near-miss': {
    says: '未见{material}{period}，有一个文件与之接近：{why}',
    fix: '请打开该文件看一看：就是{material}的，文件名写上这个名称；不是的，请补交',
  },
  'unsure-duty': {
    says: '未见{material}{period}，但本指标是否由本单位承担尚不能确定',
    fix: '请与指标牵头单位确认分工：由本单位承担的，请补充；不由本单位承担的，请声明不适用',
  },
  'not-demanded': { says: '未见补充材料{material}{period}，不影响结论', fix: '有的话可以补充，没有不必另做' },
  declared: {
    says: '本单位已就本指标作{declares}：{reason}',
    fix: '无需补充；情况有变化的，请撤回{declares}并报送材料',
  },
} as const

export type AbsentMessage = keyof typeof ABSENT_MESSAGES

/** An absence accuses only where the duty is certain, everything was read, and nothing came near. */
export function isSure(scope: Scope, materials: readonly string[] = []): boolean {
  return scope.certain && unreadFor(scope).length === 0 && materials.every((id) => nearMissesOf(scope, id).length === 0)
}

/**
 * Whether all rows of a ledger are there: only what holds a table may hold more of them, and what lies under another
 * indicator is that one's.
 */
export const hasAllRows = (scope: Scope, ledger: string): boolean =>
  isSure(scope) &&
  ledgerMaterials(scope, ledger)
    .flatMap((id) => nearMissesOf(scope, id))
    .every(({ file }) => isElsewhere(scope, file) || !holdsTable(scope, file))

const holdsTable = ({ package: found }: Scope, file: string): boolean =>
  (indexOf(found).documents.get(file)?.evidence.tables.length ?? 1) > 0

function isElsewhere({ package: found, indicator }: Scope, file: string): boolean {
  const placed = indexOf(found).placed.get(file)
  return placed !== undefined && !placed.has(indicator.id)
}

/** Why too few is no accusation here. */
export function doubtOf(scope: Scope): string {
  return scope.certain ? '有文件未能读取或接近而不能确定' : '本指标是否由本单位承担尚不能确定'
}

/** The materials of the indicator that are this ledger: what comes near one of them may hold what seems to be missing. */
export const ledgerMaterials = ({ indicator }: Scope, ledger: string): string[] =>
  indicator.materials.filter((material) => material.ledger === ledger).map(({ id }) => id)

type About = { readonly subject?: string; readonly period?: string; readonly year?: number | null }

/** What it means that none of these materials is there. */
export function absentVerdict(
  scope: Scope,
  ids: readonly string[],
  { subject = '', period = '', year = null }: About = {},
): Verdict<AbsentMessage> {
  const materials = materialsOf(scope, ids)
  const data = {
    material:
      listed(
        materials.map(({ name }) => titled(name)),
        '种',
      ) || '所要求的材料',
    period,
  }
  const more = { subject, expected: data.material, actual: '未见', lacks: { materials: ids } }
  const declaration = declarationOf(scope)
  if (declaration && (declaration.declares === '不适用' || materials.length === 0 || materials.some(fallsAway)))
    return { ...declared(declaration), subject }
  if (materials.length > 0 && materials.every(({ need }) => need === 'supporting'))
    return exempt('not-demanded', data, more)

  const near = nearOf(scope, ids, year)
  const [first] = near
  if (first)
    return unclear('near-miss', { ...data, why: first.why }, { ...more, cites: near.map(({ file }) => ({ file })) })
  const unread = unreadFor(scope)
  if (unread.length > 0)
    return unclear(
      'unread',
      {
        ...data,
        count: unread.length,
        how: howUnread(unread),
        files: listed(
          unread.map(({ path }) => fileName(path)),
          '个',
        ),
      },
      { ...more, cites: unread.map(({ path }) => ({ file: path })) },
    )
  const told = materials.some(fallsAway) ? toldUnder(scope, materials) : undefined
  if (told) {
    const why = `${nameOf(told.document)}写有“${clipped(visible(told.words), 60)}”，可能是没有此类事项的说明`
    return unclear('near-miss', { ...data, why }, { ...more, cites: [titlePlace(told.document)] })
  }
  if (!scope.certain) return unclear('unsure-duty', data, more)
  const kindred = kindredOf(scope, materials, (document) => mayBeOf(scope, document.evidence.path, year))
  if (kindred) {
    const why = `${documentNames(kindred.documents)}${kindred.why}`
    return unclear('near-miss', { ...data, why }, { ...more, cites: kindred.documents.map(titlePlace) })
  }
  return gap('missing', { ...data, here: hereOf(scope) }, more)
}

const STATEMENT = new RegExp(`${paperWord('statements')}(?:\\d{0,8})$`, 'u')

/** A statement that lies under the indicator and denies something that it or the material is about: 未收到公开申请. */
function toldUnder({ package: found, indicator }: Scope, materials: readonly Material[]) {
  const about = [indicator.text, ...materials.map(({ name }) => name)].join('。')
  for (const document of indexOf(found).under.get(indicator.id) ?? []) {
    const names = [
      document.facts.title?.value ?? '',
      fileName(document.evidence.path).replace(/\.[a-z0-9]{1,5}$/iu, ''),
    ]
    if (!names.some((name) => STATEMENT.test(bare(name)))) continue
    const words = denialOf(denialsIn(document.evidence), about, 0.4, 4)
    if (words !== undefined) return { document, words }
  }
  return undefined
}

/** What does lie under the indicator, so that a clerk sees why none of it counts. */
function hereOf({ package: found, indicator }: Scope): string {
  const documents = indexOf(found).under.get(indicator.id) ?? []
  return documents.length > 0 ? `（本指标下现有${documentNames(documents)}）` : ''
}

/** What nearly is one of these materials. A near miss of another year is none for this one. */
const nearOf = (scope: Scope, ids: readonly string[], year: number | null): NearMiss[] =>
  ids.flatMap((id) => nearMissesOf(scope, id)).filter(({ file }) => mayBeOf(scope, file, year))

/** Whether a file that nobody could read or place may be one more of these materials. */
export const mayBeMore = (scope: Scope, ids: readonly string[], year: number | null): boolean =>
  unreadFor(scope).length > 0 || nearOf(scope, ids, year).length > 0

function mayBeOf({ package: found }: Scope, file: string, year: number | null): boolean {
  const document = indexOf(found).documents.get(file)
  const years = document && year !== null ? yearsAbout(document) : []
  return years.length === 0 || (year !== null && years.includes(year))
}

/**
 * With 零报告 nothing happened, so nothing was recorded; the institution itself must still be there. Materials that are
 * asked for together are alternatives, and the declaration stands for the one that would have recorded something.
 */
const fallsAway = ({ nature }: Material): boolean => nature !== 'institutional'

export const materialsOf = ({ indicator }: Scope, ids: readonly string[]): Material[] =>
  ids.flatMap((id) => indicator.materials.filter((material) => material.id === id))

/** The files that serve any of these materials, each once, sure ones first; a ledger also where only its headers tell. */
export function filesOf(scope: Scope, ids: readonly string[]): Matched[] {
  const found = new Map<string, Matched>()
  const matched = ids.flatMap((id) => matchedTo(scope, id)).sort((a, b) => Number(b.match.sure) - Number(a.match.sure))
  for (const item of [...matched, ...materialsOf(scope, ids).flatMap((material) => ledgerFiles(scope, material))]) {
    const { path } = item.document.evidence
    if (!found.has(path) || (item.match.sure && !found.get(path)?.match.sure)) found.set(path, item)
  }
  return [...found.values()]
}

function ledgerFiles(scope: Scope, material: Material): Matched[] {
  if (material.ledger === null) return []
  const tables = new Set(ledgersOf(scope, material.ledger).map(({ file }) => file))
  return scope.package.documents
    .filter(({ evidence }) => tables.has(evidence.path))
    .map((document) => ({
      document,
      match: {
        file: document.evidence.path,
        indicator: scope.indicator.id,
        material: material.id,
        sure: true,
        why: `表头与《${material.ledger}》相符`,
      },
    }))
}

/** Where a document says what it is: its title, else the whole file. */
export const titlePlace = ({ evidence, facts }: Document): Place => facts.title?.at ?? { file: evidence.path }

export const dayPlace = (document: Document): Place => document.facts.issued?.at ?? titlePlace(document)

export const isDraft = ({ facts }: Document): boolean => facts.drafts.length > 0

/** 《关于…的通知》, or the file's name where no title was found. */
export const nameOf = ({ evidence, facts }: Document): string =>
  facts.title ? titled(facts.title.value) : `“${fileName(evidence.path)}”`

/** 《甲》、《乙》、《丙》等5份 */
export const documentNames = (documents: readonly Document[]): string => listed(documents.map(nameOf), '份')
