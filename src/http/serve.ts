// Listening and stopping. Stopping is in order: not ready, no new connections, what was begun is finished, then the database.
import type { AddressInfo } from 'node:net'
import type { Holdfast } from '../holdfast.ts'
import { type HttpOptions, readHttpOptions } from './options.ts'
import { buildServer } from './server.ts'

export type Served = {
  /** Where it answers, for people to open. */
  url: string
  /** Finishes what was begun within ten seconds and closes. The installation stays open; its opener closes it. */
  stop(): Promise<void>
}

const patienceMs = 10_000

/** Listens where the configuration says. A port that is taken is said with the mend. */
export async function serve(holdfast: Holdfast, options: HttpOptions = readHttpOptions(process.env)): Promise<Served> {
  const app = buildServer(holdfast, options)
  const { host, port } = holdfast.config
  const unhandled = (error: unknown) =>
    holdfast.log.error({ stack: error instanceof Error ? error.stack : String(error) }, 'an error nobody caught')
  process.on('unhandledRejection', unhandled)
  process.on('uncaughtException', unhandled)
  const release = () => {
    process.off('unhandledRejection', unhandled)
    process.off('uncaughtException', unhandled)
  }
  try {
    await app.listen({ host, port })
  } catch (error) {
    release()
    await app.close()
    throw sayWhy(error, host, port)
  }
  const address = app.server.address() as AddressInfo // it listens on a port
  return {
    url:
      holdfast.config.publicUrl ?? `http://${host === '0.0.0.0' || host === '::' ? 'localhost' : host}:${address.port}`,
    async stop() {
      app.shell.state.isStopping = true
      const impatience = setTimeout(() => app.server.closeAllConnections(), patienceMs)
      await app.close()
      clearTimeout(impatience)
      release()
    },
  }
}

function sayWhy(error: unknown, host: string, port: number): unknown {
  const code = (error as { code?: unknown } | null)?.code
  if (code === 'EADDRINUSE')
    return new Error(
      `Port ${port} on ${host} is taken. Stop what listens there, or choose another: PORT=${port + 1}.`,
      { cause: error },
    )
  if (code === 'EACCES')
    return new Error(`Port ${port} may not be used without more rights. Choose one above 1023: PORT=4100.`, {
      cause: error,
    })
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return new Error(`HOST=${host} is no address of this machine. Use localhost, or 0.0.0.0 for every network.`, {
      cause: error,
    })
  return error
}
