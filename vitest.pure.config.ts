import { defineConfig } from 'vitest/config'

// For tests that need no database: no global set-up, so they start at once.
export default defineConfig({
  test: { include: ['dictionary/**/*.test.ts', 'src/**/*.test.ts', 'test/**/*.test.ts', 'web/**/*.test.ts'] },
})
