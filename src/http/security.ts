// Headers that every answer carries. Nothing of the API is kept by a cache; pages run nothing but the product's own scripts and are
// framed by nobody. There is no CORS: no other site may read an answer.
import type { Config } from '../platform/index.ts'

const page = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'", // charts and virtual lists place their parts by style attributes
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

export function headersOf({ publicUrl }: Config) {
  const both = {
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-resource-policy': 'same-origin',
    'x-frame-options': 'DENY',
    ...(publicUrl?.startsWith('https://') ? { 'strict-transport-security': 'max-age=31536000' } : {}),
  }
  return {
    api: {
      ...both,
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'cache-control': 'no-store',
    },
    page: { ...both, 'content-security-policy': page, 'cross-origin-opener-policy': 'same-origin' },
  }
}
