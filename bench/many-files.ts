import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { timed } from './timing.ts'

// tsx bench/many-files.ts [how many]: a unit of very many small files, read cold and warm. Needs `npm run build`.

const count = Number(process.argv[2] ?? 20_000)
const place = mkdtempSync(join(tmpdir(), 'audit-many-'))
const unit = join(place, '区司法局')
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const TYPES =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'

function docx(lines: readonly string[]): Uint8Array {
  const body = lines.map((line) => `<w:p><w:r><w:t>${line}</w:t></w:r></w:p>`).join('')
  const document = `<w:document ${W}><w:body>${body}</w:body></w:document>`
  return zipSync({ '[Content_Types].xml': strToU8(TYPES), 'word/document.xml': strToU8(document) })
}

const lines = (n: number) => [
  '昭化区测试单位文件',
  `昭测〔2021〕${n}号`,
  `关于开展第${n}次测试工作的通知`,
  '各镇人民政府：',
  '现将有关事项通知如下。'.repeat(20),
  '昭化区测试单位',
  '2021年5月6日',
]

for (let n = 0; n < count; n++) {
  const folder = join(unit, `${(n % 100) + 1}-材料`)
  if (n < 100) mkdirSync(folder, { recursive: true })
  if (n % 2 === 0) writeFileSync(join(folder, `${n}.docx`), docx(lines(n)))
  else writeFileSync(join(folder, `${n}.txt`), lines(n).join('\n'))
}

const cache = join(place, 'cache')
const audit = (...more: string[]) =>
  timed(process.execPath, [
    ...['--require', './bench/peak.cjs', 'bin/audit.js', unit, '--as-of', '2022-07-31', '-q', '--fail-on', 'never'],
    ...more,
  ])
for (const [name, run] of [
  ['cold', audit('--cache-dir', cache)],
  ['warm', audit('--cache-dir', cache)],
  ['warm, one indicator judged', audit('--cache-dir', cache, '--only', '28')],
] as const)
  console.log(
    `${name.padEnd(28)} ${(run.ms / 1000).toFixed(1)} s  peak ${run.peakMb.toFixed(0)} MB  exit ${run.status}`,
  )
console.log(`${count} files; goal: warm ≤ 3 s, peak ≤ 512 MB`)
rmSync(place, { recursive: true })
