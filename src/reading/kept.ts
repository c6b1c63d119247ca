import type { Format, Reading } from '../core/evidence.ts'
import { type Source, sha256 } from './folder/source.ts'
import { textReading } from './formats/text/text.ts'
import type { Known } from './got.ts'
import type { Means } from './means.ts'
import type { Answer } from './process/answer.ts'
import type { Key } from './store/cache.ts'
import { LazyReading, outlineOf } from './store/lazy.ts'
import type { Memory, Seen } from './store/memory.ts'

export const parse = ({ json }: Answer): Reading => JSON.parse(json)

export async function readHere(
  answer: Answer,
  before: Seen | undefined,
  key: Key,
  source: Source,
  { memory }: Means,
): Promise<Known> {
  const { format, macro } = answer
  const reading = parse(answer)
  if (!memory) return { format, macro, reading }
  if (before) return { format, macro, reading, digest: before.digest }
  const seen: Seen = {
    format,
    macro,
    outline: outlineOf(reading),
    here: true,
    ...(await digested(format, reading, memory)),
  }
  memory.learn(key, seen)
  return { format, macro, reading: fetchedHere(seen, key, source, memory) ?? reading, digest: seen.digest }
}

const digested = async (format: Format, reading: Reading, { digest }: Memory) => ({
  digest: await digest({ path: '', sha256: '', bytes: 0, format, ...reading }),
})

/** A file that lies in the cache: with a memory its text is let go once it has been digested. */
export async function kept(key: Key, answer: Answer | undefined, means: Means): Promise<Known | undefined> {
  if (!answer) return undefined
  const { format, macro } = answer
  const reading = parse(answer)
  if (!means.memory) return { format, macro, reading }
  const seen: Seen = { format, macro, outline: outlineOf(reading), ...(await digested(format, reading, means.memory)) }
  means.memory.learn(key, seen)
  return { format, macro, reading: fetched(seen, key, means), digest: seen.digest }
}

/** Undefined where its text cannot be had later on: then it is read now. */
export function recalled(seen: Seen, key: Key, source: Source, means: Means): Known | undefined {
  const reading = seen.here ? fetchedHere(seen, key, source, means.memory) : fetched(seen, key, means)
  return reading && { format: seen.format, macro: seen.macro, reading, digest: seen.digest }
}

const fetched = ({ outline }: Seen, key: Key, { cache, memory }: Means): Reading =>
  new LazyReading(outline, () => {
    const answer = cache?.now(key)
    if (answer) return parse(answer)
    // Somebody else has cleared or spoilt the cache meanwhile.
    memory?.lose()
    throw new Lost()
  })

/** Of the formats that are read on the spot, only a plain text can be read again at once. */
function fetchedHere({ format, outline }: Seen, { sha256: known }: Key, source: Source, memory: Memory | undefined) {
  const isEmpty = outline.passages + outline.tables === 0
  if (!isEmpty && (format !== 'txt' || !source.now)) return undefined
  return new LazyReading(outline, () => {
    const bytes = bytesNow(source)
    if (bytes && sha256(bytes) === known) return textReading(bytes)
    memory?.lose()
    throw new Lost()
  })
}

function bytesNow(source: Source): Uint8Array | undefined {
  try {
    return source.now?.()
  } catch {
    return undefined
  }
}

/** A text that was there a moment ago. */
class Lost extends Error {
  override name = 'Lost'
}
