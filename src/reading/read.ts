import type { Format, Reading } from '../core/evidence.ts'
import { adviceOn, adviceOnUnknown } from './formats/advice.ts'
import { readerOf } from './formats/index.ts'
import { noted } from './own/packages.ts'
import { causeIn, refusedUs } from './own/trouble.ts'
import { NOTHING, note, type ReadOptions, Unreadable } from './reader.ts'

/**
 * Bytes → reading; the same bytes always give the same one, and it can be sent and stored as JSON. What cannot be read
 * is a reading too, with a note that says why: the one place that catches what readers throw.
 */
export async function read(
  bytes: Uint8Array,
  format: Format,
  options: ReadOptions = { ocr: 'auto' },
): Promise<Reading> {
  const reader = readerOf(format)
  if (!reader) {
    const advice = format === 'unknown' ? adviceOnUnknown(bytes, options.extension ?? '') : adviceOn(format)
    return { ...NOTHING, notes: [advice] }
  }

  try {
    return await reader.read(bytes, format, options)
  } catch (error) {
    return { ...NOTHING, notes: [told(error)] }
  }
}

function told(error: unknown) {
  if (error instanceof Unreadable) return note(error.code, error.message)
  const ours = refusedUs(error)
  if (ours) throw noted(ours)
  return note(
    'crashed',
    `读取程序出错，文件没有读取（${causeIn(error)}）：请另存为新文件后重试，仍不行请把文件交给维护人员`,
  )
}
