import { visible } from '../language/visible.ts'
import type { Progress } from '../reading/gather.ts'
import type { Io } from './io.ts'

export const PROGRESS_MODES = ['bar', 'json', 'none'] as const
export type ProgressMode = (typeof PROGRESS_MODES)[number]

export type Display = { readonly show: (progress: Progress) => void; readonly end: () => void }

/** `bar` is one line on a terminal's stderr, drawn over itself, and nothing when piped. `json` is a line a step. */
export function display(io: Io, mode: ProgressMode, now: () => number): Display {
  if (mode === 'json') return lines(io, now)
  if (mode === 'bar' && io.stderr.isTTY && io.env.TERM !== 'dumb') return bar(io, now)
  return { show: () => {}, end: () => {} }
}

const EVERY = { bar: 100, json: 200 }

function lines({ err }: Io, now: () => number): Display {
  const clock = clockFrom(now)
  let last: number | undefined
  return {
    show: (progress) => {
      const at = clock.elapsed()
      clock.hear(progress)
      const { done, total, inHand } = progress
      if (last !== undefined && at - last < EVERY.json && done < total) return
      last = at
      const [elapsed, remaining] = [at, clock.remaining()].map((time) => time && Math.round(time / 100) / 10)
      err(`${JSON.stringify({ event: 'reading', done, total, inHand, elapsed, remaining })}\n`)
    },
    end: () => {},
  }
}

function bar({ stderr, err }: Io, now: () => number): Display {
  const clock = clockFrom(now)
  let latest: Progress | undefined
  let drawn = Number.NEGATIVE_INFINITY
  const draw = () => {
    if (!latest) return
    drawn = clock.elapsed()
    err(`\r\x1b[2K${barLine(latest, clock, (stderr.columns || 80) - 1)}`)
  }
  // While one page takes a minute nothing is told, and a line that stands still looks like a hang.
  const timer = setInterval(draw, 1000)
  timer.unref()
  return {
    show: (progress) => {
      latest = progress
      clock.hear(progress)
      if (clock.elapsed() - drawn >= EVERY.bar) draw()
    },
    end: () => {
      clearInterval(timer)
      err('\r\x1b[2K')
    },
  }
}

type Clock = ReturnType<typeof clockFrom>

/** Times in milliseconds since the display began. */
function clockFrom(now: () => number) {
  const start = now()
  const since = new Map<string, number>()
  let planned: number | undefined
  let share = 0
  return {
    elapsed: () => now() - start,
    hear: (progress: Progress) => {
      if (progress.share !== undefined) planned ??= now()
      share = progress.share ?? 0
      for (const path of since.keys()) if (!progress.inHand.some((one) => one.path === path)) since.delete(path)
      for (const { path } of progress.inHand) if (!since.has(path)) since.set(path, now())
    },
    inHandFor: (path: string) => now() - (since.get(path) ?? now()),
    /** Undefined until there is enough to go by. */
    remaining: () => {
      const spent = now() - (planned ?? now())
      return share >= 0.05 && spent >= 2000 ? (spent * (1 - share)) / share : undefined
    },
  }
}

const SLOW = 5000

/** Whatever does not fit is taken from the front of the file's path. */
export function barLine({ done, total, inHand }: Progress, clock: Clock, columns: number): string {
  const head = `正在读取 ${done}/${total}`
  const rest = clock.remaining()
  const tail = [`已用${timeIn(clock.elapsed())}`, ...(rest === undefined ? [] : [`约剩${timeIn(rest)}`])].join('，')
  const first = inHand[0]
  if (!first) return fitted(`${head}　${tail}`, columns)
  const page = first.pages > 0 ? ` 第${first.page}/${first.pages}页` : ''
  const slow = clock.inHandFor(first.path)
  const file = `${page}${slow >= SLOW ? `（这一个已读${timeIn(slow)}）` : ''}　${tail}`
  const room = columns - widthOf(head) - widthOf(file) - 1
  return fitted(`${head} ${ending(visible(first.path), room)}${file}`, columns)
}

function timeIn(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000)
  if (seconds < 60) return `${seconds}秒`
  if (seconds < 3600) return `${Math.floor(seconds / 60)}分${String(seconds % 60).padStart(2, '0')}秒`
  return `${Math.floor(seconds / 3600)}小时${Math.floor((seconds % 3600) / 60)}分`
}

/** A sign beyond Latin takes two columns; to take a narrow one for wide wastes a column and never wraps. */
const widthOf = (text: string): number => [...text].reduce((sum, sign) => sum + (sign > '\u00ff' ? 2 : 1), 0)

function ending(text: string, room: number): string {
  const signs = [...text]
  while (signs.length > 0 && widthOf(signs.join('')) > room) signs.shift()
  return signs.join('')
}

function fitted(text: string, room: number): string {
  const signs = [...text]
  while (signs.length > 0 && widthOf(signs.join('')) > room) signs.pop()
  return signs.join('')
}
