import type { Limits } from './process/limits.ts'
import type { Pool } from './process/pool.ts'
import type { OcrMode } from './reader.ts'
import type { Cache } from './store/cache.ts'
import type { Memory } from './store/memory.ts'

export type Watch = {
  /** A file is in hand, at this page of so many; 0 of 0 before the first. */
  readonly onPage: (path: string, page: number, pages: number) => void
  /** A file is put down unfinished, to be taken up again. */
  readonly onLater: (path: string) => void
  /** Files of the same bytes are done; `cost` is its part of what `onPlan` announced. */
  readonly onDone: (paths: readonly string[], cost: number) => void
  readonly onPlan: (cost: number) => void
}

export type Means = {
  readonly pool: Pool
  readonly cache: Cache | undefined
  /** Only beside a cache: texts are fetched from there when somebody asks for them. */
  readonly memory?: Memory | undefined
  readonly ocr: OcrMode
  readonly limits: Limits
  readonly watch: Watch
}
