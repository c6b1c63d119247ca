import { existsSync } from 'node:fs'
import { PDFiumLibrary } from '@hyzyla/pdfium'
import pdfkit from 'pdfkit'
import sharp from 'sharp'
import { chineseFont } from '../fixtures/make/kit/font.ts'
import type { Pixels } from '../src/reading/sight/render/pixels.ts'
import { randomOf } from './seal-pages.ts'

/** Invented text of the sort that units send: headings, 文号, days, rates, brackets and quotation marks. */
export const PAGES: readonly (readonly string[])[] = [
  [
    '临江市司法局关于印发《行政规范性文件合法性审核办法》的通知',
    '临司发〔2021〕36号',
    '各县（区）司法局，市级各部门：',
    '为了加强行政规范性文件监督管理，推进依法行政，建设法治政府，根据《中华人民共和国地方各级人民代表大会和地方各级人民政府组织法》等法律、法规，结合本市实际，制定本办法。',
    '第一条 本办法所称行政规范性文件，是指除政府规章外，由行政机关依照法定权限、程序制定并公开发布，涉及公民、法人和其他组织权利义务，具有普遍约束力，在一定期限内反复适用的公文。',
    '第二条 起草单位应当在提请集体讨论决定前10个工作日，将送审稿、起草说明、制定依据、征求意见情况等材料送审核机构。材料不齐的，应当在3个工作日内补齐。',
    '第三条 审核机构自收到齐备材料之日起5个工作日至15个工作日内出具书面审核意见；未经合法性审核或者审核不合格的，不得提交集体讨论。',
    '第四条 制定机关应当自文件公布之日起15日内，报本级人民政府备案。2020年度应当报备的文件28件，已报备28件，报备率、及时率、规范率均为100%。',
    '第五条 本办法自2021年9月1日起施行，有效期5年。',
    '临江市司法局',
    '2021年7月28日',
  ],
  [
    '2022年度法治政府建设工作要点',
    '一、依法全面履行政府职能',
    '（一）深化“放管服”改革。全面推行证明事项和涉企经营许可事项告知承诺制，编制并公布目录清单；清理没有法律、行政法规依据的证明事项126项，取消94项，保留32项。',
    '（二）优化法治化营商环境。开展涉及优化营商环境的规章、规范性文件专项清理，废止7件、修改5件、宣布失效12件。',
    '二、健全依法行政制度体系',
    '（三）严格执行重大行政决策程序。落实公众参与、专家论证、风险评估、合法性审查和集体讨论决定的要求，决策事项目录经党组会议研究后于3月31日前向社会公布。',
    '（四）建立健全行政裁量权基准。对处罚种类、幅度较大的事项，区分轻微、一般、严重、特别严重四个档次，分别规定从轻、减轻、从重的适用条件。',
    '三、强化行政执法监督',
    '（五）全面落实行政执法公示、执法全过程记录、重大执法决定法制审核“三项制度”。行政处罚决定7个工作日内公开率达到98.6%以上，全年评查案卷360宗，合格率不低于95%。',
    '（六）加强行政应诉工作。负责人出庭应诉率达到85%，对人民法院的司法建议在60日内书面反馈。',
    '联系人：办公室　电话：0800-3300000　网址：www.example.gov.cn',
  ],
  [
    '关于对青石镇2021年法治政府建设情况督察的反馈意见',
    '青石镇人民政府：',
    '根据年度督察计划，第三督察组于2021年11月15日至19日，对你镇法治政府建设情况开展了实地督察，共查阅资料413份，个别谈话26人次，随机走访群众88名。现将有关情况反馈如下：',
    '（1）存在的主要问题：一是领导干部学法不够经常，全年仅组织会前学法2次；二是村（社区）法律顾问合同到期后未及时续签，涉及黄桷村、泥溪村、樟树社区等5个村（社区）。',
    '（2）部分执法案卷不规范：罚字〔2021〕8号案卷缺少送达回证，立案审批表“承办人意见”栏空白；有3宗案卷调查人员少于两人。',
    '（3）信访件办理超期：编号20210617、20210822两件分别超期4天、9天。',
    '请你镇于2021年12月31日前，将整改方案和责任清单（含牵头领导、责任人、完成时限）报区委全面依法治区委员会办公室，并于2022年3月底前报送整改落实情况。逾期不报或者整改不力的，将按照《法治政府建设与责任落实督察工作规定》予以通报、约谈。',
    '附件：1.问题清单　2.整改情况汇总表',
    '区委全面依法治区委员会办公室',
    '2021年12月6日',
  ],
]

/** A face like those of offices, where the machine has one; else the one that the fixtures are set in. */
const FACES = [
  { file: '/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc', name: 'NotoSerifCJKsc-Regular' },
  { file: '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc', name: 'NotoSansCJKsc-Regular' },
  { file: 'C:\\Windows\\Fonts\\simsun.ttc', name: 'SimSun' },
  { file: '/System/Library/Fonts/Supplemental/Songti.ttc', name: 'STSongti-SC-Regular' },
]

