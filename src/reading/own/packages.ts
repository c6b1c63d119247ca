import { AsyncLocalStorage } from 'node:async_hooks'
import { hasOptional, type Optional } from './installed.ts'
import { causeIn, type OwnTrouble, ownTrouble, refusedUs } from './trouble.ts'

/** What of our own failed during a reading, whoever caught it on the way. */
type Noted = { trouble: OwnTrouble | undefined; lacking: boolean }

const current = new AsyncLocalStorage<Noted>()

/** `lacking`: something that could have been read was not, because a package is not installed. */
export type Watched<T> = { readonly value: T; readonly lacking: boolean }

/**
 * Runs a reading. Readers forgive much, so a package that failed to load would soon be told as a damaged file: whatever
 * they make of it, this throws `OwnTrouble`.
 */
export async function watched<T>(read: () => Promise<T>): Promise<Watched<T>> {
  const noted: Noted = { trouble: undefined, lacking: false }
  try {
    const value = await current.run(noted, read)
    if (noted.trouble) throw noted.trouble
    return { value, lacking: noted.lacking }
  } catch (error) {
    throw noted.trouble ?? error
  }
}

/** Notes trouble of ours for whoever runs the reading, and gives it back to be thrown. */
export function noted(trouble: OwnTrouble): OwnTrouble {
  const reading = current.getStore()
  if (reading) reading.trouble ??= trouble
  return trouble
}

/** What is read without a package may be read with it tomorrow. */
export function lacking(): void {
  const reading = current.getStore()
  if (reading) reading.lacking = true
}

const OUT_OF_MEMORY = /could not allocate memory|out of memory|allocation failed/i

/** Loads a package that comes with the programme. */
export async function needed<T>(name: string, load: () => Promise<T>, next = ''): Promise<T> {
  try {
    return await load()
  } catch (cause) {
    if (OUT_OF_MEMORY.test(String(cause))) throw noted(ownTrouble('本机内存不足', '', cause))
    throw noted(refusedUs(cause) ?? ownTrouble(`程序组件 ${name} 缺失或损坏（${causeIn(cause)}）`, next, cause))
  }
}

/** A package that this installation was made without. */
export class NotInstalled extends Error {
  override name = 'NotInstalled'
}

const WITHOUT = '；只审核有文字的材料，可加 --ocr off'

/** Loads a package that may have been left out. Throws `NotInstalled` where all of them were. */
export async function optional<T>(name: Optional, load: () => Promise<T>): Promise<T> {
  if (!hasOptional()) throw new NotInstalled(name)
  return needed(name, load, name === '@hyzyla/pdfium' ? '' : WITHOUT)
}
