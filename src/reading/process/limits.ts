import type { Note } from '../../core/evidence.ts'
import { note } from '../reader.ts'

const MB = 1024 * 1024

/**
 * How far reading one file may go. Times are milliseconds of the processor, not of the clock: a machine that is busy,
 * paused or asleep reads the same. Each page of recognition begins its own.
 */
export type Limits = {
  /** The largest file that is opened at all, in bytes. */
  readonly file: number
  readonly time: number
  readonly timePerMb: number
  readonly timePerPage: number
  /** After so many looks, a second apart, at a reader that does nothing at all, its answer will never come. */
  readonly idle: number
  /** After so many, a second apart, at a process that has not come up, none will. */
  readonly start: number
  /** What JavaScript may hold, and what the whole process may, in megabytes. */
  readonly heap: number
  readonly memory: number
  /** The longest reading, in characters of its JSON. */
  readonly output: number
}

export const LIMITS: Limits = {
  file: 512 * MB,
  time: 90_000,
  timePerMb: 2_000,
  timePerPage: 60_000,
  idle: 60,
  start: 180,
  heap: 1_536,
  memory: 2_560,
  output: 100_000_000,
}

/** How long a file of this size may take until its first page of recognition or its end. */
export const timeFor = ({ time, timePerMb }: Limits, bytes: number): number => time + (bytes / MB) * timePerMb

/** What ended the process of a reading. */
export type Fatal = 'timed-out' | 'out-of-memory' | 'crashed'

export type Overrun = Fatal | 'too-large'

/** What a file that went too far is told with. It holds no figure of this one run, so that two runs tell the same. */
export const OVERRUNS: Readonly<Record<Overrun, Note>> = {
  'timed-out': note(
    'timed-out',
    '读取用时过长，已经停止，文件没有读取：请用原来的软件打开核对，另存为新文件或拆分后重新放入',
  ),
  'out-of-memory': note(
    'out-of-memory',
    '读取时内存不足，文件没有读取：请关闭其他程序后重新运行，仍不行请拆分文件或降低图片分辨率后重新放入',
  ),
  crashed: note(
    'crashed',
    '读取程序读到这个文件时意外退出，文件没有读取：请另存为新文件后重试，仍不行请把文件交给维护人员',
  ),
  'too-large': note(
    'too-large',
    '文件里的内容过多，超出了读取上限，没有读取：请删去多余的空白行列或拆分成几个文件后重新放入',
  ),
}

/** Trouble of this run, not of the bytes: the next run may fare better, so it is never kept. */
export const isPassing = ({ code }: Pick<Note, 'code'>): boolean =>
  code === 'timed-out' || code === 'out-of-memory' || code === 'crashed'
