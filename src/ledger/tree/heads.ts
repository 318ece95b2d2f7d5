// A head is the sealer's signed word on how the ledger stood at a moment. Each names the one before, so heads form a
// chain of their own, and a single head kept elsewhere pins everything sealed up to it.
import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'
import { encode } from './encoding.ts'
import { HASH_BYTES, type Hash, sha256 } from './hash.ts'

export type TreeHead = {
  workspace: string
  /** How many leaves it seals. */
  size: number
  root: Hash
  /** When it was sealed, ISO 8601 in UTC, as `Date.prototype.toISOString` writes it. */
  at: string
  /** `headHash` of the head before; `noHead` for the first. */
  previous: Hash
}

export type SignedHead = TreeHead & { signature: Buffer }

/** Stands as `previous` in the first head of a workspace. */
export const noHead: Hash = Buffer.alloc(HASH_BYTES)

/** What is signed: the canonical encoding, under a title so that no other signature of this key fits a head. */
export function headBytes(head: TreeHead): Buffer {
  if (!isWritable(head))
    throw new RangeError(
      `This head of ${head.workspace} cannot be sealed: size must be a whole number from 0, root and previous ` +
        `${HASH_BYTES} bytes, and at an ISO time in UTC (got size ${head.size}, ${head.root.length} and ` +
        `${head.previous.length} bytes, ${head.at}).`,
    )
  return encode(['holdfast tree head v1', head.workspace, head.size, head.root, head.at, head.previous])
}

/** What the next head carries as `previous`. */
export function headHash(head: TreeHead): Hash {
  return sha256(headBytes(head))
}

/** The Ed25519 signature, 64 bytes. */
export function signHead(head: TreeHead, privateKey: KeyObject): Buffer {
  return sign(null, headBytes(head), privateKey)
}

/** Whether the key signed exactly this head. A head that could never have been written is simply not signed. */
export function verifyHead(head: TreeHead, signature: Buffer, publicKey: KeyObject): boolean {
  return isWritable(head) && verify(null, headBytes(head), publicKey, signature)
}

/**
 * The sealing key that belongs to a 32-byte secret seed (RFC 8032). `keyId` is 32 hex digits of the SHA-256 of the
 * public key in SPKI form: safe to show, and the same wherever it is computed.
 */
export function keyFromSeed(seed: Buffer): { privateKey: KeyObject; publicKey: KeyObject; keyId: string } {
  if (seed.length !== SEED_BYTES)
    throw new RangeError(`The seed of a sealing key has ${SEED_BYTES} bytes; this one has ${seed.length}.`)
  const privateKey = createPrivateKey({ key: Buffer.concat([PKCS8_ED25519, seed]), format: 'der', type: 'pkcs8' })
  const publicKey = createPublicKey(privateKey)
  const keyId = sha256(publicKey.export({ format: 'der', type: 'spki' })).toString('hex', 0, 16)
  return { privateKey, publicKey, keyId }
}

const SEED_BYTES = 32

// node:crypto takes no bare seed; these are the DER bytes that stand before it in PKCS #8 (RFC 8410, 7).
const PKCS8_ED25519 = Buffer.from('302e020100300506032b657004220420', 'hex')

function isWritable({ workspace, size, root, at, previous }: TreeHead): boolean {
  return (
    workspace.isWellFormed() &&
    Number.isSafeInteger(size) &&
    size >= 0 &&
    root.length === HASH_BYTES &&
    previous.length === HASH_BYTES &&
    isIsoTime(at)
  )
}

function isIsoTime(at: string): boolean {
  const time = new Date(at)
  return !Number.isNaN(time.getTime()) && time.toISOString() === at
}
