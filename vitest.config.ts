import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts', 'bench/**/*.test.ts'],
    pool: 'threads',
    isolate: false,
    setupFiles: ['test/support/seed.ts'],
    passWithNoTests: false,
    // The first test of a run to ask for a database makes the server; on a busy machine that takes its time.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
