import { defineConfig } from 'vitest/config'
import { LongestFirst } from './test/harness/longest-first.ts'

export default defineConfig({
  test: {
    include: ['dictionary/**/*.test.ts', 'src/**/*.test.ts', 'test/**/*.test.ts', 'web/**/*.test.ts'],
    globalSetup: ['test/harness/global.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    pool: 'forks',
    maxWorkers: 3, // for two cores: while one waits for its database or its browser, or sleeps, another computes
    sequence: { sequencer: LongestFirst },
    isolate: false, // a file that leaves something behind in the process is a defect, and loading the house anew for each takes minutes
  },
})
