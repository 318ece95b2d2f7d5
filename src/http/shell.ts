// What every route is given, and what a request carries once it is known who asks.
import type { Actor } from '../access/index.ts'
import type { Holdfast } from '../holdfast.ts'
import type { HttpOptions } from './options.ts'

export type Shell = {
  holdfast: Holdfast
  options: HttpOptions
  /** Off as soon as the process is asked to stop. */
  state: { isStopping: boolean }
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks; null only on the few routes that are open. */
    actor: Actor | null
  }
  interface FastifyContextConfig {
    /** Answered without knowing who asks. Every other route under /api is closed. */
    isOpen?: true
    /** Answered for as long as somebody listens: how long says nothing of the server. */
    isStream?: true
  }
}
