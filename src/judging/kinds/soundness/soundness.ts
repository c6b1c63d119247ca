import { kind, type Scope } from '../../../core/kind.ts'
import type { Document, Package } from '../../../core/package.ts'
import type { Indicator } from '../../../core/system.ts'
import { exempt, gap, met, unclear, type Verdict } from '../../../core/verdict.ts'
import { bare, clipped } from '../../../language/text.ts'
import { indexOf } from '../../desk/scope-index.ts'
import { documentNames, nameOf } from '../../papers/absent.ts'
import { FLAW_KINDS, type Flaw } from '../../papers/flaws/flaw.ts'
import { flawsIn } from '../../papers/flaws/flaws.ts'
import { type Home, homesOf } from '../../papers/flaws/homes.ts'
import { isOfCases, type Shared, sharedNumbers } from '../../papers/flaws/shared-numbers.ts'

const messages = {
  nothing: { says: '没有报送文件', fix: '无需处理' },
  sound: { says: '所报文件本身未见草稿、未签署、外单位、已到期等情形', fix: '无需处理' },
  foreign: {
    says: '{paper}{may}不是本单位的材料：{words}{also}',
    fix: '请撤下，换成本单位的；确与本单位有关的，请附上说明',
  },
  draft: {
    says: '{paper}{may}不是定稿：有{words}字样{also}',
    fix: '请报正式印发件（文号、落款、日期齐全）；尚未印发的，请说明进度',
  },
  unsigned: {
    says: '{paper}{may}没有签署完毕：{words}{also}',
    fix: '请报签字盖章、日期填齐的原件；尚未签署的，不能作为依据',
  },
  undated: { says: '{paper}{may}没有落款日期{also}', fix: '请报落款日期完整的正式文本' },
  expired: {
    says: '{paper}{may}已经到期：{words}，未见续签或者新的一份{also}',
    fix: '请报续签的合同或者仍在有效期内的证件；中断的，请说明原因',
  },
  lapsed: {
    says: '{paper}{may}已经过了有效期：{words}，未见修订或者延续的文件{also}',
    fix: '请报修订后重新印发的文本，或者延长有效期的文件；已经停用的，请撤下',
  },
  interrupted: {
    says: '{paper}与下一份之间{may}断了：{words}，中间没有{also}',
    fix: '请补报中间这段的合同、聘书；当时没有的，请说明原因',
  },
  abolished: {
    says: '{paper}{may}评估的不是现行有效的文件：{words}{also}',
    fix: '请核对清理结果；当年没有评估现行有效文件的，请如实说明并补做',
  },
  copied: {
    says: '{paper}{may}写的不是题名那一年的事：{words}{also}',
    fix: '请换成当年的；当年没有做的，请如实说明',
  },
  'other-year': { says: '{paper}的年份对不上：{words}{also}', fix: '请核对是否放错了文件，换成那一年的或者改文件名' },
  unfilled: { says: '{paper}是空白表：{words}{also}', fix: '请报填好的表；没有可填的，请写明“无”' },
  duplicate: { says: '{paper}重复报送：{words}{also}', fix: '请撤下其中一份' },
  'same-number': {
    says: '{paper}的文号与别的文件相同：{words}{also}',
    fix: '请核对发文登记和原件，文号写错的请更正',
  },
  'one-number': {
    says: '文号“{number}”用在{count}份题名不同的文件上：{papers}',
    fix: '一个文号只能用于一份文件：请核对发文登记和原件，写错的请更正后重报',
  },
  slip: { says: '{paper}里有笔误：{words}{also}', fix: '请核对原件，补齐、更正后重报' },
  empty: { says: '{paper}打不开：{words}{also}', fix: '请从原处重新复制这个文件' },
  older: {
    says: '{paper}的日期与引用的文件对不上：{words}{also}',
    fix: '请核对原件，日期或者文号写错的请更正',
  },
} as const

type Message = keyof typeof messages

/** Each paper is looked at by itself, used or not, and told once where it lies or serves. */
export const soundness = kind({
  name: 'soundness',
  summary: '文件本身是否可用：草稿、未签署、没有日期、外单位的、已到期的，逐件指出。',
  decides: 'machine',
  everywhere: true,
  params: {},
  messages,

  judge(_, scope) {
    const flaws = flawsIn(scope.package)
    const { documents } = indexOf(scope.package)
    const verdicts = [...flaws].flatMap(([file, all]) => {
      const document = documents.get(file)
      const own = all.filter((flaw) => flaw.kind !== 'lapsed' || isStanding(scope, file))
      if (own.length === 0) return []
      const home = isSlight(own) ? wholeOf(scope) : homeHere(scope, file)
      return document && home && !isToldTogether(own) ? [told(document, own, home.sure)] : []
    })
    if (scope.indicator.id === 'package') {
      const abouts = oneNumberAsked(scope)
      const untold = sharedNumbers(scope.package).filter((one) => !abouts.some((about) => isOfCases(one, about)))
      verdicts.push(...untold.map(shared))
    }
    if (verdicts.length > 0 || flaws.size > 0 || !scope.rule.id.startsWith(`${scope.indicator.id}.`)) return verdicts
    return scope.package.documents.length > 0 ? [met('sound')] : [exempt('nothing')]
  },
})

