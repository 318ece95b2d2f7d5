// Recurring imports: everything people and programs may ask of them. Who may import has their own; who administers imports sees all of
// them, and may give one to somebody.
import { words } from '../../../dictionary/words.ts'
import type { Access, Actor } from '../../access/index.ts'
import { type Clock, Failure, type Ids, isId, type Pool, told } from '../../platform/index.ts'
import type { Records } from '../../records/index.ts'
import { administers, requireImporter } from '../orders/rights.ts'
import type { Addresses } from './address.ts'
import { type Due, daysAfter, dueOf, type KeptMail, type Recurring } from './recurring.ts'
import { changeRecurring, insertRecurring, isMember, readRecurring, removeRecurring } from './store.ts'

export type RecurringView = Due &
  Pick<Recurring, 'id' | 'name' | 'everyDays' | 'beginsOn' | 'settings' | 'last'> & {
    owner: { id: string; name: string | null }
    isOwn: boolean
    /** Under the installation's data folder; files that are put there come in by themselves. */
    folder: string | null
    /** `address`: null where the installation receives no mail. `senders`: who may send; none for whoever knows the address. */
    mail: { address: string | null; senders: readonly string[] } | null
  }

export type RecurringOrder = {
  name: string
  everyDays: number
  /** ISO day; after `everyDays` days where it is left out. */
  beginsOn?: string | undefined
  /** The name of a folder: lower-case letters, digits and -. */
  folder?: string | null | undefined
  /** A member; oneself where it is left out. */
  owner?: string | undefined
  settings?: Recurring['settings'] | undefined
  /** An address of its own to mail files to, or none. A `new` one replaces the one there was, which then refuses. */
  mail?: { senders?: readonly string[] | undefined; address?: 'new' | undefined } | null | undefined
}

/** What is left out stays as it is. */
export type RecurringChange = { [K in keyof RecurringOrder]?: RecurringOrder[K] | undefined }

export type RecurringImports = {
  /** By name, at most 500. Errors, of all: not_allowed. */
  list(actor: Actor): Promise<RecurringView[]>
  /** Errors: record_unavailable. */
  get(actor: Actor, id: string): Promise<RecurringView>
  /** Errors: unreadable_request, record_unavailable (an owner who is no member). */
  add(actor: Actor, order: RecurringOrder): Promise<RecurringView>
  /** Errors: as `add`, and record_unavailable. */
  change(actor: Actor, id: string, order: RecurringChange): Promise<RecurringView>
  /** Its imports stay. Errors: record_unavailable. */
  remove(actor: Actor, id: string): Promise<void>
}

type Own = { pool: Pool; records: Records; clock: Clock; ids: Ids; addresses: Addresses }

