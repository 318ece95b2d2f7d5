// `npm run check`: types, lint, unused code. Architecture is a test (test/architecture.test.ts) and runs here too.
import { spawn } from 'node:child_process'

/** Side by side: the compiler takes all cores there are, the others one each. What each has to say comes whole. */
const lanes = [
  [
    ['tsc', []],
    ['tsc', ['-p', 'web']],
  ],
  [
    ['knip', []],
    ['vitest', ['run', '--config', 'vitest.pure.config.ts', 'test/architecture.test.ts']],
    ['biome', ['ci', '--colors=off', '.']],
  ],
]
const sound = await Promise.all(lanes.map(runThrough))
process.exitCode = sound.every(Boolean) ? 0 : 1

async function runThrough(steps) {
  let isSound = true
  for (const [command, args] of steps) if (!(await run(command, args))) isSound = false
  return isSound
}

function run(command, args) {
  const { promise, resolve } = Promise.withResolvers()
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], shell: process.platform === 'win32' })
  const said = []
  child.stdout.on('data', (part) => said.push(part))
  child.stderr.on('data', (part) => said.push(part))
  child.on('error', (error) => said.push(`${error.message}\n`))
  child.on('close', (status) => {
    process.stdout.write(Buffer.concat(said.map((part) => Buffer.from(part))))
    if (status !== 0) console.error(`check: ${command} found faults (above)`)
    resolve(status === 0)
  })
  return promise
}
