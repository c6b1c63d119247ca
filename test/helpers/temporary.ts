import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What the folder's name begins with. */
export const PLACE = 'fazhi-audit-'

let place = ''

/** Every test's temporary folders lie in one, which goes when the tests have ended. */
export function setup(): void {
  place = mkdtempSync(join(tmpdir(), PLACE))
  process.env.TMPDIR = place
  process.env.TEMP = place
  process.env.TMP = place
}

export function teardown(): void {
  rmSync(place, { recursive: true, force: true })
}
