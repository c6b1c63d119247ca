import { crc32 } from 'node:zlib'
import { strToU8, Zip, ZipDeflate, type Zippable, zipSync } from 'fflate'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { bytesOf, membersOf, newBudget } from '../../../../src/reading/formats/archive/members.ts'
import { read } from '../../../../src/reading/read.ts'
import { zipOf } from '../../make.ts'

/** What each member is: its text, or why it is not opened. */
async function told(bytes: Uint8Array, budget = newBudget()): Promise<string[]> {
  const members = await membersOf(bytes, budget)
  return Promise.all(
    members.map(async (member) => {
      const said = 'chunks' in member ? Buffer.from(await bytesOf(member.chunks())).toString() : member.told.code
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
  await expect(member && 'chunks' in member && bytesOf(member.chunks())).rejects.toMatchObject({ code: 'damaged' })
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

const CENTRAL = Buffer.from('504b0102', 'hex')

/** Where the directory's records of the members begin. */
function records(bytes: Buffer): number[] {
  const found: number[] = []
  for (let at = bytes.indexOf(CENTRAL); at >= 0; at = bytes.indexOf(CENTRAL, at + 1)) found.push(at)
  return found
}

/** Changes each record of the directory, by the number of the member. */
function rewritten(zip: Uint8Array, change: (bytes: Buffer, at: number, member: number) => void): Uint8Array {
  const bytes = Buffer.from(zip)
  for (const [member, at] of records(bytes).entries()) change(bytes, at, member)
  return bytes
}

test('members that lie over one another are a bomb, and the archive is not opened', async () => {
  const whole = zipOf({ 'a.txt': '甲'.repeat(100), 'b.txt': '甲'.repeat(100), 'c.txt': '丙' })
  const first = Buffer.from(whole).readUInt32LE(records(Buffer.from(whole))[0]! + 42)
  const bomb = rewritten(whole, (bytes, at, member) => member === 1 && bytes.writeUInt32LE(first, at + 42))
  expect(await read(whole, 'zip')).toMatchObject({ extent: 'whole' })
  expect(await read(bomb, 'zip')).toMatchObject({ extent: 'unread', notes: [{ code: 'damaged' }] })
})

test('a member whose bytes are not those that were packed is damaged', async () => {
  const stored = Buffer.from(zipSync({ 'a.txt': [strToU8('报备28件'), { level: 0 }], 'b.txt': strToU8('b') }))
  stored.write('9', stored.indexOf('28'))
  const [first, second] = await membersOf(stored)
  await expect(first && 'chunks' in first && bytesOf(first.chunks())).rejects.toMatchObject({ code: 'damaged' })
  expect(second && 'chunks' in second && Buffer.from(await bytesOf(second.chunks())).toString()).toBe('b')
})

test.each([
  [9, 'Deflate64, as Windows packs large files'],
  [14, 'LZMA'],
  [93, 'Zstandard'],
])('packed in way %i (%s): told, and the others are read', async (method) => {
  const bytes = rewritten(zipOf({ 'a.txt': 'a'.repeat(99), 'b.txt': 'b' }), (zip, at, member) => {
    if (member === 0) zip.writeUInt16LE(method, at + 10)
  })
  expect(await told(bytes)).toEqual(['a.txt: unsupported', 'b.txt: b'])
})

test('a directory that is encrypted itself asks for the password to go', async () => {
  const bytes = rewritten(zipOf({ 'a.txt': 'a' }), (zip, at) =>
    zip.writeUInt16LE(zip.readUInt16LE(at + 8) | 0x41, at + 8),
  )
  expect(await read(bytes, 'zip')).toMatchObject({ extent: 'unread', notes: [{ code: 'encrypted' }] })
})

/** Gives members other names of the same length. */
const renamed = (zip: Uint8Array, names: Readonly<Record<string, string>>): Uint8Array => {
  const bytes = Buffer.from(zip)
  for (const [from, to] of Object.entries(names))
    for (let at = bytes.indexOf(from); at >= 0; at = bytes.indexOf(from, at + 1)) bytes.write(to, at)
  return bytes
}

test('two members of one name: the first is read, the second told, neither lost', async () => {
  const bytes = renamed(zipOf({ 'a1.txt': 'first', 'a2.txt': 'second' }), { 'a2.txt': 'a1.txt' })
  expect(await told(bytes)).toEqual(['a1.txt: first', 'a1.txt（同名2）: odd-name'])
})

test('a name that leads out cannot take the place of a member that stands there', async () => {
  expect(await told(zipOf({ '../a.txt': 'evil', 'a.txt': 'good' }))).toEqual([
    'a.txt: good',
    'a.txt（同名2）: odd-name',
  ])
})

test('a name cannot pretend to lie in an archive beside it', async () => {
  expect(await told(zipOf({ '内.zip!/甲.txt': 'x' }))).toEqual(['内.zip！/甲.txt: x'])
})

test('a file without a name has one', async () => {
  const bytes = rewritten(zipOf({ '': 'x' }), () => {})
  expect(await told(bytes)).toEqual(['未命名: x'])
})

test('a path of tens of thousands of folders is not walked', async () => {
  const [line] = await told(zipOf({ [`${'a/'.repeat(30_000)}b.txt`]: 'x' }))
  expect(line).toMatch(/^(a_){50}…: odd-name$/)
})

test('sizes that stand behind the bytes, as streams write them, are read', async () => {
  const chunks: Uint8Array[] = []
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    chunks.push(chunk)
  })
  for (const [name, text] of [
    ['甲.txt', '甲'.repeat(5000)],
    ['乙.txt', ''],
  ] as const) {
    const member = new ZipDeflate(name)
    zip.add(member)
    member.push(strToU8(text), true)
  }
  zip.end()
  expect(await told(Buffer.concat(chunks))).toEqual(['乙.txt: ', `甲.txt: ${'甲'.repeat(5000)}`])
})

describe('an end record that lies', () => {
  const END = Buffer.from('504b0506', 'hex')
  const lying = (write: (bytes: Buffer, at: number) => void) => {
    const bytes = Buffer.from(zipOf({ 'a.txt': 'a', 'b.txt': 'b' }))
    write(bytes, bytes.lastIndexOf(END))
    return bytes
  }

  test.each([
    ['of more members than there are', lying((zip, at) => zip.writeUInt16LE(3, at + 10)), 'damaged'],
    ['of a directory elsewhere', lying((zip, at) => zip.writeUInt32LE(7, at + 16)), 'damaged'],
    ['of a directory behind the end', lying((zip, at) => zip.writeUInt32LE(0x7fffffff, at + 16)), 'damaged'],
    ['of records of 64 bits that are not there', lying((zip, at) => zip.writeUInt32LE(0xffffffff, at + 16)), 'damaged'],
    ['of another disk', lying((zip, at) => zip.writeUInt16LE(1, at + 4)), 'damaged'],
  ])('%s', async (_, bytes, code) => {
    expect(await read(bytes, 'zip')).toMatchObject({ extent: 'unread', notes: [{ code }] })
  })

  test('of fewer members than there are: something is hidden, and the archive is not trusted', async () => {
    const bytes = lying((zip, at) => {
      zip.writeUInt16LE(1, at + 8)
      zip.writeUInt16LE(1, at + 10)
    })
    expect(await read(bytes, 'zip')).toMatchObject({ extent: 'unread', notes: [{ code: 'damaged' }] })
  })

  test('of trillions of members and of exabytes: refused before anything is read', async () => {
    const sized = rewritten(zipOf({ 'a.txt': 'a'.repeat(50) }), (zip, at) => zip.writeUInt32LE(0xfffffffe, at + 24))
    expect(await told(sized)).toEqual(['a.txt: too-large'])
    expect(await read(zip64(2n ** 40n), 'zip')).toMatchObject({ extent: 'unread', notes: [{ code: 'too-large' }] })
  })
})

/** An empty archive whose records of 64 bits claim so many members. */
function zip64(members: bigint): Uint8Array {
  const bytes = Buffer.alloc(56 + 20 + 22)
  bytes.writeUInt32LE(0x06064b50, 0)
  bytes.writeBigUInt64LE(44n, 4)
  bytes.writeBigUInt64LE(members, 24)
  bytes.writeBigUInt64LE(members, 32)
  bytes.writeUInt32LE(0x07064b50, 56)
  bytes.writeUInt32LE(1, 72)
  bytes.writeUInt32LE(0x06054b50, 76)
  bytes.writeUInt16LE(0xffff, 84)
  bytes.writeUInt16LE(0xffff, 86)
  bytes.writeUInt32LE(0xffffffff, 88)
  bytes.writeUInt32LE(0xffffffff, 92)
  return bytes
}

test.each([1, 2, 512, 70_000])('%i bytes behind the end of an archive are nothing of its', async (count) => {
  const bytes = Buffer.concat([zipOf({ '甲.txt': '一' }), Buffer.alloc(count)])
  expect(await told(bytes)).toEqual(['甲.txt: 一'])
})

test('an archive whose last member holds the four bytes of an end is read to its own end', async () => {
  const end = Buffer.concat([Buffer.from([0x50, 0x4b, 5, 6]), Buffer.alloc(40)]).toString('latin1')
  expect(await told(zipSync({ '甲.bin': [strToU8(end, true), { level: 0 }] }))).toEqual([`甲.bin: ${end}`])
})

/** A zip whose one name is ASCII, with a field that tells its real name in UTF-8 and the checksum of the ASCII one. */
function withUnicodePath(name: string, sum: number): Uint8Array {
  const path = Buffer.from(name)
  const field = Buffer.alloc(5 + path.length)
  field[0] = 1
  field.writeUInt32LE(sum, 1)
  path.copy(field, 5)
  return zipSync({ 'x.txt': [strToU8('一'), { extra: { 28789: field } }] })
}

test('the field that tells a name in Unicode counts where it belongs to the name', async () => {
  expect(await told(withUnicodePath('台账.txt', crc32('x.txt')))).toEqual(['台账.txt: 一'])
  expect(await told(withUnicodePath('台账.txt', 1))).toEqual(['x.txt: 一'])
})
