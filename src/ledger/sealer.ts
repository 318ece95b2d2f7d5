import { join } from 'node:path'
import { type Repeated, repeat, type Secret } from '../platform/index.ts'
import { type HeadsFile, openHeadsFile } from './heads-file.ts'
import { type Sealing, type SealingKey, sealOnce } from './seal.ts'
import { keyFromSeed } from './tree/heads.ts'

/** Seals within a second of the doing until it is stopped, and then once more. */
export function startSealer(sealing: Sealing, { everyMs = 800 }: { everyMs?: number } = {}): Repeated {
  const turns = repeat({ name: 'sealing', everyMs, work: () => sealOnce(sealing), log: sealing.log })
  return {
    async stop() {
      await turns.stop()
      await sealOnce(sealing)
    },
  }
}

/** The key that signs heads. Its public half may be shown to anyone who checks the ledger. */
export const sealingKey = (secret: Secret): SealingKey => keyFromSeed(secret.derive('ledger signing key'))

/** Where an installation keeps its heads outside the database. */
export const headsFileIn = (folder: string): HeadsFile => openHeadsFile(join(folder, 'ledger', 'heads.jsonl'))
