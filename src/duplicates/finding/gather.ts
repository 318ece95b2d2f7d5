// The records of an object as the matching engine compares them: one row for what each source says of each record, because what a
// record once was called elsewhere is as telling as what it is called now.
import type { Actor } from '../../access/index.ts'
import { isFreeMail, type Kind, type Values } from '../../matching/index.ts'
import type { Claimed, Records } from '../../records/index.ts'
import type { Whereabouts } from './adopt.ts'

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
  const links = await linksOf(records, actor)
  const [arr, countryOf] = [new Map<string, number>(), new Map<string, string>()]
  const families: [string, string][] = []
  for await (const account of all<Account>(records, actor, { from: 'account', select: ['arr', 'country', 'parent'] })) {
    arr.set(account.id, account.arr?.amount ?? 0)
    if (account.country) countryOf.set(account.id, account.country)
    if (account.parent && kind === 'account') families.push([account.id, account.parent])
  }
  const mails = kind === 'account' ? await addressesOf(records, actor, links) : new Map<string, string[]>()

  // Of several, the one where they are the primary contact.
  const accountOf = new Map(
    [...links]
      .sort((a, b) => Number(a.isPrimary) - Number(b.isPrimary))
      .map(({ contact, account }) => [contact, account]),
  )
  const recordOf: string[] = []
  const whereabouts = new Map<string, Whereabouts>()
  for await (const said of records.claimed(actor, kind)) {
    const { recordId } = said
    const claims = withoutStandIns(said)
    if (!isTelling(claims)) continue
    const account = accountOf.get(recordId)
    recordOf.push(recordId)
    const mailed = [
      ...(mails.get(recordId) ?? []),
      ...said.keys.flatMap(({ kind, key }) => (kind === 'domain' ? [key] : [])),
    ]
    if (kind === 'account') whereabouts.set(recordId, together(whereabouts.get(recordId), claims, mailed))
    add(
      kind === 'contact'
        ? { ...claims, ...(account ? { account, country: countryOf.get(account) } : {}) }
        : { ...claims, mail_domains: mailed, people: mails.get(recordId) ?? [] },
    )
  }
  const stakeOf = kind === 'account' ? arr : new Map([...accountOf].map(([id, at]) => [id, arr.get(at) ?? 0]))
  return { recordOf, whereabouts, families, stakeOf }
}

const together = (before: Whereabouts | undefined, claims: Values, mailed: readonly string[]): Whereabouts => ({
  isNamed: before?.isNamed || typeof claims['name'] === 'string',
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

type Link = { contact: string; account: string; isPrimary: boolean }

/** Who is at which accounts. */
async function linksOf(records: Records, actor: Actor): Promise<Link[]> {
  const links: Link[] = []
  const question = { from: 'account_contact', select: ['contact', 'account', 'is_primary'] }
  for await (const { contact, account, is_primary } of all<Record<string, unknown>>(records, actor, question))
    if (typeof contact === 'string' && typeof account === 'string')
      links.push({ contact, account, isPrimary: is_primary === true })
  return links
}

/** The addresses of the people of each account. */
async function addressesOf(records: Records, actor: Actor, links: readonly Link[]): Promise<Map<string, string[]>> {
  const accountsOf = Map.groupBy(links, ({ contact }) => contact)
  const addresses = new Map<string, string[]>()
  for await (const { recordId, claims } of records.claimed(actor, 'contact'))
    for (const { account } of accountsOf.get(recordId) ?? []) {
      if (typeof claims['email'] !== 'string') continue
      const own = addresses.get(account)
      if (own) own.push(claims['email'])
      else addresses.set(account, [claims['email']])
    }
  return addresses
}

/** All records that answer a question, page by page. */
async function* all<T>(records: Records, actor: Actor, question: Record<string, unknown>): AsyncGenerator<T> {
  for (let after: string | null = null; ; ) {
    const { data, next } = await records.ask(actor, { ...question, limit: 1_000, ...(after ? { after } : {}) })
    yield* JSON.parse(data) as T[] // as selected
    if (next === null) return
    after = next
  }
}
