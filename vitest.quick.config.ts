import { defineConfig } from 'vitest/config'

// The rooms of pure functions over small values, for `npm run check:quick` while one works. Audits of whole packages and
// workbooks of gap lists take longer than all of these together: they and the rest are in `npm test`.
export const PURE = ['core', 'language', 'facts', 'records', 'placing', 'judging', 'calendar']

export default defineConfig({
  test: {
    include: PURE.map((room) => `test/${room}/**/*.test.ts`),
    globalSetup: ['test/helpers/temporary.ts'],
    // Loading the same modules for each file takes longer than all their tests.
    isolate: false,
    pool: 'threads',
    maxWorkers: 2,
    testTimeout: 120_000,
  },
})
