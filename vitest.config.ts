import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts', 'bench/**/*.test.ts'],
    pool: 'threads',
    isolate: false,
    // Files side by side, also on two cores: each waits much of its time for the database or the browser.
    maxWorkers: 2,
    setupFiles: ['test/support/seed.ts'],
    passWithNoTests: false,
    // The first test of a run to ask for a database makes the server; on a busy machine that takes its time.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
