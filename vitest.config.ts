import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/helpers/temporary.ts'],
    // Real files and real programs are slow on a shared two-core machine; a hang still ends.
    testTimeout: 120_000,
    hookTimeout: 240_000,
    maxWorkers: 2,
    reporters: ['default', ['json', { outputFile: '.cache/tests.json' }]],
  },
})
