// Who is at which account, told row by row: what a source says of a person and an account is evidence of its own rows of them, not
// of those that other sources brought into the same records.
import type { Actor } from '../../access/index.ts'
import type { Claimed, Records } from '../../records/index.ts'
import { everyPage } from './every-page.ts'

type Link = { system: string; localId: string; account: string; isPrimary: boolean }
type Place = { id: string; contact: string | null; account: string | null; is_primary: boolean | null }

export type Places = {
  /** The account that a row of a person tells of; of several the one where they are the primary contact. */
  accountOf(row: Claimed): string | undefined
  /** The addresses of the people that a row of an account tells of. */
  addressesOf(row: Claimed): readonly string[]
  /** For a record of accounts, the lists that have an entry of it. */
  listsOf(recordId: string): readonly string[]
}

export async function placesOf(records: Records, actor: Actor, withAddresses: boolean): Promise<Places> {
  const byContact = new Map<string, Link[]>()
  const places = new Map<string, Place>()
  // As they are today: what a source once said may name records that are others by now.
  const question = { from: 'account_contact', select: ['contact', 'account', 'is_primary'] }
  for await (const place of everyPage<Place>(records, actor, question)) places.set(place.id, place)
  for await (const { recordId, system, localId } of records.claimed(actor, 'account_contact')) {
    const { contact, account, is_primary } = places.get(recordId) ?? {}
    if (contact && account) add(byContact, contact, { system, localId, account, isPrimary: is_primary === true })
  }
  const addresses = new Map<string, (Link & { address: string })[]>() // by account
  const systems = new Map<string, Set<string>>() // that tell of an account themselves
  const lists = new Map<string, Set<string>>()
  if (withAddresses) {
    for await (const row of records.claimed(actor, 'contact')) {
      const address = addressIn(row)
      if (address !== undefined)
        for (const link of linksOf(byContact, row)) add(addresses, link.account, { ...link, address })
    }
    for await (const { recordId, system, localId } of records.claimed(actor, 'account')) {
      systems.set(recordId, (systems.get(recordId) ?? new Set()).add(system))
      const list = listOf(system, localId)
      if (list !== null) lists.set(recordId, (lists.get(recordId) ?? new Set()).add(list))
    }
  }
  return {
    listsOf: (recordId) => [...(lists.get(recordId) ?? [])],
    accountOf: (row) => linksOf(byContact, row).reduce<Link | undefined>(primary, undefined)?.account,
    addressesOf(row) {
      const all = addresses.get(row.recordId) ?? []
      const ofNoRow = all.filter(({ system }) => !systems.get(row.recordId)?.has(system))
      return [...narrowed(all, row), ...ofNoRow].map(({ address }) => address)
    },
  }
}

/** A system's records are one list of its, and each sheet is one; what people typed here is none. */
const listOf = (system: string, localId: string): string | null =>
  system === 'hand' || system === 'holdfast'
    ? null
    : system === 'spreadsheet'
      ? localId.slice(0, localId.indexOf('#') + 1)
      : system

const primary = (best: Link | undefined, link: Link): Link =>
  best && (best.isPrimary || !link.isPrimary) ? best : link

/** The links that a row of a person came with; where its source tells of none, those of the person. */
function linksOf(byContact: ReadonlyMap<string, readonly Link[]>, row: Claimed): readonly Link[] {
  const all = byContact.get(row.recordId) ?? []
  const own = narrowed(all, row)
  return own.length > 0 ? own : all
}

/** Those of the row's own source; a link that is named by the ids of its two ends is of the rows of these ids only. */
function narrowed<T extends { system: string; localId: string }>(links: readonly T[], row: Claimed): readonly T[] {
  const own = links.filter(({ system }) => system === row.system)
  const named = own.filter(({ localId }) => localId.split(':').includes(row.localId) || localId === `${row.localId}@`)
  return named.length > 0 ? named : own.filter(({ localId }) => !isOfTwoIds.test(localId))
}

const isOfTwoIds = /^[^\s:]+:[^\s:]+$/

/** The address that a row gives; or the one it gave until mail came back from it, which the record is still known by. */
export function addressIn({ claims, keys }: Claimed): string | undefined {
  if (typeof claims['email'] === 'string') return claims['email']
  const known = claims['bounced_on'] ? keys.filter(({ kind }) => kind === 'email') : []
  return known.length === 1 ? known[0]?.key : undefined
}

function add<T>(lists: Map<string, T[]>, name: string, value: T): void {
  const list = lists.get(name)
  if (list) list.push(value)
  else lists.set(name, [value])
}
