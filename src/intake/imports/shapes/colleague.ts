import type { Part } from '../shape.ts'

/** Colleagues are known to every system by their address alone. */
export const colleagueKey = (email: string) => ({ system: 'holdfast' as const, localId: email.trim().toLowerCase() })

/** A reference to a colleague, by address; undefined for a blank. */
export const colleague = (email: string | undefined) => (email?.includes('@') ? colleagueKey(email) : undefined)

/** The colleague's own record, so that the reference leads somewhere: named from the address until somebody says better. */
export function colleaguePart(email: string): Part {
  const address = email.trim().toLowerCase()
  const name = (address.split('@')[0] ?? '')
    .split(/[._-]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ')
  return {
    object: 'user',
    change: {
      verb: 'upsert',
      source: colleagueKey(address),
      values: { name: name || address, email: address, is_active: true },
    },
  }
}
