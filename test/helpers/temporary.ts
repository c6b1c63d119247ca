import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Every test's temporary folders lie in one, which goes when the tests have ended. */
export default function setup(): () => void {
  const place = mkdtempSync(join(tmpdir(), 'fazhi-audit-'))
  process.env.TMPDIR = place
  process.env.TEMP = place
  process.env.TMP = place
  return () => rmSync(place, { recursive: true, force: true })
}
