// What the server is told by its surroundings beyond the installation's own configuration.
import { join } from 'node:path'
import { words } from '../../dictionary/words.ts'
import { Unusable } from '../platform/index.ts'

/** `burst` requests at once, and as many again in every `perMs`. */
export type Rate = { burst: number; perMs: number }
export type Rates = { principal: Rate; address: Rate; signInAccount: Rate; signInAddress: Rate }

export type HttpOptions = {
  /** Null: nothing is held back (to measure the server). */
  rates: Rates | null
  /** Addresses of proxies whose word on the caller's address is taken; nobody's by default. */
  trustedProxies: string[] | false
  /** Lets a collector read /metrics from another machine; without it only this machine may. */
  metricsToken: string | null
  /** The built web application; served where it exists. */
  webFolder: string
  /** Who may sign in to the demo, told to whoever opens it; null where real customers are kept. */
  demo: Demo | null
}

export type Demo = { password: string; people: readonly { name: string; email: string; role: string }[] }

export const defaultRates: Rates = {
  principal: { burst: 3_000, perMs: 10_000 },
  address: { burst: 6_000, perMs: 10_000 },
  signInAccount: { burst: 10, perMs: 60_000 },
  signInAddress: { burst: 60, perMs: 60_000 },
}

export function readHttpOptions(env: NodeJS.ProcessEnv): HttpOptions {
  const proxies = env['HOLDFAST_TRUST_PROXY']?.split(',').map((each) => each.trim())
  const token = env['HOLDFAST_METRICS_TOKEN'] ?? null
  if (token !== null && token.length < 16)
    throw new Unusable(
      words(
        'HOLDFAST_METRICS_TOKEN is too short: give at least 16 characters, made at random.',
        'HOLDFAST_METRICS_TOKEN es demasiado corto: dé al menos 16 caracteres al azar.',
        'HOLDFAST_METRICS_TOKEN é curto demais: informe ao menos 16 caracteres aleatórios.',
        'HOLDFAST_METRICS_TOKEN terlalu pendek: beri sekurang-kurangnya 16 aksara rawak.',
      ),
    )
  return {
    rates: env['HOLDFAST_RATE'] === 'off' ? null : defaultRates,
    trustedProxies: proxies?.filter((each) => each !== '') ?? false,
    metricsToken: token,
    webFolder: join(import.meta.dirname, '../../dist/web'),
    demo: null,
  }
}
