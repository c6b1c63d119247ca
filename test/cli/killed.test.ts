import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'

const SIZE = 4_000_000

/** Writes whole lists over one another without end, each of one digit, and says when each begins. */
const WRITER = `
import { write } from ${JSON.stringify(resolve('src/cli/output.ts'))}
for (let count = 0; ; count++) {
  process.stdout.write('.')
  write(process.argv[1], String(count % 10).repeat(${SIZE}))
  await new Promise((turn) => setImmediate(turn))
}`

test('a process that is killed at any moment leaves a whole list, the old one or the next', async () => {
  const list = join(mkdtempSync(join(tmpdir(), 'audit-killed-')), '清单.xlsx')
  writeFileSync(list, '旧'.repeat(10))
  for (let round = 0; round < 6; round++) {
    const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', WRITER, list])
    const over = new Promise((done) => child.on('exit', (_, signal) => done(signal)))
    let heard = 0
    child.stdout.on('data', (data: Buffer) => {
      heard += data.length
      if (heard > round) setTimeout(() => child.kill('SIGKILL'), round)
    })
    expect(await over).toBe('SIGKILL')
    const text = readFileSync(list, 'utf8')
    expect([text.length, new Set(text).size]).toEqual([text[0] === '旧' ? 10 : SIZE, 1])
  }
}, 60_000)
