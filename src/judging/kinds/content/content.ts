import { kind } from '../../../core/kind.ts'
import { OUTCOMES } from '../../../core/outcome.ts'
import type { Document } from '../../../core/package.ts'
import type { Lack, Verdict } from '../../../core/verdict.ts'
import { bare } from '../../../language/text.ts'
import { ABSENT_MESSAGES, absentVerdict, filesOf } from '../../papers/absent.ts'
import { columnsIn } from './columns.ts'
import { forbiddenIn } from './forbidden.ts'
import { lengthOf } from './length.ts'
import { linkedIn } from './linked.ts'
import { mentionsIn } from './mentions.ts'
import { sectionsIn } from './sections.ts'
import { type Classes, type Text, textOf, together } from './text.ts'

const messages = {
  ...ABSENT_MESSAGES,
  'sections-there': { says: '{files}含有{wanted}各部分', fix: '无需处理' },
  'sections-missing': { says: '{files}缺少{lacking}部分', fix: '请按要求补写{lacking}部分' },
  'sections-unsure': {
    says: '{files}未见以{lacking}为题或起句的段落，不能确认是否写有该部分',
    fix: '请核对原文；已写明的，请用明确的小标题标出{lacking}',
  },
  mentioned: { says: '{files}写明了{wanted}', fix: '无需处理' },
  'not-mentioned': { says: '{files}没有写到{lacking}', fix: '请核对是否报错文件；确未写明的，请补充相应内容' },
  'not-seen': {
    says: '{files}读到的内容中没有{lacking}，但文字未能完整、清晰读取',
    fix: '请人工核对原文是否写明{lacking}',
  },
  'left-out': { says: '{files}只是一部分，其中没有写到{lacking}', fix: '请附全文；全文也没有写明的，请补充' },
  clean: { says: '{files}读到的文字中未见{wanted}（未见不等于没有）', fix: '无需处理' },
  forbidden: { says: '{files}出现{lacking}字样：“{quote}”', fix: '请核实原件中该处的含义；确有不当内容的，请更正' },
  unlinked: { says: '{files}没有把{wanted}连在一起的规定', fix: '无需处理' },
  linked: { says: '{files}把{lacking}连在一起：“{quote}”', fix: '请核对原文；属实的，修订该条规定并报修订后的文件' },
  'perhaps-linked': { says: '{files}可能把{lacking}连在一起：“{quote}”', fix: '请核对原文；属实的，修订该条规定' },
  'columns-there': { says: '{files}的表格含有{wanted}各列', fix: '无需处理' },
  'columns-missing': { says: '{files}的表格缺少{lacking}列', fix: '请按要求的表样补充{lacking}列' },
  'columns-unsure': {
    says: '{files}的表格未见{lacking}列，但所列栏目为推定',
    fix: '请与下发的表样核对；表样确有{lacking}栏的，请补充',
  },
  'within-length': {
    says: '{files}共{chars}字（汉字、标点各计1字，连续数字或字母计1字，不计空格），{bound}',
    fix: '无需处理',
  },
  'too-long': {
    says: '{files}共{chars}字（汉字、标点各计1字，连续数字或字母计1字，不计空格），应{bound}，超出{over}字',
    fix: '请压缩{over}字以上',
  },
  'too-short': {
    says: '{files}共{chars}字（汉字、标点各计1字，连续数字或字母计1字，不计空格），应{bound}',
    fix: '请补充内容',
  },
  'length-unsure': {
    says: '{files}读到{chars}字，但文字未能完整、清晰读取，不能确认是否{bound}',
    fix: '请人工核对字数',
  },
} as const

type Found = Verdict<keyof typeof messages>

