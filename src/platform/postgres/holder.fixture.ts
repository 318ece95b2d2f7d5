// A Holdfast process in small, for tests that kill one: opens the server of the folder it is given, says so on one
// line, and releases it when its input ends.
import { openEmbeddedPostgres } from './index.ts'

const [folder = '', password = ''] = process.argv.slice(2)
const server = await openEmbeddedPostgres({
  folder,
  password,
  log: () => {},
  settings: { shared_buffers: '16MB' },
})
process.stdout.write(`${JSON.stringify({ port: server.port, adopted: server.adopted })}\n`)
for await (const _ of process.stdin) {
  // nothing is said there; we wait for its end
}
await server.release()
