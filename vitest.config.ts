import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'
import { PURE } from './vitest.quick.config.ts'

const pure = PURE.map((room) => `test/${room}/**/*.test.ts`)
// What is loaded here – packages, models of recognition, the system – takes longer than most of their tests as well.
const SHARED = ['cli', 'explain', 'fuzz', 'gaps', 'reading', 'reports', 'system']
const shared = SHARED.map((room) => `test/${room}/**/*.test.ts`)

/** Their reader processes and their system are built once (test/helpers/built.ts). */
const built = {
  extends: true,
  resolve: { alias: [{ find: /^.*\/core\/home\.ts$/, replacement: resolve('test/helpers/built-home.ts') }] },
} as const
const globalSetup = ['test/helpers/built.ts']

export default defineConfig({
  test: {
    globalSetup: ['test/helpers/temporary.ts'],
    // Real files and real programs are slow on a shared two-core machine; a hang still ends.
    testTimeout: 120_000,
    hookTimeout: 240_000,
    maxWorkers: 2,
    reporters: ['default', ['json', { outputFile: '.cache/tests.json' }]],
    projects: [
      // Pure functions over small values: loading the same modules for each file takes longer than all their tests.
      { extends: true, test: { name: 'pure', include: pure, isolate: false, pool: 'threads' } },
      { ...built, test: { name: 'shared', include: shared, isolate: false, globalSetup } },
      { ...built, test: { name: 'whole', include: ['test/**/*.test.ts'], exclude: [...pure, ...shared], globalSetup } },
    ],
  },
})