export const content = kind({
  name: 'content',
  summary: '文件写了应写的部分和内容、没有不应有的字样、字数符合要求、表格有应有的列。',
  decides: 'machine',
  params: {
    materials: { type: 'materials', description: '核对哪些材料' },
    sections: { type: 'classes', description: '应有的部分（小标题或段首句），每组为同义词', default: [] },
    mentions: { type: 'classes', description: '应写到的内容，每组为同义词', default: [] },
    forbidden: { type: 'texts', description: '不应出现的字样', default: [] },
    linked: { type: 'classes', description: '同一句、同一行里不应一起出现的字样：每组各有一个才算', default: [] },
    columns: { type: 'texts', description: '文件中的表格应有的列；一列有几种叫法的用“/”隔开', default: [] },
    presumed: { type: 'flag', description: '为 true 时所列的列为推定，缺列只存疑', default: false },
    made: {
      type: 'flag',
      description: '为 true 时，本单位自己制定的一份，已写到多数内容的，缺的就是缺口，不论责任单位栏',
      default: false,
    },
    'at-most-chars': { type: 'integer', description: '字数不超过', default: null },
    'at-least-chars': { type: 'integer', description: '字数不少于', default: null },
    which: {
      type: 'choice',
      of: ['any', 'every', 'together'],
      description: '有一份符合即可（any），每份都要符合（every），还是各份合起来看（together）',
      default: 'any',
    },
  },
  messages,

  judge(params, scope) {
    const texts = filesOf(scope, params.materials).map(({ document, match }) =>
      textOf(document, match.sure && (scope.certain || (params.made && isMade(document, params.mentions)))),
    )
    const [first] = texts
    if (!first) return [absentVerdict(scope, params.materials)]
    const demands = demandsOf(params)
    const lacks = { materials: params.materials }
    if (params.which === 'together') return demands.map((demand) => lacking(lacks, demand(together(first, texts))))
    const results = texts.map((text) => demands.map((demand) => demand(text)))
    const found = params.which === 'any' ? bestOf(results) : demands.flatMap((_, index) => worstOf(results, index))
    // What a list of its own leaves out is wrong in the list, and nothing that is missing.
    return found.map((one) => (params.made && one.outcome === 'gap' ? one : lacking(lacks, one)))
  },
})

/** Issued by somebody, in text that was read, with most of the classes: who made such a list has the duty that it is for. */
function isMade(document: Document, classes: Classes): boolean {
  const { facts } = document
  const text = textOf(document, true)
  const held = classes.filter((words) => words.some((word) => text.whole.includes(bare(word))))
  return text.clear && facts.issued !== null && facts.issuer !== null && 2 * held.length > classes.length
}

const PARTS: readonly Found['message'][] = [
  'sections-missing',
  'sections-unsure',
  'not-mentioned',
  'not-seen',
  'left-out',
  'columns-missing',
  'columns-unsure',
]

/** The paper is there, and a part of it is not. */
const lacking = (lacks: Lack, found: Found): Found =>
  PARTS.includes(found.message) ? { ...found, lacks: { ...lacks, parts: [String(found.data.lacking ?? '')] } } : found

/** The file that answers best. One that nobody could read may be the very one that says it, so it comes before a gap. */
const bestOf = (results: readonly Found[][]): Found[] => results.toSorted((a, b) => badness(a) - badness(b))[0] ?? []

const badness = (found: readonly Found[]): number => found.reduce((sum, one) => sum + 10 ** rank(one), 0)

/** The worst answer that a demand was given by any file. */
const worstOf = (results: readonly Found[][], demand: number): Found[] =>
  results
    .flatMap((found) => found[demand] ?? [])
    .toSorted((a, b) => rank(b) - rank(a))
    .slice(0, 1)

const rank = ({ outcome }: Found): number => OUTCOMES.indexOf(outcome)

type Given = {
  readonly sections: Classes
  readonly mentions: Classes
  readonly forbidden: readonly string[]
  readonly linked: Classes
  readonly columns: readonly string[]
  readonly presumed: boolean
  readonly 'at-most-chars': number | null
  readonly 'at-least-chars': number | null
}

function demandsOf(params: Given): ((text: Text) => Found)[] {
  const [most, least] = [params['at-most-chars'], params['at-least-chars']]
  return [
    ...(params.sections.length > 0 ? [(text: Text) => sectionsIn(text, params.sections)] : []),
    ...(params.mentions.length > 0 ? [(text: Text) => mentionsIn(text, params.mentions)] : []),
    ...(params.forbidden.length > 0 ? [(text: Text) => forbiddenIn(text, params.forbidden)] : []),
    ...(params.linked.length > 0 ? [(text: Text) => linkedIn(text, params.linked)] : []),
    ...(params.columns.length > 0 ? [(text: Text) => columnsIn(text, params.columns, params.presumed)] : []),
    ...(most !== null || least !== null ? [(text: Text) => lengthOf(text, most, least)] : []),
  ]
}