/** Two cases under one number are told by the rule that asks it of cases, where that is judged. */
const oneNumberAsked = ({ indicators = [], isJudged = () => true }: Scope): string[][][] =>
  indicators
    .filter(({ id }) => isJudged(id))
    .flatMap(({ rules }) =>
      rules.flatMap(({ kind: name, params: { numbered, about } }) =>
        name === 'tables' && numbered === true && Array.isArray(about) ? [about.map(textsIn)] : [],
      ),
    )

const textsIn = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : []

/** A rule that is there to be in force: of one that shows how it was made, nothing follows from its end. */
const isStanding = ({ package: { matches }, indicator: { id, materials } }: Scope, file: string): boolean =>
  matches.some(
    (match) =>
      match.file === file &&
      match.indicator === id &&
      match.sure &&
      materials.some((one) => one.id === match.material && one.nature === 'institutional'),
  )

/** The package's own line names all papers of a number. */
const isToldTogether = (flaws: readonly Flaw[]): boolean => flaws.every(({ kind: name }) => name === 'same-number')

function shared({ number, documents, sure }: Shared): Verdict<Message> {
  const data = { number, count: documents.length, papers: documentNames(documents) }
  const about = {
    subject: `same-number ${number}`,
    cites: documents.map(({ evidence, facts }) => facts.number?.at ?? { file: evidence.path }),
    expected: '一文一号',
    actual: `${documents.length}份`,
  }
  return sure ? gap('one-number', data, about) : unclear('one-number', data, about)
}

/** No verdict rests on a slip of the pen, nor on a file of no bytes: it is told once, of the package. */
const isSlight = (flaws: readonly Flaw[]): boolean => flaws.every(({ kind: name }) => SLIGHT.has(name))
const SLIGHT: ReadonlySet<string> = new Set<Flaw['kind']>([
  'slip',
  'empty',
  'same-number',
  'other-year',
  'unfilled',
  'duplicate',
])

const wholeOf = ({ indicator }: Scope): Home | undefined =>
  indicator.id === 'package' ? { indicator: 'package', sure: false } : undefined

/** Under an indicator that nobody judges for this unit, nobody would read it: it is the package's then. */
function homeHere(scope: Scope, file: string): Home | undefined {
  const { package: found, indicator, indicators = [indicator], isJudged = () => true } = scope
  const homes = homesOf(file, found).filter((home) => isJudged(home.indicator))
  if (homes.length === 0) return indicator.id === 'package' ? { indicator: 'package', sure: false } : undefined
  const isBeside = ({ indicator: id }: Home) => indicators.some((one) => one.id === id && isAside(found, one, file))
  // What is demanded nowhere is told where it lies first.
  const main = homes.find((home) => !isBeside(home)) ?? homes[0]
  return homes.find((home) => home.indicator === indicator.id && (home === main || !isBeside(home)))
}

/** Nothing that this indicator demands rests on it, and it is told of where it belongs. */
function isAside({ matches }: Package, { id, materials, rules }: Indicator, file: string): boolean {
  const own = matches.filter((match) => match.file === file && match.indicator === id)
  const served = own.flatMap(({ material, was }) => material ?? was ?? [])
  const isDemanded = (material: string) => {
    if (materials.find((one) => one.id === material)?.need === 'supporting') return false
    const asking = rules.filter(({ params }) => Array.isArray(params.materials) && params.materials.includes(material))
    return asking.length === 0 || asking.some(({ severity }) => severity !== 'advised')
  }
  return served.length > 0 && !served.some(isDemanded)
}

function told(document: Document, flaws: readonly Flaw[], isHome: boolean): Verdict<Message> {
  const [flaw, ...more] = flaws.toSorted((a, b) => rank(a) - rank(b)) as [Flaw, ...Flaw[]]
  // What is wrong with a paper is wrong whosever duty it was.
  const sure = flaw.sure && isHome
  const data = {
    paper: nameOf(document),
    may: flaw.sure ? '' : '可能',
    words: flaw.words,
    also: more.map(({ words }) => `；${words}`).join(''),
  }
  const { partOf = document.evidence.path } = document
  const about = {
    subject: `${flaw.kind} ${clipped(bare(document.facts.title?.value ?? partOf.slice(partOf.lastIndexOf('/') + 1)), 40)}`,
    cites: [flaw, ...more].flatMap(({ at }) => at),
    expected: EXPECTED[flaw.kind],
    actual: flaw.words,
  }
  return sure ? gap(flaw.kind, data, about) : unclear(flaw.kind, data, about)
}

const rank = ({ kind: name, sure }: Flaw): number => FLAW_KINDS.indexOf(name) + (sure ? 0 : FLAW_KINDS.length)

const EXPECTED: Readonly<Record<Flaw['kind'], string>> = {
  foreign: '本单位的材料',
  draft: '正式印发的文本',
  unsigned: '签署完毕的文本',
  undated: '有落款日期',
  expired: '在有效期内',
  lapsed: '在有效期内',
  interrupted: '前后相接',
  abolished: '评估现行有效的文件',
  copied: '写当年的事',
  'other-year': '文件名与内容年份一致',
  unfilled: '填好的表',
  duplicate: '不重复报送',
  'same-number': '一文一号',
  older: '日期与引用相符',
  slip: '写全、写对',
  empty: '能打开的文件',
}
