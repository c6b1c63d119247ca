import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Answer } from '../../../src/reading/process/answer.ts'
import { LIMITS, type Limits, type Overrun } from '../../../src/reading/process/limits.ts'
import { Closed, openPool, type Pace, type Pool } from '../../../src/reading/process/pool.ts'
import { sheetOf } from '../hostile.ts'
import { docxOf, para, pdfOf, run, scan, ucs2 } from '../make.ts'

const small = docxOf(para(run('情况说明')))
let large: Uint8Array
/** Takes long enough to be struck while it is read, and not much longer. */
let long: Uint8Array

beforeAll(() => {
  large = sheetOf(10_000, 100)
  long = sheetOf(5_000, 100)
})

const give = (pool: Pool, bytes: Uint8Array, extension: string): Promise<Answer | Overrun> =>
  pool.read({ pace: 'quick', load: async () => ({ bytes, extension, ocr: 'off' }) })

const gist = (answer: Answer | Overrun): string =>
  typeof answer === 'string' ? answer : `${answer.format} ${JSON.parse(answer.json).passages[0]?.text ?? ''}`

/** A file that goes too far, and then an ordinary one, with one process at a time. */
async function both(limits: Partial<Limits>): Promise<string[]> {
  const pool = openPool(1, { ...LIMITS, ...limits })
  try {
    return (await Promise.all([give(pool, large, 'xlsx'), give(pool, small, 'docx')])).map(gist)
  } finally {
    pool.close()
  }
}

test('a file that needs more memory than there may be costs itself and no other', async () => {
  expect(await both({ heap: 60 })).toEqual(['out-of-memory', 'docx 情况说明'])
})

test('memory outside the heap of JavaScript is counted as well', async () => {
  expect(await both({ memory: 220 })).toEqual(['out-of-memory', 'docx 情况说明'])
})

test('a reading beyond all measure is told, not sent', async () => {
  const pool = openPool(1, { ...LIMITS, output: 10_000 })
  const answer = await give(pool, sheetOf(100, 100), 'xlsx')
  pool.close()
  expect(typeof answer === 'object' && JSON.parse(answer.json)).toMatchObject({
    extent: 'unread',
    notes: [{ code: 'too-large' }],
  })
})

test('a file that takes too long is ended', async () => {
  const pool = openPool(1, { ...LIMITS, time: 1, timePerMb: 0 })
  expect(gist(await give(pool, large, 'xlsx'))).toBe('timed-out')
  pool.close()
})

const children = (): number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => parentOf(pid) === process.pid && /worker\.[jt]s/.test(commandOf(pid)))

/** Of /proc/…/stat what stands behind the process's state: its parent first, its two processor times tenth and eleventh. */
const statOf = (pid: number): number[] =>
  proc(pid, 'stat')
    .replace(/^.*\) \S /s, '')
    .split(' ')
    .map(Number)
const parentOf = (pid: number): number => statOf(pid)[0] ?? 0
const ticksOf = (pid: number): number => (statOf(pid)[10] ?? 0) + (statOf(pid)[11] ?? 0)
const commandOf = (pid: number): string => proc(pid, 'cmdline')

function proc(pid: number, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8')
  } catch {
    return ''
  }
}

const linux = test.skipIf(process.platform !== 'linux')

/** Ends the process that reads just now, and tells which it was. */
async function struck(signal: string, before = 0): Promise<number> {
  await expect.poll(() => children().filter((pid) => pid !== before).length, { timeout: 60_000 }).toBe(1)
  const [pid = 0] = children().filter((one) => one !== before)
  execFileSync('kill', [`-${signal}`, String(pid)])
  return pid
}

/** Until the process is well into its file: by then it has used more of the processor than starting takes. */
const settled = (before = 0) =>
  expect
    .poll(() => Math.max(0, ...children().flatMap((pid) => (pid === before ? [] : ticksOf(pid)))), {
      timeout: 100_000,
      interval: 20,
    })
    .toBeGreaterThan(80)

/** Where there are too few threads for it, Node hangs at once. */
test('a process that never comes up is this machine’s trouble, and ends the run', async () => {
  const before = process.env.NODE_OPTIONS
  process.env.NODE_OPTIONS = `--require ${resolve('test/helpers/hanging.cjs')}`
  const pool = openPool(1, { ...LIMITS, start: 2 })
  try {
    await expect(give(pool, small, 'docx')).rejects.toMatchObject({
      name: 'OwnTrouble',
      message: expect.stringMatching(/^读取文件的程序无法启动。.*audit doctor/),
    })
  } finally {
    if (before === undefined) delete process.env.NODE_OPTIONS
    else process.env.NODE_OPTIONS = before
    pool.close()
  }
})

linux('a crash is the file’s where it happens twice, and the next file is read', async () => {
  const pool = openPool(1, LIMITS)
  const crashed = give(pool, long, 'xlsx')
  const next = give(pool, small, 'docx')
  await settled()
  const first = await struck('SEGV')
  await settled(first)
  await struck('SEGV', first)
  expect([gist(await crashed), gist(await next)]).toEqual(['crashed', 'docx 情况说明'])
  pool.close()
})

