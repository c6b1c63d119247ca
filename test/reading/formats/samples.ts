import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Format, Reading } from '../../../src/core/evidence.ts'
import { read } from '../../../src/reading/read.ts'

export const FOLDER = new URL('../../../fixtures/files/', import.meta.url)

/** A real file, as an office programme or `fixtures/make/files.ts` wrote it. */
export const sample = (name: string): Buffer => readFileSync(fileURLToPath(new URL(name, FOLDER)))

export const readSample = (name: string, format: Format): Promise<Reading> => read(sample(name), format)

export const texts = ({ passages }: Pick<Reading, 'passages'>): string[] => passages.map(({ text }) => text)

/** The notice that `fixtures/make/assets/office/notice.fodt` holds, in the order of its text. */
export const NOTICE = {
  title: '昭化区司法局关于印发《证明事项告知承诺制实施方案》的通知',
  number: '昭司发〔2022〕3号',
  to: '各司法所，局机关各股室：',
  body: '“全面推行”——自２０２２年４月１日起执行，参见ＡＢ类事项；逾期 5 个工作日的，按《办法》办理。',
  box: '旁注：存档',
  lines: ['联系电话\t见附表', '咨询窗口：一楼'],
  rows: [
    '文件名称\t合法性审核',
    '送审日期\t审核率',
    '《公证费减免办法》\t2022年3月18日\t91.7%',
    '《来访接待规定》 （试行）\t2022-04-01\t100%',
  ],
  day: '二〇二二年三月二十一日',
  footnote: '依据《昭化区证明事项清单》。',
  margins: ['内部资料　注意保存', '昭化区司法局办公室'],
}

export const NOTICE_TABLE = {
  name: '表1',
  kind: 'grid',
  rows: [
    { index: 0, values: ['文件名称', '合法性审核', null] },
    { index: 1, values: [null, '送审日期', '审核率'] },
    { index: 2, values: ['《公证费减免办法》', '2022年3月18日', '91.7%'] },
    { index: 3, values: ['《来访接待规定》\n（试行）', '2022-04-01', '100%'] },
  ],
  merges: [
    { top: 0, left: 0, bottom: 1, right: 0 },
    { top: 0, left: 1, bottom: 0, right: 2 },
  ],
}

export const NOTICE_NOTES = [
  { code: 'tracked-changes', message: '留有1处修订、1条批注，按接受修订后的文字读取：请换成定稿' },
  { code: 'not-read', message: '有1处隐藏文字，未计入正文：请核对是否需要保留' },
]

/** The workbook that `fixtures/make/assets/office/ledger.fods` holds. */
export const LEDGER_TABLES = [
  {
    name: '2022',
    kind: 'sheet',
    rows: [
      { index: 0, values: ['规范性文件台账（２０２２年度）'] },
      { index: 1, values: ['文件名称', '公布日期', '送审时间', '审核率', '件数', '时刻'] },
      { index: 2, values: ['《公证费减免办法》', '2022-04-01', '2022-03-18 14:30', '7%', 12, '09:05'] },
      { index: 5, values: ['《来访接待规定》\n（试行）', null, null, '91.67%', 24, 'TRUE'] },
      { index: 6, values: [null, '隐藏行'], hidden: true },
    ],
    merges: [
      { top: 0, left: 0, bottom: 0, right: 5 },
      { top: 5, left: 0, bottom: 6, right: 0 },
    ],
  },
  { name: '底稿', kind: 'sheet', hidden: true, rows: [{ index: 0, values: ['仅供内部核对'] }], merges: [] },
]

/** The presentation that `fixtures/make/assets/office/slides.fodp` holds, slide by slide. */
export const SLIDES = [
  { text: '“八五”普法专题讲座', at: { page: 1 } },
  { text: '时间：2022年3月18日', at: { page: 1 } },
  { text: '学时４小时，出勤率95.5%', at: { page: 1 } },
  { text: '讲稿：先讲宪法', at: { page: 1 } },
  { text: '参训人员', at: { page: 2 } },
  { text: '参训单位', at: { page: 2 } },
  { text: '清水镇\t12人', at: { page: 2 } },
]

export const SLIDES_TABLE = {
  name: '表1',
  kind: 'grid',
  page: 2,
  rows: [
    { index: 0, values: ['参训单位', null] },
    { index: 1, values: ['清水镇', '12人'] },
  ],
  merges: [{ top: 0, left: 0, bottom: 0, right: 1 }],
}
