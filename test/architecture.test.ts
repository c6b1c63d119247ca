import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import glob from 'fast-glob'
import ts from 'typescript'
import { expect, test } from 'vitest'

/** All that a file in each folder of `src` may import, besides its neighbours. A file of `src` itself has its own line. */
const FLOORS: Record<string, readonly string[]> = {
  core: [],
  facts: ['core'],
  calendar: ['core'],
  kinds: ['core'],
  match: ['core', 'fastest-levenshtein'],
  system: [
    'core',
    'kinds',
    'ajv',
    'yaml',
    'fast-glob',
    'fastest-levenshtein',
    'node:fs',
    'node:path',
    'node:crypto',
    'node:url',
  ],
  evidence: [
    'core',
    '@e965/xlsx',
    '@hyzyla/pdfium',
    'onnxruntime-web',
    'paddleocr',
    'sharp',
    'exceljs',
    'fast-glob',
    'fflate',
    'pdf-parse',
    'saxes',
    'yauzl',
    'node:async_hooks',
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
  reports: ['core', 'gaps', 'chalk', 'string-width'],
  gaps: ['core', 'exceljs', 'fflate'],
  audit: ['core', 'facts', 'match', 'kinds', 'calendar', 'system'],
  explain: ['core', 'kinds'],
  cli: [
    'core',
    'explain',
    'audit',
    'system',
    'evidence',
    'reports',
    'gaps',
    'kinds',
    'calendar',
    'facts',
    'match',
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
  const floor = file.split('/')[1]!
  const allowed = FLOORS[floor]
  expect(allowed, `no floor is defined for ${floor}`).toBeDefined()
  const imports = ts.preProcessFile(readFileSync(file, 'utf8')).importedFiles.map(({ fileName }) => fileName)
  const reached = imports.map((name) =>
    name.startsWith('.') ? join(dirname(file), name).split('/')[1]! : packageOf(name),
  )
  expect(reached.filter((name) => name !== floor && !allowed!.includes(name))).toEqual([])
})

/** `node:fs/promises` → `node:fs`, `@scope/name/x` → `@scope/name`. */
const packageOf = (name: string) =>
  name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/')