export function openRecurring({ pool, records, clock, ids, addresses }: Own): RecurringImports {
  async function accessOf(actor: Actor): Promise<Access> {
    const access = await records.rights(actor)
    requireImporter(access)
    return access
  }
  const show = (access: Access, recurring: Recurring): RecurringView => viewOf(access, recurring, addresses, clock())
  /** Whose it is to be; `before`: whose it has been. */
  async function ownerOf(access: Access, asked: string | undefined, before: string | null): Promise<string> {
    const owner = asked ?? before ?? access.userId
    if (owner === null)
      throw new Failure('unreadable_request', {
        why: told(
          words(
            'owner: say which member it belongs to',
            'owner: diga a qué miembro pertenece',
            'owner: diga a que membro pertence',
            'owner: nyatakan ahli yang memilikinya',
          ),
        ),
      })
    if (owner === before || owner === access.userId) return owner
    if (!administers(access)) throw new Failure('not_allowed', { verb: 'give away', object: 'recurring import' })
    if (!isId(owner) || !(await isMember(pool, access.actor.workspace, owner)))
      throw new Failure('record_unavailable', { object: 'user', id: owner })
    return owner
  }
  /** What is to be kept, after what was. */
  function mailOf(asked: RecurringOrder['mail'], before: KeptMail | null): KeptMail | null {
    if (asked === undefined || asked === null) return asked === null ? null : before
    if (addresses.domain === null)
      throw new Failure('unreadable_request', {
        why: told(
          words(
            'mail: this installation receives none (HOLDFAST_MAIL_IN_DOMAIN)',
            'mail: esta instalación no recibe correo (HOLDFAST_MAIL_IN_DOMAIN)',
            'mail: esta instalação não recebe e-mail (HOLDFAST_MAIL_IN_DOMAIN)',
            'mail: pemasangan ini tidak menerima e-mel (HOLDFAST_MAIL_IN_DOMAIN)',
          ),
        ),
      })
    const address = before && asked.address !== 'new' ? before : addresses.issue()
    return { ...address, senders: asked.senders ?? before?.senders ?? [] }
  }
  const written = async (folder: string | null, write: Promise<unknown>) => {
    try {
      await write
    } catch (error) {
      if ((error as { code?: unknown }).code !== '23505') throw error
      throw new Failure('unreadable_request', {
        why: told(
          words(
            `folder: another recurring import has ${folder}`,
            `folder: otra importación periódica tiene ${folder}`,
            `folder: outra importação recorrente tem ${folder}`,
            `folder: import berulang lain menggunakan ${folder}`,
          ),
        ),
      })
    }
  }

  return {
    async list(actor) {
      const access = await accessOf(actor)
      return (await visible(pool, access)).map((each) => show(access, each))
    },
    async get(actor, id) {
      const access = await accessOf(actor)
      return show(access, await findRecurring(pool, access, id))
    },
    async add(actor, order) {
      const access = await accessOf(actor)
      const { name, everyDays, folder = null, settings = {} } = order
      const mail = mailOf(order.mail, null)
      const { beginsOn = daysAfter(clock().toISOString(), everyDays) } = order
      const ownerId = await ownerOf(access, order.owner, null)
      const id = ids.next(clock().getTime())
      await written(
        folder,
        insertRecurring(
          pool,
          actor.workspace,
          { id, name, everyDays, beginsOn, folder, settings, mail, ownerId },
          clock(),
        ),
      )
      return show(access, await findRecurring(pool, access, id))
    },
    async change(actor, id, order) {
      const access = await accessOf(actor)
      const before = await findRecurring(pool, access, id)
      const { name = before.name, everyDays = before.everyDays, beginsOn = before.beginsOn } = order
      const { folder = before.folder, settings = before.settings } = order
      const mail = mailOf(order.mail, before.mail)
      const ownerId = await ownerOf(access, order.owner, before.ownerId)
      await written(
        folder,
        changeRecurring(pool, actor.workspace, { id, name, everyDays, beginsOn, folder, settings, mail, ownerId }),
      )
      const [after = before] = await readRecurring(pool, actor.workspace, { id })
      return show(access, after) // to whoever gave it away too
    },
    async remove(actor, id) {
      const access = await accessOf(actor)
      await findRecurring(pool, access, id)
      await removeRecurring(pool, actor.workspace, id)
    },
  }
}

function viewOf({ userId }: Access, it: Recurring, addresses: Addresses, now: Date): RecurringView {
  const { id, name, ownerId, ownerName, everyDays, beginsOn, settings, mail, last, path } = it
  const owner = { id: ownerId, name: ownerName }
  return {
    id,
    name,
    owner,
    isOwn: ownerId === userId,
    everyDays,
    beginsOn,
    folder: path,
    mail: mail && { address: addresses.of(mail), senders: mail.senders },
    settings,
    last,
    ...dueOf(it, now),
  }
}

/** Those that the actor may see. */
const visible = async (pool: Pool, access: Access, id: string | null = null): Promise<Recurring[]> => {
  const { userId, actor } = access
  if (administers(access)) return readRecurring(pool, actor.workspace, { id })
  return userId === null ? [] : readRecurring(pool, actor.workspace, { owner: userId, id })
}

/** One that the actor may see; the same answer for none and for somebody else's. */
export async function findRecurring(pool: Pool, access: Access, id: string): Promise<Recurring> {
  const [found] = isId(id) ? await visible(pool, access, id) : []
  if (!found) throw new Failure('record_unavailable', { object: 'recurring import', id })
  return found
}
