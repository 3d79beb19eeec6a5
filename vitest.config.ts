import { defineConfig } from 'vitest/config'

/**
 * Tests of sealing ask when every older transaction of the whole PostgreSQL server has ended, and so stand alone: other files
 * have theirs open beside them, in databases of their own but on the same server.
 */
const alone = ['test/audit/sealing.db.test.ts', 'test/audit/tampering.db.test.ts']

export default defineConfig({
  test: {
    pool: 'threads',
    isolate: false,
    setupFiles: ['test/support/seed.ts'],
    passWithNoTests: false,
    // The first test of a run to ask for a database makes the server; on a busy machine that takes its time.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'beside',
          include: ['src/**/*.test.ts', 'test/**/*.test.ts', 'bench/**/*.test.ts'],
          exclude: alone,
          // Files side by side, also on two cores: each waits much of its time for the database or the browser.
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      { extends: true, test: { name: 'alone', include: alone, maxWorkers: 1, sequence: { groupOrder: 1 } } },
    ],
  },
})
