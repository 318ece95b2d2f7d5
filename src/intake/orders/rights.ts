// Who may import what, and whose imports one may look at.
import type { ManifestField } from '../../../dictionary/index.ts'
import { type Access, type Actor, grantsFor, mayWrite } from '../../access/index.ts'
import { Failure } from '../../platform/index.ts'
import type { Order } from './order.ts'

/** Objects whose records this actor may bring in: an import makes records, changes them, and speaks in another system's name. */
export const importable = (access: Access): string[] =>
  [...access.manifest.objects.values()]
    .filter(
      (object) =>
        object.kind === 'records' &&
        (['import', 'create', 'update'] as const).every((verb) => grantsFor(access, object.name, verb).length > 0),
    )
    .map((object) => object.name)

export function requireImporter(access: Access): void {
  if (importable(access).length === 0) throw new Failure('not_allowed', { verb: 'import', object: 'records' })
}

/** A field that an import of this actor may fill; any other is as good as not there. */
export const fillable =
  (access: Access) =>
  (field: ManifestField): boolean =>
    !field.serverOwned &&
    (['import', 'create', 'update'] as const).every((verb) => grantsFor(access, field.object, verb).length > 0) &&
    mayWrite(access, field.object, 'create', field)

export const isOwner = (actor: Actor, { owner }: Pick<Order, 'owner'>): boolean =>
  owner.kind === actor.kind && owner.id === actor.id

/** Its owner, who administers imports, and who expects it see that there is one; what is in its files, only the owner. */
export const maySee = (access: Access, order: Order): boolean =>
  isOwner(access.actor, order) ||
  administers(access) ||
  (order.expectedBy !== null && order.expectedBy === access.userId)

export const administers = ({ actor, roles }: Access): boolean =>
  actor.kind === 'operator' || roles.some((role) => role.administers.includes('imports'))

export const unavailable = (id: string): Failure => new Failure('record_unavailable', { object: 'import', id })
