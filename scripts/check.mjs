// `npm run check`: types, lint, unused code. Architecture is a test (test/architecture.test.ts) and runs here too.
import { spawnSync } from 'node:child_process'

const steps = [
  ['tsc', []],
  ['tsc', ['-p', 'web']],
  ['biome', ['ci', '--colors=off', '.']],
  ['knip', []],
  ['vitest', ['run', '--config', 'vitest.pure.config.ts', 'test/architecture.test.ts']],
]
let failed = false
for (const [command, args] of steps) {
  const done = spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' })
  if (done.status !== 0) {
    failed = true
    console.error(`check: ${command} found faults (above)`)
  }
}
process.exit(failed ? 1 : 0)
