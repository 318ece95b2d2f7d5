// Addresses of recurring imports. Whoever knows one may send files, so it can't be guessed, and the database alone does not give it away: it
// is made from a nonce that is kept and the installation's secret, and looked up by its digest.
import { createHmac, hash, randomBytes } from 'node:crypto'
import type { Secret } from '../../platform/index.ts'
import type { KeptAddress } from './recurring.ts'

export type Addresses = {
  /** What stands behind the @; null where the installation receives no mail. */
  domain: string | null
  issue(): KeptAddress
  /** In words of a mail; null without a domain. */
  of(kept: KeptAddress): string | null
  /** What an address of a mail would be kept as; of one that can be none of ours, what nothing is kept as. */
  digestOf(address: string): string
}

export function openAddresses({ secret, domain }: { secret: Secret; domain: string | null }): Addresses {
  const key = secret.derive('addresses of recurring imports')
  const tokenOf = (nonce: string): string =>
    [...createHmac('sha256', key).update(nonce).digest().subarray(0, tokenLength)]
      .map((byte) => alphabet[byte % alphabet.length])
      .join('')
  return {
    domain,
    issue() {
      const nonce = randomBytes(24).toString('base64url')
      return { nonce, digest: digest(tokenOf(nonce)) }
    },
    of: ({ nonce }) => (domain === null ? null : `import-${tokenOf(nonce)}@${domain}`),
    digestOf(address) {
      const [, token = '', at = ''] = /^import-([a-z2-7]+)@(.+)$/.exec(address.toLowerCase()) ?? []
      return digest(at === domain ? token : '')
    },
  }
}

// 32 letters that survive a change of case, as mail may do to them: 26 of them are 130 bits.
const alphabet = 'abcdefghijklmnopqrstuvwxyz234567'
const tokenLength = 26

const digest = (token: string): string => hash('sha256', `address ${token}`, 'base64url')
