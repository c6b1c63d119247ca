import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, openSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'

/** The programme as a user starts it, from the bundle. */
function audit(args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['bin/audit.js', ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { ...process.env, ...env },
  })
  return { status, stdout, stderr }
}

const HOW = ['--as-of', '2022-07-31', '--ocr', 'off', '--no-cache']
/** Texts, tables and a PDF of the town: what is asked here of the whole of it would hold a process for each test. */
const part = join(mkdtempSync(join(tmpdir(), 'unit-')), '清水镇')
const PART = [part, ...HOW]
const asked = [...PART, '--format', 'json', '--jobs', '2']

let sound: ReturnType<typeof audit>
beforeAll(() => {
  for (const name of ['06-权责清单', '42-法律顾问', '79-人民调解'])
    cpSync(join('fixtures/units/清水镇', name), join(part, name), { recursive: true })
  sound = audit(asked, { TZ: 'Asia/Shanghai', LANG: 'C' })
})

describe('the same folder gives the same bytes', () => {
  test.each([
    ['west of Greenwich', { TZ: 'America/Los_Angeles', LANG: 'en_US.UTF-8' }],
    ['east of it', { TZ: 'Pacific/Kiritimati', LANG: 'zh_CN.GB18030', LC_ALL: 'zh_CN.GB18030' }],
  ])('%s', (_, env) => {
    expect(audit(asked, env)).toEqual(sound)
    expect({ ...sound, stdout: sound.stdout.length > 1000 }).toEqual({ status: 1, stdout: true, stderr: '' })
  })

  test('with one job or two', () => {
    expect(audit([...PART, '--format', 'json', '--jobs', '1'])).toEqual(sound)
  })
})

describe.skipIf(process.platform === 'win32')('where few files may be open', () => {
  const least = (files: number, ...args: readonly string[]) => {
    const { status, stdout, stderr } = spawnSync('sh', ['-c', `ulimit -n ${files} && exec "$@"`, 'sh', ...args], {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    })
    return { status, stdout, stderr }
  }
  // Below that Node itself opens no script, and nothing of ours runs.
  const NODE = Array.from({ length: 40 }, (_, at) => at + 8).find(
    (files) => least(files, process.execPath, 'test/helpers/nothing.cjs').status === 0,
  )!

  test.each([0, 12, 48, 96])('%d more than Node needs: the same answer, or none and why', (more) => {
    const { status, stdout, stderr } = least(NODE + more, process.execPath, 'bin/audit.js', ...asked)
    if (status === sound.status) return expect({ status, stdout, stderr }).toEqual(sound)
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toMatch(/本机允许同时打开的文件太少|读取文件的程序无法启动/)
    expect(stderr).toContain('audit doctor')
    expect(stderr).not.toMatch(/^ +at /m)
  })
})

describe.skipIf(process.platform !== 'linux')('on a full device', () => {
  const into = (stdout: number | 'pipe', stderr: number | 'pipe') => {
    const { status, ...told } = spawnSync(process.execPath, ['bin/audit.js', ...PART], {
      encoding: 'utf8',
      stdio: ['ignore', stdout, stderr],
    })
    return { status, stdout: told.stdout, stderr: told.stderr }
  }

  test('an answer that could not be written is none', () => {
    const { status, stderr } = into(openSync('/dev/full', 'w'), 'pipe')
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringMatching(/^结果没有写完（ENOSPC）.*\n$/) })
  })

  test('what is only said about it changes nothing', () => {
    expect({ ...into('pipe', openSync('/dev/full', 'w')), stderr: '' }).toEqual(audit(PART))
  })
})

test('a clean town ends with 0 and says so in its first lines', () => {
  const { status, stdout, stderr } = audit(['fixtures/units/清水镇', ...HOW])
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  expect(stdout.split('\n')[1]).toMatch(/^[?△✓] .*可以报送：材料自身有错 0 处，方案要求而没有 0 项/)
})
