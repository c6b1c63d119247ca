// Bundles src into dist, split so that each command loads only what it needs. Packages stay outside the bundle.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { build } from 'esbuild'

rmSync('dist', { recursive: true, force: true })
await build({
  // The worker is a programme of its own: it reads files in a process that may be ended at any moment.
  entryPoints: { main: 'src/cli/main.ts', system: 'src/system/load.ts', worker: 'src/evidence/worker.ts' },
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  packages: 'external',
  chunkNames: 'chunk-[hash]',
  logLevel: 'warning',
})

// The shipped system once resolved: used only while the YAML files and the version are the ones it was made of.
const { compile } = await import('./dist/system.js')
const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
mkdirSync('dist/systems')
writeFileSync('dist/systems/zhaohua-2022.json', await compile('indicators/zhaohua-2022', { version }))
