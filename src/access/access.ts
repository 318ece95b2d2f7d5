// What one actor may do now: their roles put together, good for one version of the workspace. The version is asked again inside
// every transaction of the door, so that a change of rights takes effect on the next request wherever it was made.
import type { Manifest, ManifestField, Sensitivity, SystemName } from '../../dictionary/index.ts'
import type { Actor } from './actor.ts'
import type { Grant, RoleDefinition, RowScope, Verb } from './role.ts'

export type Access = {
  actor: Actor
  /** The version of the workspace this was read at. */
  version: string
  /** The person acting, where one is: what `me` means in a row scope. */
  userId: string | null
  /** Whose word this actor's values are. */
  source: SystemName
  roles: readonly RoleDefinition[]
  /** The workspace's dictionary: the product's and its own fields and terms. */
  manifest: Manifest
  /** Groups smaller than this are held back; 0 where single records may be seen. */
  smallestGroup: number
}

/** The grants that let an actor do something to an object; empty means no. `of` asks one of their roles alone, by its place. */
export const grantsFor = (access: Access, object: string, verb: Verb, of?: number): readonly Grant[] =>
  access.roles.flatMap((role, i) => {
    if (of !== undefined && of !== i) return []
    const grant = role.objects[object] ?? role.objects['*']
    return grant?.verbs.includes(verb) ? [grant] : []
  })

/** Row scopes under which a field of this class is readable: `null` for none, `'every'` where each grant of the object reads it. */
export function readableUnder(
  grants: readonly Grant[],
  sensitivity: Sensitivity,
): 'every' | readonly RowScope[] | null {
  const reading = grants.filter((grant) => grant.read.includes(sensitivity))
  if (reading.length === 0) return null
  return reading.length === grants.length || reading.some((grant) => grant.rows === 'all')
    ? 'every'
    : reading.map((grant) => grant.rows)
}

/** The field, if this actor may read it somewhere; otherwise null, exactly as for a field that does not exist. */
export function readableField(access: Access, object: string, name: string, verb: Verb): ManifestField | null {
  const field = access.manifest.objects.get(object)?.fields.get(name)
  return field && readableUnder(grantsFor(access, object, verb), field.sensitivity) ? field : null
}

export const mayWrite = (access: Access, object: string, verb: Verb, field: ManifestField): boolean =>
  grantsFor(access, object, verb).some((grant) => grant.write.includes(field.sensitivity))