linux('ended once by somebody else, a file is read by another process', async () => {
  const pool = openPool(1, LIMITS)
  const ended = give(pool, long, 'xlsx')
  await settled()
  await struck('KILL')
  expect(gist(await ended)).toBe('xlsx ')
  pool.close()
})

linux('ended twice by somebody else, that is no file’s fault: the run ends', async () => {
  const pool = openPool(1, LIMITS)
  const ended = give(pool, long, 'xlsx')
  const told = expect(ended).rejects.toThrow(/读取文件的程序被系统或其他程序中止（SIGKILL）。这是本程序或本机的问题/)
  await settled()
  const first = await struck('KILL')
  await settled(first)
  await struck('KILL', first)
  await told
  pool.close()
})

linux('a reader that was stopped and goes on has lost nothing', async () => {
  const pool = openPool(1, { ...LIMITS, idle: 3 })
  const ended = give(pool, long, 'xlsx')
  await settled()
  const pid = await struck('STOP')
  await new Promise((done) => setTimeout(done, 6_000))
  execFileSync('kill', ['-CONT', String(pid)])
  expect(gist(await ended)).toBe('xlsx ')
  pool.close()
})

linux('what an earlier file did to the process is not held against the next', async () => {
  const pool = openPool(1, LIMITS)
  expect(gist(await give(pool, small, 'docx'))).toBe('docx 情况说明')
  const victim = give(pool, long, 'xlsx')
  await settled()
  await struck('SEGV')
  expect(gist(await victim)).toBe('xlsx ')
  pool.close()
})

linux('a closed pool ends its processes and whatever waits', async () => {
  const pool = openPool(2, LIMITS)
  const asked = [1, 2, 3].map(() => give(pool, long, 'xlsx').catch((error: unknown) => error))
  await expect.poll(() => children().length, { timeout: 100_000 }).toBe(2)
  pool.close()
  for (const ended of await Promise.all(asked)) expect(ended).toBeInstanceOf(Closed)
  await expect.poll(() => children().length, { timeout: 100_000 }).toBe(0)
  await expect(give(pool, small, 'docx')).rejects.toBeInstanceOf(Closed)
})

linux('no process is started before there is work, nor more than there is work for', async () => {
  const pool = openPool(4, LIMITS)
  expect(children()).toEqual([])
  const asked = give(pool, small, 'docx')
  await expect.poll(() => children().length, { timeout: 100_000 }).toBe(1)
  await asked
  pool.close()
})

test('what is quick never waits behind what may need OCR', async () => {
  const pool = openPool(0, LIMITS)
  const order: string[] = []
  const ask = (name: string, pace: Pace) =>
    pool.read({
      pace,
      onStart: () => order.push(name),
      load: async () => ({ bytes: small, extension: 'docx', ocr: 'off' }),
    })
  await Promise.all([ask('扫描一', 'slow'), ask('文本一', 'quick'), ask('扫描二', 'slow'), ask('文本二', 'quick')])
  expect(order).toEqual(['文本一', '文本二', '扫描一', '扫描二'])
})

describe.each([0, 1])('with %i processes', (jobs) => {
  test('a PDF that turns out to need recognition lets text go first, and is then read as if alone', async () => {
    const scanned = pdfOf(scan, ucs2('附有扫描件的通知'))
    const heard: string[] = []
    const ask = (pool: Pool, name: string, bytes: Uint8Array, extension: string) =>
      pool
        .read({
          pace: 'quick',
          onStart: () => heard.push(`${name}开始`),
          onLater: () => heard.push(`${name}暂缓`),
          load: async () => ({ bytes, extension, ocr: 'auto' }),
        })
        .finally(() => heard.push(`${name}完成`))

    const pool = openPool(jobs, LIMITS)
    const [found] = await Promise.all([ask(pool, '扫描', scanned, 'pdf'), ask(pool, '文本', small, 'docx')])
    expect(heard).toEqual(['扫描开始', '扫描暂缓', '文本开始', '文本完成', '扫描开始', '扫描完成'])
    heard.length = 0
    expect(await ask(pool, '扫描', scanned, 'pdf')).toEqual(found)
    expect(heard).toEqual(['扫描开始', '扫描完成'])
    pool.close()
  })
})

test('bytes are loaded only when their turn has come', async () => {
  const pool = openPool(0, LIMITS)
  let [held, most] = [0, 0]
  const ask = () =>
    pool.read({
      pace: 'quick',
      load: async () => {
        most = Math.max(most, ++held)
        return { bytes: small, extension: 'docx', ocr: 'off' }
      },
    })
  await Promise.all(Array.from({ length: 20 }, () => ask().then(() => held--)))
  expect(most).toBe(1)
})

test('a file that cannot be loaded fails for whoever asked, and no other', async () => {
  const pool = openPool(1, LIMITS)
  const lost = pool.read({ pace: 'quick', load: () => Promise.reject(new Error('gone')) })
  const found = give(pool, small, 'docx')
  await expect(lost).rejects.toThrow('gone')
  expect(gist(await found)).toBe('docx 情况说明')
  pool.close()
})
