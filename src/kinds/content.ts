import { kind } from '../core/kind.ts'
import { OUTCOMES } from '../core/outcome.ts'
import type { Document } from '../core/package.ts'
import type { Place } from '../core/place.ts'
import { bare } from '../core/text.ts'
import { gap, met, unclear, type Verdict } from '../core/verdict.ts'
import { ABSENT_MESSAGES, absentVerdict, filesOf, nameOf, titlePlace } from './absent.ts'
import { sampled } from './cases.ts'
import { isDenied } from './negation.ts'
import { isClearText } from './papers.ts'
import { charactersIn, isHeading, type Paragraph, paragraphsOf, sentencesOf, unnumbered } from './paragraphs.ts'
import { listed, quoted } from './words.ts'

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
  clean: { says: '{files}读到的文字中未见{wanted}（未见不等于没有）', fix: '无需处理' },
  forbidden: { says: '{files}出现{lacking}字样：“{quote}”', fix: '请核实原件中该处的含义；确有不当内容的，请更正' },
  'columns-there': { says: '{files}的表格含有{wanted}各列', fix: '无需处理' },
  'columns-missing': { says: '{files}的表格缺少{lacking}列', fix: '请按要求的表样补充{lacking}列' },
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

type Text = {
  readonly documents: readonly Document[]
  readonly name: string
  readonly first: Place
  readonly paragraphs: readonly Paragraph[]
  readonly whole: string
  readonly clear: boolean
  readonly sure: boolean
}

export const content = kind({
  name: 'content',
  summary: '文件写了应写的部分和内容、没有不应有的字样、字数符合要求、表格有应有的列。',
  decides: 'machine',
  params: {
    materials: { type: 'materials', description: '核对哪些材料' },
    sections: { type: 'classes', description: '应有的部分（小标题或段首句），每组为同义词', default: [] },
    mentions: { type: 'classes', description: '应写到的内容，每组为同义词', default: [] },
    forbidden: { type: 'texts', description: '不应出现的字样', default: [] },
    columns: { type: 'texts', description: '文件中的表格应有的列', default: [] },
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
      textOf(document, match.sure && scope.certain),
    )
    const [first] = texts
    if (!first) return [absentVerdict(scope, params.materials)]
    const demands = demandsOf(params)
    if (params.which === 'together') return demands.map((demand) => demand(together(first, texts)))
    // A file that nobody could read may be the very one that says it.
    const results = texts.map((text) => demands.map((demand) => demand(text)))
    if (params.which === 'any') return results.toSorted((a, b) => badness(a) - badness(b))[0] ?? []
    return demands.flatMap((_, index) =>
      results
        .flatMap((found) => found[index] ?? [])
        .toSorted((a, b) => rank(b) - rank(a))
        .slice(0, 1),
    )
  },
})

function textOf(document: Document, sure: boolean): Text {
  const paragraphs = paragraphsOf(document.evidence)
  const cells = document.evidence.tables.flatMap(({ rows }) =>
    rows.flatMap(({ values }) => values.map((value) => String(value ?? ''))),
  )
  return {
    documents: [document],
    name: nameOf(document),
    first: titlePlace(document),
    paragraphs,
    whole: bare([...paragraphs.map(({ text }) => text), ...cells].join('')),
    clear: isClearText(document),
    sure,
  }
}

/** Several files as if they were one. */
function together(first: Text, texts: readonly Text[]): Text {
  return {
    documents: texts.flatMap(({ documents }) => documents),
    name: listed(
      texts.map(({ name }) => name),
      '份',
    ),
    first: first.first,
    paragraphs: texts.flatMap(({ paragraphs }) => paragraphs),
    whole: texts.map(({ whole }) => whole).join('\u0001'),
    clear: texts.every(({ clear }) => clear),
    sure: texts.every(({ sure }) => sure),
  }
}

