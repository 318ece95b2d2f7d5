// The program: gives a command line the real streams, and the system its exit code.
import { text } from 'node:stream/consumers'
import { run } from './run.ts'

// Whoever reads us may have read enough: `holdfast ask … | head`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(0)
})

process.exitCode = await run(process.argv.slice(2), {
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  readInput: () => text(process.stdin),
})
