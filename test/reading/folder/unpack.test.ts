import { zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { gather } from '../../../src/reading/gather.ts'
import { docxOf, folderOf, para, run, zipOf } from '../make.ts'

const gathered = async (zip: Uint8Array) => {
  const heard: string[] = []
  const options = {
    jobs: 0,
    ocr: 'off',
    onProgress: ({ done, total }: { done: number; total: number }) => heard.push(`${done}/${total}`),
  } as const
  const { evidence, problems } = await gather(folderOf({ '28/包.zip': zip }), options)
  return {
    evidence: evidence.map(({ path, format, extent }) => `${path} ${format} ${extent}`),
    problems: problems.map(({ file, code }) => `${file} ${code}`),
    last: heard.at(-1),
  }
}

const nested = (depth: number): Uint8Array =>
  depth === 0 ? docxOf(para(run('说明'))) : zipSync({ [depth === 1 ? '说明.docx' : '内.zip']: nested(depth - 1) })

test('members are evidence of their own, with their problems, and progress counts them', async () => {
  const zip = zipSync({
    '一/说明.docx': docxOf(para(run('情况说明'))),
    '一/空.txt': new Uint8Array(),
    '../外.txt': Buffer.from('x'),
    'Thumbs.db': Buffer.from('x'),
  })
  expect(await gathered(zip)).toEqual({
    evidence: [
      '28/包.zip zip whole',
      '28/包.zip!/一/空.txt empty unread',
      '28/包.zip!/一/说明.docx docx whole',
      '28/包.zip!/外.txt unknown unread',
    ],
    problems: ['28/包.zip!/Thumbs.db litter', '28/包.zip!/一/空.txt empty', '28/包.zip!/外.txt odd-name'],
    last: '3/3',
  })
})

test('archives in archives are opened three deep, and the fourth is unread evidence', async () => {
  const deep = '28/包.zip!/内.zip!/内.zip'
  expect((await gathered(nested(3))).evidence.at(-1)).toBe(`${deep}!/说明.docx docx whole`)
  expect(await gathered(nested(4))).toMatchObject({
    evidence: ['28/包.zip zip whole', '28/包.zip!/内.zip zip whole', `${deep} zip whole`, `${deep}!/内.zip zip unread`],
    problems: [`${deep}!/内.zip not-read`],
  })
})

test('a damaged member costs itself', async () => {
  const zip = zipOf({ 'a.txt': '甲', 'b.docx': 'PK\x03\x04' })
  expect(await gathered(zip)).toMatchObject({
    evidence: ['28/包.zip zip whole', '28/包.zip!/a.txt txt whole', '28/包.zip!/b.docx docx unread'],
    problems: ['28/包.zip!/b.docx damaged'],
  })
})

test('hidden signs in the name of a folder are told once, whatever lies in it', async () => {
  const zip = zipOf({ '一\n二/a.txt': '甲', '一\n二/b.txt': '乙', '三/\u202efdp.txt': '丙' })
  expect((await gathered(zip)).problems).toEqual(['28/包.zip!/一\n二 odd-name', '28/包.zip!/三/\u202efdp.txt odd-name'])
})

test('a large member is read, though no more than its beginning is held while it is looked at', async () => {
  const text = `${'情况说明'.repeat(200_000)}完`
  const folder = folderOf({ '包.zip': zipOf({ '长.txt': text }), '长.txt': text })
  const { evidence } = await gather(folder, { jobs: 0 })
  const [alone, packed] = [
    evidence.find(({ path }) => path === '长.txt'),
    evidence.find(({ path }) => path.includes('!')),
  ]
  expect(packed).toEqual({ ...alone, path: '包.zip!/长.txt' })
  expect(packed).toMatchObject({ bytes: Buffer.byteLength(text), extent: 'whole' })
})