const rank = ({ outcome }: Found): number => OUTCOMES.indexOf(outcome)
const badness = (found: readonly Found[]): number => found.reduce((sum, one) => sum + 10 ** rank(one), 0)

type Given = {
  readonly sections: readonly (readonly string[])[]
  readonly mentions: readonly (readonly string[])[]
  readonly forbidden: readonly string[]
  readonly columns: readonly string[]
  readonly 'at-most-chars': number | null
  readonly 'at-least-chars': number | null
}

function demandsOf(params: Given): ((text: Text) => Found)[] {
  const [most, least] = [params['at-most-chars'], params['at-least-chars']]
  return [
    ...(params.sections.length > 0 ? [(text: Text) => sectionsIn(text, params.sections)] : []),
    ...(params.mentions.length > 0 ? [(text: Text) => mentionsIn(text, params.mentions)] : []),
    ...(params.forbidden.length > 0 ? [(text: Text) => forbiddenIn(text, params.forbidden)] : []),
    ...(params.columns.length > 0 ? [(text: Text) => columnsIn(text, params.columns)] : []),
    ...(most !== null || least !== null ? [(text: Text) => lengthOf(text, most, least)] : []),
  ]
}

const wordsOf = (classes: readonly (readonly string[])[]): string => quoted(classes.map(([first]) => first ?? ''))

const cited = ({ first }: Text, places: readonly Place[] = []): Place[] =>
  places.length > 0 ? sampled(places) : [first]

function sectionsIn(text: Text, classes: readonly (readonly string[])[]): Found {
  const titles = text.documents.map(({ facts }) => bare(facts.title?.value ?? ''))
  const body = text.paragraphs.filter((paragraph) => !titles.some((title) => title.includes(bare(paragraph.text))))
  const opened = classes.map((words) => body.find((paragraph) => opens(paragraph.text, words)))
  const lacking = classes.filter((_, index) => !opened[index])
  const data = { files: text.name, wanted: wordsOf(classes), lacking: wordsOf(lacking) }
  const more = {
    subject: 'sections',
    expected: data.wanted,
    actual: lacking.length > 0 ? `缺${data.lacking}` : '齐全',
    cites: cited(
      text,
      opened.flatMap((paragraph) => paragraph?.at ?? []),
    ),
  }
  if (lacking.length === 0) return met('sections-there', data, more)
  if (!text.clear) return unclear('not-seen', data, more)
  // The word stands somewhere, only not at a beginning: the part may be there under another heading.
  const isSomewhere = lacking.some((words) => words.some((word) => text.whole.includes(bare(word))))
  return isSomewhere || !text.sure ? unclear('sections-unsure', data, more) : gap('sections-missing', data, more)
}

function opens(paragraph: string, words: readonly string[]): boolean {
  const wanted = words.map(bare).filter((word) => word !== '')
  if (isHeading(paragraph) && wanted.some((word) => bare(paragraph).includes(word))) return true
  return sentencesOf(paragraph).some((sentence) => wanted.some((word) => bare(unnumbered(sentence)).startsWith(word)))
}

function mentionsIn(text: Text, classes: readonly (readonly string[])[]): Found {
  const lacking = classes.filter((words) => !words.some((word) => text.whole.includes(bare(word))))
  const places = classes.flatMap(
    (words) =>
      text.paragraphs.find((paragraph) => words.some((word) => bare(paragraph.text).includes(bare(word))))?.at ?? [],
  )
  const data = { files: text.name, wanted: wordsOf(classes), lacking: wordsOf(lacking) }
  const more = {
    subject: 'mentions',
    expected: data.wanted,
    actual: lacking.length > 0 ? `未见${data.lacking}` : '均已写明',
    cites: cited(text, places),
  }
  if (lacking.length === 0) return met('mentioned', data, more)
  return text.clear && text.sure ? gap('not-mentioned', data, more) : unclear('not-seen', data, more)
}

