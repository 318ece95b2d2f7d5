import { createPublicKey, sign, verify } from 'node:crypto'
import { expect, test } from 'vitest'
import { leafHash } from './hash.ts'
import { headBytes, headHash, keyFromSeed, noHead, signHead, type TreeHead, verifyHead } from './heads.ts'

const key = keyFromSeed(Buffer.alloc(32, 7))
const head: TreeHead = {
  workspace: '0197f2f0-0000-7000-8000-000000000001',
  size: 42,
  root: leafHash(Buffer.from('root')),
  at: '2026-03-01T09:30:00.000Z',
  previous: noHead,
}

test('a signature holds for its head and for no head that differs in anything', () => {
  const signature = signHead(head, key.privateKey)
  expect(signature).toHaveLength(64)
  expect(verifyHead(head, signature, key.publicKey)).toBe(true)
  const others: TreeHead[] = [
    { ...head, workspace: '0197f2f0-0000-7000-8000-000000000002' },
    { ...head, size: 43 },
    { ...head, root: noHead },
    { ...head, at: '2026-03-01T09:30:00.001Z' },
    { ...head, previous: headHash(head) },
  ]
  for (const other of others) expect(verifyHead(other, signature, key.publicKey)).toBe(false)
  expect(verifyHead(head, signature, keyFromSeed(Buffer.alloc(32, 8)).publicKey)).toBe(false)
  expect(verifyHead(head, signature.subarray(1), key.publicKey)).toBe(false)
  expect(verifyHead(head, Buffer.alloc(0), key.publicKey)).toBe(false)
})

test('a signature that the key made for something else is not one for a head', () => {
  const untitled = headBytes(head).subarray(headBytes(head).indexOf(head.workspace))
  expect(verifyHead(head, sign(null, untitled, key.privateKey), key.publicKey)).toBe(false)
})

test('a head that could not have been written is refused when sealing and unsigned when checking', () => {
  const malformed: TreeHead[] = [
    { ...head, size: -1 },
    { ...head, size: Number.NaN },
    { ...head, size: 1.5 },
    { ...head, root: head.root.subarray(1) },
    { ...head, previous: Buffer.alloc(0) },
    { ...head, at: '1 March 2026' },
    { ...head, at: '2026-03-01T10:30:00+01:00' },
  ]
  for (const wrong of malformed) {
    expect(() => signHead(wrong, key.privateKey)).toThrow('cannot be sealed')
    expect(verifyHead(wrong, Buffer.alloc(64), key.publicKey)).toBe(false)
  }
})

test('the same seed gives the same key anywhere: the first test vector of RFC 8032', () => {
  const seed = Buffer.from('9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60', 'hex')
  const { privateKey, publicKey, keyId } = keyFromSeed(seed)
  expect(publicKey.export({ format: 'jwk' }).x).toBe(
    Buffer.from('d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a', 'hex').toString('base64url'),
  )
  expect(keyId).toMatch(/^[0-9a-f]{32}$/)
  expect(keyFromSeed(seed).keyId).toBe(keyId)
  expect(key.keyId).not.toBe(keyId)
  expect(() => keyFromSeed(Buffer.alloc(31))).toThrow('has 32 bytes; this one has 31')

  const carried = createPublicKey(publicKey.export({ format: 'pem', type: 'spki' }))
  expect(verify(null, headBytes(head), carried, signHead(head, privateKey))).toBe(true)
})
