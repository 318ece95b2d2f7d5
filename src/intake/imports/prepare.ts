// What a part needs to know from the records already here, before it is sent: whom an address means, at which account a person
// stands, which colleague is known already. A few look-ups for a whole flush.
import { fold } from '../../../dictionary/index.ts'
import type { Actor } from '../../access/index.ts'
import type { Change, Records } from '../../records/index.ts'
import { findByKeys } from './find-by-keys.ts'
import { findOurs } from './find-ours.ts'
import type { Part } from './shape.ts'

export type Prepared = {
  part: Part
  change: Change
  /** By which key it was found, where the actor chose the keys; or the records it may be. */
  how?: string
  /** It refers to something that has not been found, and may still come. */
  isWaiting?: boolean
  question?: readonly { id: string; title: string | null }[]
}

export async function prepareParts(
  records: Records,
  actor: Actor,
  object: string,
  parts: readonly Part[],
  /** Where it is not certain which record is meant, the actor is asked. */
  { asks = false }: { asks?: boolean } = {},
): Promise<Prepared[]> {
  const ours = await findOurs(records, actor, parts)
  const others = parts.filter((part) => !ours.has(part))
  if (ours.size > 0) {
    const rest = others.length > 0 ? await prepareParts(records, actor, object, others, { asks }) : []
    return [...[...ours].map(([part, change]) => ({ part, change })), ...rest]
  }
  if (object === 'user') return unknownColleagues(records, actor, parts)
  const found = await findByKeys({ records, actor, object }, parts)
  const { looked, waiting } = await lookUp(records, actor, parts)
  const accounts = await accountsOf(records, actor, parts)
  const countries = await countriesOf(records, actor, parts, accounts)
  const prepared = parts.map((part): Prepared => {
    const account = part.at ? accounts.get(`${part.at.system} ${part.at.localId}`) : undefined
    const values: Record<string, unknown> = { ...part.change.values, ...looked.get(part) }
    if (isGuessed(values['phone']))
      values['phone'] = { ...values['phone'], country: countries.get(account ?? '') ?? values['phone'].country }
    const name = values['name']
    const keys =
      account && typeof name === 'string'
        ? [...(part.change.keys ?? []), { kind: 'name_at_account', key: `${account} ${fold(name)}` }]
        : part.change.keys
    const match = part.change.match ? { match: asks ? ('ask' as const) : true } : {}
    const change = { ...part.change, ...match, values, ...(keys ? { keys } : {}) }
    const own = found.get(part)
    const about = { part, change, ...(waiting.has(part) ? { isWaiting: true } : {}) }
    if (!own) return about
    return 'question' in own
      ? { ...about, question: own.question }
      : { ...about, change: { ...change, id: own.id }, how: own.how }
  })
  return object === 'survey_response' ? withAccounts(records, actor, prepared) : prepared
}

/**
 * A colleague that any system told of before is left as they are; one address in a flush is one colleague. They come last, so
 * that the answers for the others fit also when a flush is sent again and its colleagues are known by then.
 */
async function unknownColleagues(records: Records, actor: Actor, parts: readonly Part[]): Promise<Prepared[]> {
  const colleagues = new Map<string, Part>()
  for (const part of parts)
    if (isColleague(part) && !colleagues.has(localIdOf(part))) colleagues.set(localIdOf(part), part)
  const keys = [...colleagues.keys()].map((localId) => ({ system: 'holdfast' as const, localId }))
  const known = await records.resolve(actor, 'user', keys)
  const unknown = [...colleagues.values()].filter((part) => !known.has(`holdfast ${localIdOf(part)}`))
  return [...parts.filter((part) => !isColleague(part)), ...unknown].map((part) => ({ part, change: part.change }))
}

const isColleague = ({ change }: Part): boolean => change.source?.system === 'holdfast'
const localIdOf = ({ change }: Part): string => change.source?.localId ?? ''

