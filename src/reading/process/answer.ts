import type { Format, Reading } from '../../core/evidence.ts'
import { identify } from '../folder/identify.ts'
import { watched } from '../own/packages.ts'
import { read } from '../read.ts'
import { NOTHING, type ReadOptions } from '../reader.ts'
import { type AskLeave, withLeave } from '../sight/ocr/leave.ts'
import { OVERRUNS } from './limits.ts'

/** What is asked of whoever reads a file. */
export type Work = { readonly bytes: Uint8Array; readonly extension: string; readonly ocr: ReadOptions['ocr'] }

/** What a file is, and its reading as JSON: it is sent, kept and compared as text, and parsed once. */
export type Answer = {
  readonly format: Format
  readonly macro: boolean
  readonly json: string
  /** Made without a package that is not installed: not to be kept. */
  readonly lacking?: true
}

/** Its text can be had at once, but not what has to be recognised: the file is to be read again when there is time. */
export type Later = 'later'

/** Throws `OwnTrouble`. */
export async function answer(
  { bytes, extension, ocr }: Work,
  output: number,
  options: Pick<ReadOptions, 'onPage' | 'steps'>,
  ask: AskLeave,
): Promise<Answer | Later> {
  const { value, lacking } = await watched(async () => {
    const { format, macro } = await identify(bytes, extension)
    const reading = await withLeave(ask, () => read(bytes, format, { ocr, extension, ...options }))
    return reading && { format, macro, json: jsonOf(reading, output) }
  })
  return value ? { ...value, ...(lacking && { lacking }) } : 'later'
}

/** For a file that is known to be no container, so that nothing in it can bear macros. */
export async function plainAnswer({ bytes, extension, ocr }: Work, format: Format, output: number): Promise<Answer> {
  return { format, macro: false, json: jsonOf(await read(bytes, format, { ocr, extension }), output) }
}

export const unread = (note: Reading['notes'][number]): Reading => ({ ...NOTHING, notes: [note] })

function jsonOf(reading: Reading, longest: number): string {
  try {
    const json = JSON.stringify(reading)
    if (json.length <= longest) return json
  } catch (error) {
    // A text of more than half a gigabyte is none for V8.
    if (!(error instanceof RangeError)) throw error
  }
  return JSON.stringify(unread(OVERRUNS['too-large']))
}
