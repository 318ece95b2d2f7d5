// The records of an object as the matching engine compares them: one row for what each source says of each record, because what a
// record once was called elsewhere is as telling as what it is called now.
import type { Actor } from '../../access/index.ts'
import { companyNames, isFreeMail, type Kind, type Values } from '../../matching/index.ts'
import type { Claimed, Records } from '../../records/index.ts'
import type { Whereabouts } from './adopt.ts'
import { everyPage } from './every-page.ts'
import { addressIn, placesOf } from './places.ts'

export type Gathered = {
  /** The record that each row speaks of. */
  recordOf: readonly string[]
  /** For accounts, what their rows tell of where they belong. */
  whereabouts: ReadonlyMap<string, Whereabouts>
  /** A company and the one above it, as its sources say: related, and never one. */
  families: readonly (readonly [string, string])[]
  /** ARR in minor units that hangs on a record: an account's own, or that of the account a contact is at. */
  stakeOf: ReadonlyMap<string, number>
}

/** Gives every row to `add`, in one order for one state of the records. */
export async function gather(
  records: Records,
  actor: Actor,
  kind: Kind,
  add: (values: Values) => void,
): Promise<Gathered> {
  const places = await placesOf(records, actor, kind === 'account')
  const [arr, countryOf] = [new Map<string, number>(), new Map<string, string>()]
  const families: [string, string][] = []
  const question = { from: 'account', select: ['arr', 'country', 'parent'] }
  for await (const account of everyPage<Account>(records, actor, question)) {
    arr.set(account.id, account.arr?.amount ?? 0)
    if (account.country) countryOf.set(account.id, account.country)
    if (account.parent && kind === 'account') families.push([account.id, account.parent])
  }
  const recordOf: string[] = []
  const whereabouts = new Map<string, Whereabouts>()
  const stakeOf = kind === 'account' ? arr : new Map<string, number>()
  for await (const said of records.claimed(actor, kind)) {
    const { recordId } = said
    const claims = withoutStandIns(said)
    if (!isTelling(claims)) continue
    recordOf.push(recordId)
    if (kind === 'contact') {
      const account = places.accountOf(said)
      const country = account && countryOf.get(account)
      add({ ...claims, email: addressIn(said), ...(account ? { account, country } : {}) })
      stakeOf.set(recordId, Math.max(stakeOf.get(recordId) ?? 0, arr.get(account ?? '') ?? 0))
      continue
    }
    const people = [...places.addressesOf(said), ...keysOf(said, 'mail')]
    const mailed = [...people, ...keysOf(said, 'domain')]
    whereabouts.set(recordId, together(whereabouts.get(recordId), claims, mailed))
    add({ ...claims, mail_domains: mailed, people, record: recordId, lists: places.listsOf(recordId) })
  }
  return { recordOf, whereabouts, families, stakeOf }
}

const together = (before: Whereabouts | undefined, claims: Values, mailed: readonly string[]): Whereabouts => ({
  names: [...(before?.names ?? []), ...(typeof claims['name'] === 'string' ? companyNames(claims['name']) : [])],
  own: new Set([...(before?.own ?? []), ...(Array.isArray(claims['domains']) ? (claims['domains'] as string[]) : [])]), // canonical domains
  mailed: new Set([...(before?.mailed ?? []), ...mailed.flatMap(ownDomain)]),
})

/** The domain of an address, or itself; none where anybody may have an address there. */
const ownDomain = (address: string): string[] => {
  const domain = address.slice(address.indexOf('@') + 1)
  return isFreeMail(domain) ? [] : [domain]
}

/** A name that was made of the source's own id, where the source gave none, is no name. */
const withoutStandIns = ({ claims, localId }: Claimed): Values =>
  typeof claims['name'] === 'string' && claims['name'].endsWith(` ${localId}`) ? { ...claims, name: null } : claims

/** A source that only corrects a field or two says nothing of who is meant. */
const isTelling = (claims: Values): boolean =>
  ['name', 'first_name', 'last_name', 'email', 'legal_name', 'domains'].some(
    (field) => (claims[field] ?? null) !== null,
  )

type Account = { id: string; arr: { amount: number } | null; country: string | null; parent: string | null }

/** Keys that the record is known by, beside its values. */
const keysOf = ({ keys }: Claimed, kind: string): string[] =>
  keys.flatMap((each) => (each.kind === kind ? [each.key] : []))