/** Fields named by a key: filled where exactly one record has it, for the first of several is a guess; else with who may still come. */
async function lookUp(
  records: Records,
  actor: Actor,
  parts: readonly Part[],
): Promise<{ looked: Map<Part, Record<string, unknown>>; waiting: ReadonlySet<Part> }> {
  const wanted = parts.flatMap((part) =>
    Object.entries(part.look ?? {}).map(([field, { object, key, else: other }]) => ({
      part,
      field,
      object,
      key,
      other,
    })),
  )
  const found = new Map<Part, Record<string, unknown>>()
  const waiting = new Set<Part>()
  for (const [object, some] of Map.groupBy(wanted, (each) => each.object)) {
    const ids = await records.recognise(
      actor,
      object,
      some.map(({ key }) => key),
    )
    for (const { part, field, key, other } of some) {
      const [id, ...others] = ids.get(`${key.kind} ${key.key}`) ?? []
      const leadsTo = id && others.length === 0 ? id : others.length === 0 ? other : undefined
      if (leadsTo) found.set(part, { ...found.get(part), [field]: leadsTo })
      if (leadsTo && leadsTo === other) waiting.add(part)
    }
  }
  return { looked: found, waiting }
}

async function accountsOf(
  records: Records,
  actor: Actor,
  parts: readonly Part[],
): Promise<ReadonlyMap<string, string>> {
  const keys = parts.flatMap((part) => (part.at ? [part.at] : []))
  return keys.length > 0 ? records.resolve(actor, 'account', keys) : new Map()
}

/** A telephone number whose country the sheet only suggests. */
const isGuessed = (phone: unknown): phone is { number: string; country?: string; isGuess: true } =>
  typeof phone === 'object' && phone !== null && 'isGuess' in phone && phone.isGuess === true

/** Where the accounts are whose people's numbers are written without a country. */
async function countriesOf(
  records: Records,
  actor: Actor,
  parts: readonly Part[],
  accounts: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, string>> {
  const ids = new Set(
    parts.flatMap((part) =>
      part.at && isGuessed(part.change.values?.['phone'])
        ? (accounts.get(`${part.at.system} ${part.at.localId}`) ?? [])
        : [],
    ),
  )
  const found = new Map<string, string>()
  const all = [...ids]
  for (let from = 0; from < all.length; from += 1_000) {
    const where = {
      all: [
        { field: 'id', op: 'in', value: all.slice(from, from + 1_000) },
        { field: 'country', op: 'not_empty' },
      ],
    }
    const { data } = await records.ask(actor, { from: 'account', select: ['country'], where, limit: 1_000 })
    for (const { id, country } of JSON.parse(data) as { id: string; country: string }[]) found.set(id, country) // as selected
  }
  return found
}

/** An answer belongs to the account its giver stands at now, if that is one. */
async function withAccounts(records: Records, actor: Actor, prepared: readonly Prepared[]): Promise<Prepared[]> {
  const ids = [
    ...new Set(
      prepared.flatMap(({ change }) =>
        typeof change.values?.['contact'] === 'string' ? [change.values['contact']] : [],
      ),
    ),
  ]
  if (ids.length === 0) return [...prepared]
  const accountOf = new Map<string, string | null>()
  for (let from = 0; from < ids.length; from += 500) {
    const where = {
      all: [
        { field: 'contact', op: 'in', value: ids.slice(from, from + 500) },
        { field: 'is_current', op: 'is', value: true },
      ],
    }
    const { data } = await records.ask(actor, {
      from: 'account_contact',
      select: ['account', 'contact'],
      where,
      limit: 1_000,
    })
    for (const { account, contact } of JSON.parse(data) as { account: string; contact: string }[])
      accountOf.set(contact, accountOf.has(contact) && accountOf.get(contact) !== account ? null : account) // as selected
  }
  return prepared.map((each) => {
    const { change } = each
    const account = accountOf.get(String(change.values?.['contact']))
    return account ? { ...each, change: { ...change, values: { ...change.values, account } } } : each
  })
}
