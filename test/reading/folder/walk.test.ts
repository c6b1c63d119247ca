import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, linkSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { walk } from '../../../src/reading/folder/walk.ts'
import { folderOf } from '../make.ts'

const paths = async (folder: string) => (await walk(folder)).files.map(({ path }) => path)
const told = async (folder: string) => (await walk(folder)).problems.map(({ code, file }) => [code, file])

test('every file is found, hidden ones too, sorted by code unit, with /', async () => {
  const folder = folderOf({ '乙/b.txt': '1', 'a/深/c.txt': '1', '.hidden': '1', 'B.txt': '1', '（1）[x] {y}.txt': '1' })
  expect(await paths(folder)).toEqual(['.hidden', 'B.txt', 'a/深/c.txt', '乙/b.txt', '（1）[x] {y}.txt'])
})

test('a name in decomposed form is shown composed, and still opens', async () => {
  const folder = folderOf({ 're\u0301sume\u0301.txt': '1' })
  const { files } = await walk(folder)
  expect(files).toEqual([{ path: 'r\u00e9sum\u00e9.txt', onDisk: join(folder, 're\u0301sume\u0301.txt') }])
})

test('audit.yaml at the root is no evidence; deeper it is', async () => {
  expect(await paths(folderOf({ 'audit.yaml': '', '1/audit.yaml': '', 'a.txt': '1' }))).toEqual([
    '1/audit.yaml',
    'a.txt',
  ])
})

test('links are told and never followed: loops, escapes, dangling ones', async () => {
  const folder = folderOf({ 'a.txt': '1' })
  symlinkSync('.', join(folder, 'loop'))
  symlinkSync('/etc', join(folder, 'out'))
  symlinkSync('nowhere', join(folder, 'gone'))
  expect(await paths(folder)).toEqual(['a.txt'])
  expect((await told(folder)).sort()).toEqual([
    ['link', 'gone'],
    ['link', 'loop'],
    ['link', 'out'],
  ])
})

test('a hard link is a file', async () => {
  const folder = folderOf({ 'a.txt': '1' })
  linkSync(join(folder, 'a.txt'), join(folder, 'b.txt'))
  expect(await paths(folder)).toEqual(['a.txt', 'b.txt'])
})

test('system litter is told once and not read', async () => {
  const litter = ['~$台账.xlsx', '.~lock.台账.xlsx#', 'Thumbs.db', '.DS_Store', 'desktop.ini', '._a.txt']
  const inside = { '__MACOSX/a.txt': '1', '.git/config': '1', '.git/objects/x': '1' }
  const folder = folderOf({ 'a.txt': '1', ...Object.fromEntries(litter.map((name) => [`28/${name}`, '1'])), ...inside })
  expect(await paths(folder)).toEqual(['a.txt'])
  expect((await told(folder)).sort()).toEqual(
    [...litter.map((name) => `28/${name}`), '__MACOSX', '.git'].map((file) => ['litter', file]).sort(),
  )
})

test('odd names are told, and the files are found all the same, below a folder of an odd name too', async () => {
  const names = ['a\nb.txt', 'c\u202etxt.exe', 'back\\slash.txt', `${'x'.repeat(97)}.txt`]
  const folder = folderOf({
    ...Object.fromEntries(names.map((name) => [name, '1'])),
    'd\r\ne/f\ng/h.txt': '1',
    'd\r\ne/i.txt': '1',
  })
  expect(await paths(folder)).toEqual([...names, 'd\r\ne/f\ng/h.txt', 'd\r\ne/i.txt'].sort())
  expect((await told(folder)).sort()).toEqual(
    [...names, 'd\r\ne', 'd\r\ne/f\ng'].map((file) => ['odd-name', file]).sort(),
  )
})

test('a name of a hundred signs is ordinary, one more is not', async () => {
  expect(await told(folderOf({ [`${'x'.repeat(96)}.txt`]: '1' }))).toEqual([])
  expect(await told(folderOf({ [`${'x'.repeat(97)}.txt`]: '1' }))).toEqual([['odd-name', `${'x'.repeat(97)}.txt`]])
})

const linux = test.skipIf(process.platform !== 'linux')

const named = (folder: string, ...bytes: readonly (string | readonly number[])[]): Buffer =>
  Buffer.concat(
    [`${folder}/`, ...bytes].map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))),
  )

linux('a name that is not UTF-8 is told, shown as Chinese Windows would, and opens by its bytes', async () => {
  const folder = folderOf({ 'a.txt': '1' })
  writeFileSync(named(folder, [0xb8, 0xdf], '.txt'), '1')
  expect(await paths(folder)).toEqual(['a.txt', '高.txt'])
  expect(await told(folder)).toEqual([['odd-name', '高.txt']])
  const { files } = await walk(folder)
  expect(readFileSync(files[1]!.onDisk, 'utf8')).toBe('1')
})

