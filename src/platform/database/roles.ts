import type { Secret } from '../secret.ts'
import type { Roles } from './ensure-roles.ts'

/** The two roles the service connects as. Their passwords come from the installation's secret and are kept nowhere. */
export const rolesOf = (secret: Secret): Roles => ({
  app: { name: 'holdfast_app', password: secret.derive('database role app').toString('base64url') },
  system: { name: 'holdfast_system', password: secret.derive('database role system').toString('base64url') },
})

/** The same server and database, entered as another role. */
export function urlAs(url: string, role: { name: string; password: string }): string {
  const other = new URL(url)
  other.username = encodeURIComponent(role.name)
  other.password = encodeURIComponent(role.password)
  return other.href
}
