// Bundles src into dist, split so that each command loads only what it needs. Packages stay outside the bundle.
// `node build.js FOLDER` puts it into another folder within this one.
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { parse } from 'yaml'

const into = process.argv[2] ?? 'dist'

const vocabulary = readdirSync('words')
  .filter((name) => name.endsWith('.yaml'))
  .sort()

// Name the code that recognises and the code that audits: what they made of files is kept as long as they are the same
// (src/cli/digester.ts, src/cli/kept-report.ts).
const [recognisers, auditor] = await Promise.all(['src/audit/digest.ts', 'src/audit/audit.ts'].map(hashOf))

/** Of all that the bundler takes in for an entry, and of the words. */
async function hashOf(entry) {
  const { metafile } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    metafile: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
  })
  const hash = createHash('sha256')
  for (const file of [...Object.keys(metafile.inputs).sort(), ...vocabulary.map((name) => `words/${name}`)])
    hash.update(`${file}\n`).update(readFileSync(file))
  return hash.digest('hex')
}

// The vocabulary is data; in the bundle it is a value, so that nothing has to be parsed (src/language/words.ts).
const words = Object.fromEntries(vocabulary.map((name) => [name.replace(/\.yaml$/, ''), wordsIn(`words/${name}`)]))

rmSync(into, { recursive: true, force: true })
await build({
  // The worker is a programme of its own: it reads files in a process that may be ended at any moment.
  entryPoints: { main: 'src/cli/main.ts', system: 'src/system/load.ts', worker: 'src/reading/process/worker.ts' },
  outdir: into,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  packages: 'external',
  define: {
    RECOGNISERS: JSON.stringify(recognisers),
    AUDITOR: JSON.stringify(auditor),
    WORDS: JSON.stringify(words),
  },
  chunkNames: 'chunk-[hash]',
  logLevel: 'warning',
})

// The shipped system once resolved: used only while the YAML files and the version are the ones it was made of.
const { compile } = await import(pathToFileURL(resolve(into, 'system.js')).href)
const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
mkdirSync(join(into, 'systems'))
writeFileSync(join(into, 'systems/zhaohua-2022.json'), await compile('indicators/zhaohua-2022', { version }))

/** A slip in the words is told as in any YAML here: file:line:column, and nothing else. */
function wordsIn(file) {
  try {
    return parse(readFileSync(file, 'utf8'), { prettyErrors: true })
  } catch (error) {
    const [{ line, col } = { line: 1, col: 1 }] = error.linePos ?? []
    console.error(`${file}:${line}:${col}: ${error.message.split(/ at line |\n/u)[0]}`)
    process.exit(1)
  }
}
