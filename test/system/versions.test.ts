import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { loadSystem } from '../../src/system/load.ts'

/** `id@version` → the hash of the resolved rule set. */
const published: Record<string, string> = JSON.parse(readFileSync('indicators/versions.json', 'utf8'))
const shipped = readdirSync('indicators', { withFileTypes: true }).filter((entry) => entry.isDirectory())

describe('a published version is never edited', () => {
  test.each(shipped.map(({ name }) => name))('%s', async (name) => {
    const { id, version, sha256 } = await loadSystem(join('indicators', name))
    const message = [
      `${id} ${version} 与 indicators/versions.json 登记的不一致：改了规则要升版本号。`,
      '请改 system.yaml 的 version，在 CHANGELOG.md 写明改了什么，再运行 npm run versions；',
      '这一版尚未发布的，运行 npm run versions -- --overwrite。',
    ].join('\n')
    expect(published[`${id}@${version}`], message).toBe(sha256)
  })

  test.each(shipped.map(({ name }) => name))('%s tells its version in its change log', async (name) => {
    const { version } = await loadSystem(join('indicators', name))
    const log = readFileSync(join('indicators', name, 'CHANGELOG.md'), 'utf8')
    expect(log.split('\n').some((line) => line.startsWith(`## ${version} `))).toBe(true)
  })
})
