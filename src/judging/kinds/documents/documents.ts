import type { Scope } from '../../../core/kind.ts'
import { kind } from '../../../core/kind.ts'
import type { Document } from '../../../core/package.ts'
import type { Material } from '../../../core/system.ts'
import { shown } from '../../../core/verdict.ts'
import { isAbout, type Period, subjectOf, yearsAbout, yearsOf } from '../../desk/years.ts'
import { ABSENT_MESSAGES, filesOf, materialsOf } from '../../papers/absent.ts'
import { flawsIn } from '../../papers/flaws/flaws.ts'
import { type Demand, demandOf, distinctPapers, type Paper, paperOf, type Window } from '../../papers/papers.ts'
import { answersTo, called, callingsOf, needed } from './called.ts'
import { type Asked, judged } from './period.ts'

const messages = {
  ...ABSENT_MESSAGES,
  called: {
    says: '未见{material}{period}，而{rows}，应当有',
    fix: '请补交{material}；写得不实的更正，确实不需要的作出说明',
  },
  present: { says: '{material}{period}已有{files}{note}', fix: '无需处理' },
  few: {
    says: '{material}{period}应有{needed}份，现有{count}份（{files}）{also}',
    fix: '请补足{material}；已有的，请放入本指标文件夹或规范题名',
  },
  'not-yet': { says: '尚未见{material}{period}（{why}）', fix: '形成后补充即可' },
  unsure: {
    says: '{files}可能是{material}{period}，还不能确定：{words}',
    fix: '请打开看一看；是的，文件名写上它的名称，不是的，请补交{material}',
  },
  'year-unsure': {
    says: '{material}{period}：{files}没有写明年度，成文于次年年初，不能确定说的是哪一年',
    fix: '请核对该文件；说的是该年的，请在文件名中写明年度，不是的，请补充{material}{period}',
  },
  draft: { says: '{material}{period}只见未定稿的文本：{files}有{words}字样或痕迹', fix: '请报送正式印发的文本' },
  unsound: { says: '{files}不能作为{material}{period}：{words}', fix: '请报签署完毕、仍在有效期内的{material}' },
  'not-read': { says: '{files}应是{material}{period}，但内容未能读取', fix: '请人工查看该文件，或换成可读取的格式' },
  undated: {
    says: '{files}没有看到成文日期，不能作为{material}{period}',
    fix: '请核对原件的落款日期；没有落款日期的，请补充能证明日期的材料',
  },
  'no-seal': {
    says: '{files}未检出印章，不能作为正式的{material}{period}',
    fix: '请核实原件是否盖章；已盖章的，请报送盖章页清晰的扫描件',
  },
  'no-number': {
    says: '{files}未见发文字号，不能作为正式印发的{material}{period}',
    fix: '请报送带发文字号的正式文件；发文字号在图片版头中的，请人工核对',
  },
  format: { says: '{files}是{words}格式，{material}{period}应为{formats}格式', fix: '请报送{formats}格式的正式文件' },
  late: { says: '{files}成文于{words}，晚于{by}', fix: '请核实落款日期；有{by}以前成文的{material}的，请补充' },
  future: { says: '{files}的成文日期是{words}，晚于审核日{asOf}', fix: '请核实该文件的落款日期' },
  outside: {
    says: '{material}只见创建周期（{cycle}）以外的：{files}成文于{words}',
    fix: '请补充创建周期内形成的{material}',
  },
} as const

export const documents = kind({
  name: 'documents',
  summary: '应有的材料是否齐全：制度类在有效期内即可，过程类须在创建周期内形成。',
  decides: 'machine',
  params: {
    materials: { type: 'materials', description: '应有的材料' },
    need: {
      type: 'choice',
      of: ['all', 'any'],
      description: '每种都要有（all），还是有其中一种即可（any）',
      default: 'all',
    },
    every: {
      type: 'choice',
      of: ['once', 'year'],
      description: '周期内有即可（once），还是每年都要有（year）',
      default: 'once',
    },
    'at-least': { type: 'integer', description: '至少几份', default: 1 },
    number: { type: 'choice', of: ['required', 'any'], description: '是否必须有发文字号', default: 'any' },
    seal: {
      type: 'choice',
      of: ['required', 'any'],
      description: '是否必须盖章；未检测印章的不作判断',
      default: 'any',
    },
    'called-for': {
      type: 'classes',
      description:
        '什么使它成为应有：台账中这几类表头下都填“是”“有”的行；写明 called-by 的，是那些材料中这几类字样都有的句子',
      default: [],
    },
    'called-by': { type: 'materials', description: '哪些材料要求提交它', default: [] },
    'dated-by': { type: 'day', description: '成文日期不晚于', default: null },
    formats: { type: 'texts', description: '限于这些格式，如 pdf、docx', default: [] },
  },
  messages,

  judge(params, scope) {
    const { materials, need, every } = params
    const groups = need === 'all' ? materials.map((id) => [id]) : [materials]
    const periods = every === 'year' ? yearsOf(scope) : [null]
    const asked = {
      needed: params['at-least'],
      number: params.number === 'required',
      seal: params.seal === 'required',
      by: params['dated-by'],
      formats: params.formats,
    }
    const callings = callingsOf(scope, params['called-by'], params['called-for'])
    return groups.flatMap((ids) => {
      const papers = distinctPapers(papersOf(scope, ids, asked, every === 'year'))
      const fits = papers.filter(({ flaw }) => flaw === null)
      // From the first year in which the unit did so.
      const since = periods.findIndex((period) => fits.some(({ document }) => isOf(document, period)))
      return periods.map((period, at) => {
        const isShown = every === 'year' && since >= 0 && at > since
        const verdict = judged(isShown ? { ...scope, certain: true } : scope, {
          ids,
          subject: subjectOf(need === 'all' ? (ids[0] ?? '') : '', period),
          period,
          papers,
          ...asked,
        })
        if (verdict.message === 'missing' && callings.length > 0) {
          const answers = answersTo(scope, params['called-by'], params['called-for'], ids)
          return answers.length > 0 ? { ...verdict, cites: answers } : called(verdict, callings, needed(scope, ids))
        }
        return isShown ? shown(verdict) : verdict
      })
    })
  },
})

const isOf = (document: Document, period: Period | null): boolean =>
  period?.year != null && isAbout(document, period.year) === 'yes'

function papersOf(
  scope: Scope,
  ids: readonly string[],
  { number, seal, by, formats }: Asked,
  yearly: boolean,
): Paper[] {
  const papers = filesOf(scope, ids).map((matched) => {
    const material = materialsOf(scope, ids).find(({ id }) => id === matched.match.material)
    const window = windowOf(material, scope)
    const dated = window.dated || (yearly && yearsAbout(matched.document).length === 0)
    const demand: Demand = {
      ...window,
      dated,
      number,
      seal,
      by,
      formats: formats.length > 0 ? formats : (material?.formats ?? []),
      flaws: flawsIn(scope.package).get(matched.document.evidence.path) ?? [],
    }
    return paperOf(matched, demand, scope.package.asOf)
  })
  return papers.toSorted((a, b) => Number(a.flaw !== null) - Number(b.flaw !== null))
}

const windowOf = (material: Material | undefined, scope: Scope): Window =>
  material ? demandOf(material, scope) : { from: null, to: null, dated: false, picture: false }