/** A word is not yet an offence: a person reads the sentence. */
function forbiddenIn(text: Text, words: readonly string[]): Found {
  const hits = text.paragraphs.flatMap(({ text: paragraph, at }) =>
    sentencesOf(paragraph).flatMap((sentence) =>
      words
        .filter((word) => sentence.includes(word) && !isDenied(sentence, word))
        .map((word) => ({ word, sentence, at: { ...at, quote: sentence } })),
    ),
  )
  const [first] = hits
  const found = [...new Set(hits.map(({ word }) => word))]
  const data = {
    files: text.name,
    wanted: quoted(words),
    lacking: quoted(found),
    quote: first ? [...first.sentence].slice(0, 60).join('') : '',
  }
  const more = {
    subject: 'forbidden',
    expected: `无${data.wanted}`,
    actual: first ? `出现${data.lacking}` : '未见',
    cites: cited(
      text,
      hits.map(({ at }) => at),
    ),
  }
  if (first) return unclear('forbidden', data, more)
  return text.clear ? met('clean', data, more) : unclear('not-seen', { ...data, lacking: data.wanted }, more)
}

const isWhole = ({ documents }: Text): boolean => documents.every(({ evidence }) => evidence.extent === 'whole')

/** The table that holds most of the columns speaks; where no table was recognised, the words of the text do. */
function columnsIn(text: Text, columns: readonly string[]): Found {
  const tables = text.documents.flatMap(({ evidence }) => evidence.tables.map((table) => ({ table, evidence })))
  const heads = tables.flatMap(({ table, evidence }) =>
    table.rows.slice(0, 30).map(({ values }) => ({
      table,
      evidence,
      words: bare(values.map((value) => String(value ?? '')).join('\u0001')),
    })),
  )
  const lackingIn = (words: string) => columns.filter((column) => !words.includes(bare(column)))
  const best = heads
    .map(({ table, evidence, words }) => ({ table, evidence, lacking: lackingIn(words) }))
    .toSorted((a, b) => a.lacking.length - b.lacking.length)[0]
  const lacking = best ? best.lacking : lackingIn(text.whole)
  const data = { files: text.name, wanted: quoted(columns), lacking: quoted(lacking) }
  const place: Place[] = best?.table.kind === 'sheet' ? [{ file: best.evidence.path, sheet: best.table.name }] : []
  const more = {
    subject: 'columns',
    expected: data.wanted,
    actual: lacking.length > 0 ? `缺${data.lacking}` : '齐全',
    cites: cited(text, place),
  }
  if (lacking.length === 0) return met('columns-there', data, more)
  // A column that was recognised wrongly is not missing.
  const isTyped = best?.table.rows.every(({ certainties }) => certainties === undefined) ?? false
  const isTable = isTyped && best !== undefined && best.lacking.length < columns.length
  return isTable && text.sure && isWhole(text) ? gap('columns-missing', data, more) : unclear('not-seen', data, more)
}

function lengthOf(text: Text, most: number | null, least: number | null): Found {
  const chars = text.paragraphs.reduce((sum, paragraph) => sum + charactersIn(paragraph.raw), 0)
  const bound = [...(least === null ? [] : [`不少于${least}字`]), ...(most === null ? [] : [`不超过${most}字`])].join(
    '、',
  )
  const data = { files: text.name, chars, bound, over: most === null ? 0 : chars - most }
  const more = { subject: 'chars', expected: bound, actual: `${chars}字`, cites: cited(text) }
  const isRead = text.paragraphs.length > 0 && text.paragraphs.every(({ certain }) => certain)
  // What was not read can only make a text longer.
  if (most !== null && chars > most)
    return isRead && text.sure ? gap('too-long', data, more) : unclear('length-unsure', data, more)
  if (!isRead || !isWhole(text)) return unclear('length-unsure', data, more)
  if (least !== null && chars < least)
    return text.sure ? gap('too-short', data, more) : unclear('length-unsure', data, more)
  return met('within-length', data, more)
}