linux('a folder of such a name is walked like any other', async () => {
  const folder = folderOf({ 'a.txt': '1' })
  mkdirSync(named(folder, [0xb8, 0xdf]))
  writeFileSync(named(folder, [0xb8, 0xdf], '/通知.txt'), '1')
  expect(await paths(folder)).toEqual(['a.txt', '高/通知.txt'])
  expect(await told(folder)).toEqual([['odd-name', '高']])
})

// What such a name was, the system does not hand on: it can be walked from above, and not be named on the command line.
linux('a folder to be audited that has such a name is told as what it is, and so is a file in it', () => {
  const folder = folderOf({ 'a.txt': '1' })
  mkdirSync(named(folder, [0xb8, 0xdf]))
  writeFileSync(named(folder, [0xb8, 0xdf], '/通知.txt'), '1')
  const from = (script: string) => {
    const { status, stdout, stderr } = spawnSync(
      'bash',
      ['-c', script, 'bash', process.execPath, resolve('bin/audit.js')],
      {
        encoding: 'utf8',
        cwd: folder,
      },
    )
    return { status, stdout, stderr }
  }
  const none = (what: string) => ({
    status: 2,
    stdout: '',
    stderr: expect.stringMatching(new RegExp(`^${what}的名称（或所在文件夹的名称）不是 UTF-8.*请重新命名后再运行\n$`)),
  })
  expect(from(`"$@" $'\\xb8\\xdf'`)).toEqual(none('文件夹“.*”'))
  expect(from(`cd $'\\xb8\\xdf' && "$@" .`)).toEqual(none('文件夹“.*”'))
  expect(from(`cd $'\\xb8\\xdf' && "$@" read 通知.txt`)).toEqual(none('“通知.txt”'))
})

linux('names that look alike are each told and opened', async () => {
  const folder = folderOf({ 'a.txt': '1' })
  writeFileSync(named(folder, [0xff, 0xfe], '.txt'), '2')
  writeFileSync(named(folder, [0xff, 0xff], '.txt'), '3')
  writeFileSync(named(folder, 'e\u0301.txt'), '4')
  writeFileSync(named(folder, '\u00e9.txt'), '5')
  const { files } = await walk(folder)
  expect(files.map(({ path, onDisk }) => [path, readFileSync(onDisk, 'utf8')])).toEqual([
    ['a.txt', '1'],
    ['\u00e9.txt', '4'],
    ['\u00e9（同名2）.txt', '5'],
    ['\ufffd\ufffd.txt', '2'],
    ['\ufffd\ufffd（同名2）.txt', '3'],
  ])
})

test('names that begin with a line break or a line separator are in the list', async () => {
  const names = ['\n通知.txt', '\r\n函.txt', '\u2028纪要.txt', '\u2029台账.txt', '\u2028夹/内.txt']
  const folder = folderOf(Object.fromEntries(names.map((name) => [name, '1'])))
  expect(await paths(folder)).toEqual(names.toSorted())
})

test.skipIf(process.getuid?.() === 0 || process.platform === 'win32')(
  'a folder without read permission is told (an administrator may read everything)',
  async () => {
    const folder = folderOf({ 'a.txt': '1', '闭/b.txt': '1' })
    chmodSync(join(folder, '闭'), 0)
    expect(await told(folder)).toEqual([['no-permission', '闭']])
    chmodSync(join(folder, '闭'), 0o755)
  },
)

test.skipIf(process.platform === 'win32')('a pipe is told and never opened', async () => {
  const folder = folderOf({ 'a.txt': '1' })
  execFileSync('mkfifo', [join(folder, 'pipe')])
  expect(await paths(folder)).toEqual(['a.txt'])
  expect(await told(folder)).toEqual([['unsupported', 'pipe']])
})

test('a folder that is not there, a file, and an empty folder are the caller’s to mend', async () => {
  const folder = folderOf({ 'a.txt': '1' })
  await expect(walk(join(folder, '没有'))).rejects.toMatchObject({
    name: 'UserError',
    message: `找不到文件夹“${join(folder, '没有')}”：请核对路径后重新运行`,
  })
  await expect(walk(join(folder, 'a.txt'))).rejects.toMatchObject({
    name: 'UserError',
    message: `“${join(folder, 'a.txt')}”是一个文件，不是文件夹：请给出责任单位的材料文件夹`,
  })
  const empty = mkdtempSync(join(tmpdir(), 'evidence-'))
  await expect(walk(empty)).rejects.toMatchObject({
    name: 'UserError',
    message: `文件夹“${empty}”里没有可以审核的文件：请把佐证材料放入后重新运行`,
  })
  await expect(walk(folderOf({ 'Thumbs.db': '1', 'audit.yaml': '' }))).rejects.toMatchObject({
    message: expect.stringMatching(/没有可以审核的文件（另有1项/),
  })
})
