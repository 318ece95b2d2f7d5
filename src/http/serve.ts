// Listening and stopping. Stopping is in order: not ready, no new connections, what was begun is finished, then the database.

import type { AddressInfo } from 'node:net'
import { type Words, words } from '../../dictionary/words.ts'
import type { Holdfast } from '../holdfast.ts'
import { Unusable } from '../platform/index.ts'
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
      // Whoever has been answered may keep the connection for a next request, which is taken no more: nobody waits for those.
      const tidying = setInterval(() => app.server.closeIdleConnections(), 50)
      await app.close()
      clearTimeout(impatience)
      clearInterval(tidying)
      release()
    },
  }
}

function sayWhy(error: unknown, host: string, port: number): unknown {
  const code = (error as { code?: unknown } | null)?.code
  if (code === 'EADDRINUSE') return new Unusable(portTaken(host, port), { cause: error })
  if (code === 'EACCES') return new Unusable(portForbidden(port), { cause: error })
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return new Unusable(noAddress(host), { cause: error })
  return error
}

const portTaken = (host: string, port: number): Words => {
  const next = port + 1
  return words(
    `Port ${port} on ${host} is taken. Stop what listens there, or choose another: PORT=${next}.`,
    `El puerto ${port} en ${host} está ocupado. Detenga lo que escucha ahí o elija otro: PORT=${next}.`,
    `A porta ${port} em ${host} está ocupada. Pare o que escuta ali ou escolha outra: PORT=${next}.`,
    `Port ${port} di ${host} sudah digunakan. Hentikan apa yang mendengar di situ, atau pilih yang lain: PORT=${next}.`,
  )
}

const portForbidden = (port: number): Words =>
  words(
    `Port ${port} may not be used without more rights. Choose one above 1023: PORT=4100.`,
    `El puerto ${port} exige más permisos. Elija uno por encima de 1023: PORT=4100.`,
    `A porta ${port} exige mais permissões. Escolha uma acima de 1023: PORT=4100.`,
    `Port ${port} tidak boleh digunakan tanpa kebenaran lanjut. Pilih yang melebihi 1023: PORT=4100.`,
  )

const noAddress = (host: string): Words =>
  words(
    `HOST=${host} is no address of this machine. Use localhost, or 0.0.0.0 for every network.`,
    `HOST=${host} no es una dirección de esta máquina. Use localhost, o 0.0.0.0 para todas las redes.`,
    `HOST=${host} não é um endereço desta máquina. Use localhost, ou 0.0.0.0 para todas as redes.`,
    `HOST=${host} bukan alamat mesin ini. Guna localhost, atau 0.0.0.0 untuk setiap rangkaian.`,
  )