export type Face = { readonly name: string; readonly register: (file: PDFKit.PDFDocument) => PDFKit.PDFDocument }

export function faces(): Face[] {
  const own: Face = { name: 'ZCOOL XiaoWei', register: (file) => file.registerFont('face', chineseFont()) }
  const found = FACES.filter(({ file }) => existsSync(file))
  return [
    ...found.map(({ file, name }) => ({
      name,
      register: (to: PDFKit.PDFDocument) => to.registerFont('face', file, name),
    })),
    own,
  ]
}

export async function typed(lines: readonly string[], { register }: Face): Promise<Uint8Array> {
  const file = new pdfkit({ size: 'A4', margins: { top: 80, bottom: 60, left: 79, right: 74 } })
  const chunks: Buffer[] = []
  file.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = new Promise((done) => file.on('end', done))
  register(file).font('face')
  for (const [at, line] of lines.entries())
    file
      .fontSize(at === 0 ? 20 : 15)
      .text(line, { align: at === 0 ? 'center' : 'left', indent: at > 2 ? 30 : 0, lineGap: 6 })
  file.end()
  await ended
  return Buffer.concat(chunks)
}

export async function drawn(pdf: Uint8Array, dpi: number): Promise<Pixels> {
  const library = await PDFiumLibrary.init()
  const document = await library.loadDocument(pdf)
  const { width, height, data } = await document.getPage(0).render({ scale: dpi / 72, render: 'bitmap' })
  document.destroy()
  library.destroy()
  return rgb(sharp(data, { raw: { width, height, channels: 4 } }))
}

async function rgb(picture: ReturnType<typeof sharp>): Promise<Pixels> {
  const { data, info } = await picture.removeAlpha().toColourspace('srgb').raw().toBuffer({ resolveWithObject: true })
  const grey = info.channels < 3
  const values = grey
    ? Uint8Array.from({ length: data.length * 3 }, (_, at) => data[(at / 3) | 0]!)
    : new Uint8Array(data)
  return { width: info.width, height: info.height, data: values }
}

const opened = ({ width, height, data }: Pixels) => sharp(data, { raw: { width, height, channels: 3 } })

/** What happens to paper before it becomes evidence. */
export const WEAR = {
  clean: async (page: Pixels) => page,
  skewed: async (page: Pixels) => jpeg(grained(await rgb(opened(page).rotate(1.2, { background: '#fff' })), 8, 1), 45),
  noisy: async (page: Pixels) =>
    jpeg(grained(await rgb(opened(page).rotate(-2, { background: '#fff' }).blur(0.6)), 18, 2), 35),
  '1-bit': async (page: Pixels) => rgb(opened(page).greyscale().threshold(150)),
  photographed: async (page: Pixels) => jpeg(grained(photographed(page), 5, 3), 70),
} as const satisfies Record<string, (page: Pixels) => Promise<Pixels>>

const jpeg = async (page: Pixels, quality: number): Promise<Pixels> =>
  rgb(sharp(await opened(page).jpeg({ quality }).toBuffer()))

function grained(page: Pixels, by: number, seed: number): Pixels {
  const random = randomOf(seed)
  return {
    ...page,
    data: page.data.map((value) => Math.max(0, Math.min(255, value + (random() + random() + random() - 1.5) * 2 * by))),
  }
}

/** Held at an angle over a table: turned, narrower at the far side, darker towards one corner. */
function photographed({ width, height, data }: Pixels): Pixels {
  const out = new Uint8Array(data.length)
  const [cos, sin] = [Math.cos(0.087), Math.sin(0.087)]
  for (let row = 0, to = 0; row < height; row++)
    for (let column = 0; column < width; column++, to += 3) {
      const [u, v] = [(column / width - 0.5) * 1.12, (row / height - 0.5) * 1.12]
      const far = 1 + 0.12 * v
      const x = ((u * cos - v * sin * (height / width)) / far + 0.5) * width
      const y = ((u * sin * (width / height) + v * cos) / far + 0.5) * height
      const light = 0.95 - 0.25 * (u + 0.5) * (v + 0.5)
      const [left, top] = [Math.floor(x), Math.floor(y)]
      const isTable = left < 0 || top < 0 || left >= width - 1 || top >= height - 1
      const [a, b, from] = [x - left, y - top, (top * width + left) * 3]
      for (let at = 0; at < 3; at++) out[to + at] = (isTable ? 120 : between(data, from + at, width * 3, a, b)) * light
    }
  return { width, height, data: out }
}

/** What lies so far to the right of a value and so far below it, of the four around. */
const between = (data: Uint8Array, at: number, below: number, a: number, b: number): number =>
  (data[at]! * (1 - a) + data[at + 3]! * a) * (1 - b) + (data[at + below]! * (1 - a) + data[at + below + 3]! * a) * b
