import { audit } from '../src/audit/audit.ts'
import type { Evidence } from '../src/core/evidence.ts'
import { actsOf } from '../src/facts/acts/acts.ts'
import { linesOf } from '../src/facts/lines.ts'
import { numbersIn } from '../src/facts/numbers.ts'
import { partsOf } from '../src/facts/parts.ts'
import { recognise } from '../src/facts/recognise.ts'
import { sensitive } from '../src/facts/secrets.ts'
import { blanksOf } from '../src/facts/signing.ts'
import { denialsIn } from '../src/language/denials.ts'
import { deniedIn } from '../src/language/denied.ts'
import { labelOf } from '../src/language/label.ts'
import { paragraphsOf } from '../src/language/paragraphs.ts'
import { periodIn } from '../src/language/periods.ts'
import { bare, plain } from '../src/language/text.ts'
import { visible } from '../src/language/visible.ts'
import { daysIn } from '../src/language/written-days.ts'
import { headingOf } from '../src/placing/heading.ts'
import { identify } from '../src/reading/folder/identify.ts'
import { recovered } from '../src/reading/formats/shared/mojibake.ts'
import { read } from '../src/reading/read.ts'
import { momentOf } from '../src/records/moment.ts'
import { periodOf } from '../src/records/period.ts'
import { documentOf } from '../test/facts/document.ts'
import { orderFor, paper, workbook } from '../test/helpers/package.ts'

// npm run bench:hostile -- [part of a recogniser's name]: how the time of everything that runs over foreign text grows with
// the text, for texts made to be slow. Doubled text may take 2.2 times as long. Processor time, without what an empty text takes.

const MOST = 2.2
/** Milliseconds below which a measurement says nothing, and above which nobody waits for a longer text. */
const [CLEAR, LONG] = [30, 3000]
const [SHORTEST, LONGEST, FARTHEST] = [4096, 1 << 18, 1 << 22]

type Recogniser = (text: string) => unknown

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const latin = (text: string): Uint8Array => Buffer.from(text, 'latin1')

/** In a file of one line, and in one of a line for each forty signs. */
const asFile = (work: (of: ReturnType<typeof documentOf>) => unknown) => ({
  line: (text: string) => work(documentOf(text.replaceAll('\n', ' '))),
  lines: (text: string) => work(documentOf(text.replaceAll('\n', '').replace(/(.{40})/gsu, '$1\n'))),
})

const FILES = {
  recognise: asFile((one) => recognise(one)),
  parts: asFile((one) => partsOf(one)),
  acts: asFile((one) => actsOf(one, recognise(one))),
  sensitive: asFile((one) => sensitive(one)),
  blanks: asFile((one) => blanksOf(one, linesOf(one))),
  denials: asFile((one) => denialsIn(one)),
  paragraphs: asFile((one) => paragraphsOf(one)),
}

const HEAD = ['决定书文号', '当事人', '决定日期', '公示日期']
const CASE = ['昭某罚决字〔2021〕1号', '甲公司', '2021-03-15', '2021-03-22']
const TITLE = '行政处罚案件台账'

/** A package of one file, through all that is made of it and all that its unit is judged by. */
const PACKAGES: Readonly<Record<string, (text: string) => Evidence>> = {
  'a line': (text) => paper('28-合法性审核/说明.docx', text),
  lines: (text) => paper('28-合法性审核/说明.docx', ...(text.match(/.{1,40}/gsu) ?? [])),
  'a cell': (text) => workbook('48/台账.xlsx', [TITLE], [...HEAD, '备注'], [...CASE, text]),
  cells: (text) =>
    workbook(
      '48/台账.xlsx',
      [TITLE],
      [...HEAD, '备注'],
      ...(text.match(/.{1,40}/gsu) ?? []).map((one) => [...CASE, one]),
    ),
  'a head': (text) => workbook('48/台账.xlsx', [TITLE], [...HEAD, text], [...CASE, '无']),
  'a title': (text) => workbook('48/台账.xlsx', [text], HEAD, CASE),
  'a name': (text) => paper(`28-合法性审核/${text}.docx`, '正文'),
}

const RECOGNISERS: Readonly<Record<string, Recogniser>> = {
  plain,
  bare,
  visible,
  recovered,
  days: daysIn,
  numbers: (text) => numbersIn(text),
  period: (text) => periodIn(text, '2022-07-31'),
  denied: deniedIn,
  label: labelOf,
  heading: (text) => headingOf(text, ['区司法局']),
  moment: momentOf,
  span: (text) => periodOf(text, 2021),
  ...Object.fromEntries(
    Object.entries(FILES).flatMap(([name, { line, lines }]) => [
      [`${name}, one line`, line],
      [`${name}, many lines`, lines],
    ]),
  ),
  identify: (text) => identify(utf8(text), ''),
  txt: (text) => read(utf8(text), 'txt'),
  csv: (text) => read(utf8(text), 'csv'),
  html: (text) => read(utf8(`<html>${text}`), 'html'),
  mht: (text) => read(utf8(`MIME-Version: 1.0\n${text}`), 'mht'),
  rtf: (text) => read(latin(`{\\rtf1 ${text}`), 'rtf'),
  ...Object.fromEntries(
    Object.entries(PACKAGES).map(([name, holding]) => [
      `audit, ${name}`,
      async (text: string) => audit(await orderFor('区司法局', [holding(text)])),
    ]),
  ),
}

