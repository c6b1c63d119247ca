import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import glob from 'fast-glob'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { markdownTable, withBlock } from './helpers/generated.ts'

/** All that a file in each folder of `src` may import, besides its neighbours; of several folders the inmost speaks. */
const FLOORS: Record<string, readonly string[]> = {
  core: [],
  language: ['core', 'node:fs', 'node:module', 'yaml'],
  facts: ['core', 'language'],
  calendar: ['core'],
  records: ['core', 'language', 'fastest-levenshtein'],
  placing: ['core', 'language', 'records'],
  'judging/desk': ['core', 'language'],
  'judging/asks': ['core', 'language'],
  'judging/rows': ['core', 'language', 'judging/desk'],
  'judging/tables': ['core', 'language', 'records'],
  'judging/papers': ['core', 'language', 'judging/desk', 'judging/rows'],
  'judging/kinds': [
    'core',
    'language',
    'judging/asks',
    'judging/desk',
    'judging/rows',
    'judging/tables',
    'judging/papers',
  ],
  system: [
    'core',
    'language',
    'judging/kinds',
    'ajv',
    'yaml',
    'fast-glob',
    'fastest-levenshtein',
    'node:fs',
    'node:path',
    'node:crypto',
    'node:url',
  ],
  reading: [
    'core',
    'language',
    '@e965/xlsx',
    '@hyzyla/pdfium',
    'onnxruntime-web',
    'paddleocr',
    'sharp',
    'exceljs',
    'fflate',
    'pdf-parse',
    'saxes',
    'yauzl',
    'node:async_hooks',
    'node:buffer',
    'node:fs',
    'node:path',
    'node:crypto',
    'node:module',
    'node:url',
    'node:stream',
    'node:os',
    'node:process',
    'node:util',
    'node:zlib',
    'node:worker_threads',
    'node:child_process',
  ],
  reports: ['core', 'language', 'gaps', 'chalk', 'string-width'],
  gaps: ['core', 'language', 'fflate', 'node:crypto'],
  audit: ['core', 'language', 'facts', 'placing', 'judging', 'calendar', 'system'],
  cases: ['core', 'language', 'facts', 'records', 'judging', 'calendar', 'system', 'audit', 'node:path'],
  explain: ['core', 'language', 'judging'],
  cli: [
    'core',
    'language',
    'explain',
    'audit',
    'cases',
    'system',
    'reading',
    'reports',
    'gaps',
    'judging/kinds',
    'calendar',
    'facts',
    'commander',
    'fastest-levenshtein',
    'node:fs',
    'node:path',
    'node:os',
    'node:url',
    'node:process',
  ],
}

const files = glob.sync('src/**/*.ts')

test('the floors hold files', () => expect(files.length).toBeGreaterThan(20))

test.each(files)('%s', (file) => {
  const floor = floorOf(file)
  expect(floor, `no floor is defined for ${file}`).toBeDefined()
  const allowed = [floor!, ...FLOORS[floor!]!]
  expect(importedBy(file).filter((name) => !allowed.some((one) => lies(name, one)))).toEqual([])
})

test('no kind knows another', () => {
  const kindOf = (path: string) => /^judging\/kinds\/([^/]+)\//.exec(path)?.[1]
  const known = files.flatMap((file) => {
    const own = kindOf(within(file))
    const others = importedBy(file).flatMap((name) => kindOf(name) ?? [])
    return own === undefined ? [] : others.filter((other) => other !== own).map((other) => `${file} → ${other}`)
  })
  expect(known).toEqual([])
})

// `npx vitest run test/architecture.test.ts -u` writes it; a stale table fails.
test('CONTRIBUTING.md tells who may import what as it is held here', async () => {
  const ticked = (names: readonly string[]) => names.map((name) => `\`${name}\``).join(' ') || '–'
  const isRoom = (name: string) => existsSync(`src/${name}`)
  const rows = Object.entries(FLOORS).map(([room, allowed]) => [
    ticked([room]),
    ticked(allowed.filter(isRoom)),
    ticked(allowed.filter((name) => !isRoom(name))),
  ])
  const page = withBlock(
    readFileSync('CONTRIBUTING.md', 'utf8'),
    'floors',
    markdownTable(['room of `src/`', 'imports these rooms', 'and these packages'], rows),
  )
  await expect(page).toMatchFileSnapshot('../CONTRIBUTING.md')
})

/** Files as their paths within `src`, packages by name. */
const importedBy = (file: string): string[] =>
  ts
    .preProcessFile(readFileSync(file, 'utf8'))
    .importedFiles.map(({ fileName }) =>
      fileName.startsWith('.') ? within(join(dirname(file), fileName)) : packageOf(fileName),
    )

const within = (file: string): string => file.slice('src/'.length)

const floorOf = (file: string): string | undefined =>
  Object.keys(FLOORS)
    .filter((floor) => lies(within(file), floor))
    .sort((a, b) => b.length - a.length)[0]

const lies = (path: string, folder: string): boolean => path === folder || path.startsWith(`${folder}/`)

/** `node:fs/promises` → `node:fs`, `@scope/name/x` → `@scope/name`. */
const packageOf = (name: string) =>
  name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/')
