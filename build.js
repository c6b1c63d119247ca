// Bundles src into dist, split so that each command loads only what it needs. Packages stay outside the bundle.
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { build } from 'esbuild'

// Names the code that recognises: what it made of files is kept as long as it is the same (src/cli/digester.ts).
const { metafile } = await build({
  entryPoints: ['src/audit/digest.ts'],
  bundle: true,
  write: false,
  metafile: true,
  format: 'esm',
  platform: 'node',
  packages: 'external',
})
const hash = createHash('sha256')
for (const file of Object.keys(metafile.inputs).sort()) hash.update(`${file}\n`).update(readFileSync(file))

rmSync('dist', { recursive: true, force: true })
await build({
  // The worker is a programme of its own: it reads files in a process that may be ended at any moment.
  entryPoints: { main: 'src/cli/main.ts', system: 'src/system/load.ts', worker: 'src/reading/process/worker.ts' },
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  packages: 'external',
  define: { RECOGNISERS: JSON.stringify(hash.digest('hex')) },
  chunkNames: 'chunk-[hash]',
  logLevel: 'warning',
})

// The shipped system once resolved: used only while the YAML files and the version are the ones it was made of.
const { compile } = await import('./dist/system.js')
const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
mkdirSync('dist/systems')
writeFileSync('dist/systems/zhaohua-2022.json', await compile('indicators/zhaohua-2022', { version }))