const UNITS = [
  ...[
    '〔2022〕1号',
    '〔',
    '(2022)',
    '〔2022〕 ',
    '第1号',
    '令',
    '2022年',
    '2022年1月1日',
    '二〇二一年',
    '2022-',
    '2022.1.1',
  ],
  ...[
    '2',
    '二',
    '年',
    ' ',
    '\t',
    '　',
    '\n',
    '，',
    '、',
    '。',
    '；',
    '：',
    '《',
    '《办法》',
    '（',
    '（一）',
    '“',
    '—',
    '-',
    '.',
    '_',
  ],
  ...[
    '无',
    '未',
    '不存在',
    '没有发生',
    '0件',
    '合法性审核率100%',
    '关于',
    '关于某事的通知',
    '通知',
    '印发',
    '附件1：',
    '一、',
  ],
  ...[
    '某某局',
    '区人民政府',
    '张三',
    '日期：',
    '签字：  年  月  日',
    '110101199001011234',
    '13800000000',
    '甲方（盖章）：',
  ],
  ...[
    '<p>',
    '<table><tr><td>',
    '</td>',
    '<!--',
    '<a b="',
    '&',
    '&amp;',
    '&#x',
    '{',
    '}',
    '{\\*',
    "\\'d5",
    '\\u1 ',
    '\\par ',
  ],
  ...[
    '"',
    '","',
    ',',
    '=E5=8F',
    '--x\n',
    'Content-Type: text/html\n\n',
    'ÄÄ',
    'a',
    '会议',
    '主持人：',
    '同意',
    '至',
    '自',
  ],
]

const TAILS = ['', '号', '》']

async function costOf(work: Recogniser, text: string, base = 0): Promise<number> {
  const before = process.cpuUsage()
  await work(text)
  const { user, system } = process.cpuUsage(before)
  return Math.max(0, (user + system) / 1000 - base)
}

type Growth = { readonly growth: number; readonly ms: number; readonly signs: number }

/**
 * How many times longer a text of twice the length takes, or nothing where the longest is read in no time. The least of
 * several measurements of either length; where that is too much, of the next lengths as well: a memory that has become too
 * small costs once, what grows too fast does so at every length.
 */
async function growthOf(work: Recogniser, base: number, unit: string, tail: string): Promise<Growth | undefined> {
  const text = (length: number) => unit.repeat(Math.ceil(length / unit.length)) + tail
  let found: Growth | undefined
  for (let length = SHORTEST; length <= (found ? FARTHEST : LONGEST); length *= 2) {
    const ms = await costOf(work, text(length), base)
    if (ms < CLEAR) continue
    let [once, twice] = [ms, Number.POSITIVE_INFINITY]
    for (let round = 0; round < 5 && twice / once > MOST; round++) {
      once = Math.min(once, await costOf(work, text(length), base))
      twice = Math.min(twice, await costOf(work, text(length * 2), base))
      if (twice > LONG) break
    }
    // It was the machine that took its time.
    if (once < CLEAR) continue
    if (!found || twice / once < found.growth) found = { growth: twice / once, ms: once, signs: length }
    if (found.growth <= MOST || twice > LONG) break
  }
  return found
}

const asked = process.argv[2] ?? ''
let bad = 0
for (const [name, work] of Object.entries(RECOGNISERS).filter(([one]) => one.includes(asked))) {
  let worst = { growth: 0, ms: 0, signs: 0, of: '' }
  const base = Math.min(await costOf(work, ''), await costOf(work, ''), await costOf(work, ''))
  for (const unit of UNITS)
    for (const tail of TAILS) {
      const found = await growthOf(work, base, unit, tail)
      if (!found) continue
      if (found.growth > worst.growth) worst = { ...found, of: unit + tail }
      if (found.growth > MOST) {
        bad++
        console.log(
          `  ${name}: ×${found.growth.toFixed(1)} for ${JSON.stringify(unit)}…${tail}, ${found.ms.toFixed(0)} ms at ${found.signs} signs`,
        )
      }
    }
  console.log(
    `${name.padEnd(24)} worst ×${worst.growth.toFixed(2)} ${worst.of === '' ? '(too quick to measure)' : JSON.stringify(worst.of)}`,
  )
}
console.log(bad === 0 ? `none grows faster than ×${MOST}` : `${bad} grow faster than ×${MOST}`)
process.exitCode = bad > 0 ? 1 : 0
