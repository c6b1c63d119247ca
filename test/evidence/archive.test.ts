import { strToU8, type Zippable, zipSync } from 'fflate'
import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { membersOf, newBudget } from '../../src/evidence/archive.ts'
import { read } from '../../src/evidence/read.ts'
import { zipOf } from './make.ts'

/** What each member is: its text, or why it is not opened. */
async function told(bytes: Uint8Array, budget = newBudget()): Promise<string[]> {
  const members = await membersOf(bytes, budget)
  return Promise.all(
    members.map(async (member) => {
      const said = 'read' in member ? Buffer.from(await member.read()).toString() : member.told.code
      return `${member.path}: ${said}`
    }),
  )
}

test('members have their paths, sorted; folders are none', async () => {
  const bytes = zipSync({ 二: { 'b.txt': strToU8('b') }, 一: { 'a.txt': strToU8('a'), 空: {} } })
  expect(await told(bytes)).toEqual(['一/a.txt: a', '二/b.txt: b'])
})

/** A zip whose names are bytes of GBK without a word of it, as Windows in Chinese writes them. */
function gbkZip(name: string): Uint8Array {
  const coded = iconv.encode(name, 'gbk')
  const bytes = Buffer.from(zipSync({ ['x'.repeat(coded.length)]: strToU8('甲') }))
  for (let at = bytes.indexOf('x'); at >= 0; at = bytes.indexOf('x'.repeat(coded.length), at)) coded.copy(bytes, at)
  return bytes
}

test.each(['28-合法性审核/台账.xlsx', '通知.txt'])('a name in GBK: %s', async (name) => {
  expect(await told(gbkZip(name))).toEqual([`${name}: 甲`])
})

test.each([
  ['../../etc/passwd', 'etc/passwd'],
  ['/var/甲.txt', 'var/甲.txt'],
  ['C:\\甲.txt', '甲.txt'],
  ['一\\..\\..\\甲.txt', '一/甲.txt'],
])('the name %j leads out of the archive: not opened', async (name, shown) => {
  expect(await told(zipOf({ [name]: 'x' }))).toEqual([`${shown}: odd-name`])
})

test('links are not followed, litter is litter', async () => {
  const link: Zippable = { 'a.pdf': [strToU8('/etc/passwd'), { os: 3, attrs: 0o120777 << 16 }] }
  const litter = { '__MACOSX/._甲.docx': strToU8('x'), '.DS_Store': strToU8('x'), '~$甲.docx': strToU8('x') }
  expect(await told(zipSync({ ...link, ...litter }))).toEqual([
    '.DS_Store: litter',
    '__MACOSX/._甲.docx: litter',
    'a.pdf: link',
    '~$甲.docx: litter',
  ])
})

/** Sets a bit of the flags of the first so many members. */
function locked(bytes: Uint8Array, count: number): Uint8Array {
  const file = Buffer.from(bytes)
  let at = -1
  for (let i = 0; i < count; i++) {
    at = file.indexOf(Buffer.from('504b0102', 'hex'), at + 1)
    file.writeUInt16LE(file.readUInt16LE(at + 8) | 1, at + 8)
  }
  return file
}

test('a member with a password is told; where all have one, the archive is', async () => {
  const bytes = zipOf({ 'a.txt': 'a', 'b.txt': 'b' })
  expect(await told(locked(bytes, 1))).toEqual(['a.txt: encrypted', 'b.txt: b'])
  expect(await read(locked(bytes, 2), 'zip')).toMatchObject({ extent: 'unread', notes: [{ code: 'encrypted' }] })
})

test('a member that inflates beyond all measure is not', async () => {
  const bytes = zipSync({ 'a.txt': new Uint8Array(11 * 1024 * 1024), 'b.txt': strToU8('b') })
  expect(await told(bytes)).toEqual(['a.txt: too-large', 'b.txt: b'])
})

test('what archives hold together is limited, however they are nested', async () => {
  const budget = { entries: 3, bytes: 5 }
  expect(await told(zipOf({ a: 'aaa', b: 'bb' }), budget)).toEqual(['a: aaa', 'b: bb'])
  expect(await told(zipOf({ c: 'c' }), budget)).toEqual(['c: too-large'])
  await expect(membersOf(zipOf({ d: '' }), budget)).rejects.toMatchObject({ code: 'too-large' })
})

test('more than ten thousand members are too many', async () => {
  const bytes = zipSync(Object.fromEntries(Array.from({ length: 10_001 }, (_, i) => [`${i}`, new Uint8Array()])))
  expect(await read(bytes, 'zip')).toMatchObject({ extent: 'unread', notes: [{ code: 'too-large' }] })
})

test('a member that lies about its size is damaged', async () => {
  const bytes = Buffer.from(zipSync({ 'a.txt': strToU8('甲'.repeat(1000)) }))
  bytes.writeUInt32LE(10, bytes.indexOf(Buffer.from('504b0102', 'hex')) + 24)
  const [member] = await membersOf(bytes)
  await expect(member && 'read' in member && member.read()).rejects.toMatchObject({ code: 'damaged' })
})

test('an archive is read for what it is: how many files', async () => {
  expect(await read(zipOf({ 'a.txt': 'a', '.DS_Store': '' }), 'zip')).toEqual({
    extent: 'whole',
    pages: 0,
    pagesRead: 0,
    passages: [],
    tables: [],
    properties: { files: 1 },
    notes: [],
  })
})

test.each([
  ['cut off', zipOf({ a: 'a' }).subarray(0, 60)],
  ['of noise', Uint8Array.from({ length: 600 }, (_, i) => (i * 73 + 11) % 251)],
])('an archive %s is damaged', async (_, bytes) => {
  expect(await read(bytes, 'zip')).toMatchObject({ extent: 'unread', notes: [{ code: 'damaged' }] })
})

test('an empty archive is told', async () => {
  expect(await read(zipSync({}), 'zip')).toMatchObject({ extent: 'whole', notes: [{ code: 'no-text' }] })
})
