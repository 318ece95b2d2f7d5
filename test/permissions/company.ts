// A small company in which every object has records that Ana may see and records that she may not, with a past. Every value is a
// sample of its field's type, so a new field takes part without a line here.
import { fieldType, type ManifestField, type ManifestObject, manifest } from '../../dictionary/index.ts'
import { idOf, type World } from '../harness/world.ts'
import type { Label } from './oracle.ts'

export type Placed = { object: string; id: string; label: Label }
export type Company = { ana: string; ben: string; records: readonly Placed[] }

export type Random = () => number

/** The same numbers for the same seed (mulberry32). */
export function randomOf(seed: number): Random {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

export const sampleOf = (field: ManifestField, random: Random): unknown =>
  fieldType(field).sample(random, {
    ...field.options,
    name: field.name,
    label: field.label,
    ...(field.terms ? { terms: field.terms } : {}),
  })

/** Fields a writer may give: no references, which company.ts sets itself, and nothing the product works out. */
const plainFields = (object: ManifestObject) =>
  [...object.fields.values()].filter((field) => !field.to && !field.serverOwned)

const founded = '2026-10-01T09:00:00.000Z'
const changed = '2026-10-20T09:00:00.000Z'
/** Days before, between and after what happened. */
export const days = ['2026-09-01', '2026-10-10', '2026-10-25'] as const

export async function foundCompany(world: World): Promise<Company> {
  const random = randomOf(4100)
  const records: Placed[] = []
  const now = world.clock().toISOString()
  let count = 0

  async function make(name: string, label: Label, references: Record<string, string | undefined> = {}, fixed = {}) {
    const object = objectNamed(name)
    count += 1
    // Samples don't know the rules between fields, so a refused set of them is drawn again.
    for (let attempt = 0; attempt < 50; attempt++) {
      const drawn = plainFields(object).filter((field) => field.required === true || random() < 0.85)
      const values = {
        ...Object.fromEntries(drawn.map((field) => [field.name, sampleOf(field, random)])),
        ...Object.fromEntries(Object.entries(references).filter(([, to]) => to)),
        ...fixed,
      }
      const { results } = await world.records.change(world.operator, name, [
        { verb: 'upsert', source: { system: 'crm', localId: `${name}-${count}` }, values },
      ])
      if (results[0]?.outcome === 'refused') continue
      const id = idOf(results[0])
      records.push({ object: name, id, label })
      return id
    }
    throw new Error(
      `No sample of ${name} keeps its rules in fifty tries: give the fields that they join a fixed value here.`,
    )
  }

  world.clock.set(founded)
  const ana = await make('user', 'house', {}, { name: 'Ana Ruiz', email: 'ana@vendor.example' })
  const ben = await make('user', 'house', { manager: ana }, { name: 'Ben Ong', email: 'ben@vendor.example' })
  const team = await make('team', 'house', { lead: ben })
  await make('team', 'house', { lead: ana, parent: team })
  const product = await make('product', 'house')
  await make('product', 'house')

  const accounts: { id: string; contact: string; label: 'mine' | 'theirs' | 'quiet'; owner: string }[] = []
  for (const [label, owner] of [
    ['mine', ana],
    ['theirs', ben],
    ['quiet', ben],
    ['mine', ben], // Ana works for it as one of its team
    ['theirs', ben],
    ['quiet', ben],
  ] as const) {
    const account = await make('account', label, { owner })
    const billed = await make('contact', `${label} billed`, { relationship_owner: owner, verified_by: ben })
    const other = await make('contact', label, { relationship_owner: owner, reports_to: billed })
    await world.records.change(world.operator, 'account', [
      { verb: 'update', id: account, values: { billing_contact: billed } },
    ])
    for (const contact of [billed, other]) await make('account_contact', label, { account, contact })
    await make('account_team_member', label, { account, user: label === 'mine' ? ana : ben })
    await make('contact_connection', label, { account, contact: billed, other })
    const contract = await make('contract', label, { account, billing_contact: billed })
    await make('contract', label, { account, amends: contract })
    const subscription = await make('subscription', label, { account, product })
    const invoice = await make('invoice', label, { account, subscription })
    await make('payment', label, { account, invoice })
    const opportunity = await make('opportunity', label, { account, owner })
    await make('handoff', label, { account, opportunity, csm: owner, sales_owner: ben })
    const onboarding = await make('onboarding', label, { account, owner })
    // Several of each, so that there are groups large enough to be told of.
    for (let n = 0; n < 3; n++) await make('onboarding_step', label, { onboarding, done_by: owner })
    await make('handoff', label, { account, csm: owner })
    await make('onboarding', label, { account, owner: ben })
    const ticket =
      label === 'quiet' ? undefined : await make('ticket', label, { account, requester: other, assignee: ben })
    const interaction = await make('interaction', label, { account, author: owner })
    await make('attendance', label, { interaction, contact: other })
    await make('survey_response', label, { account, contact: billed, ticket, interaction })
    await make('objective', label, { account, reviewed_in: interaction, owner })
    await make('task', label, { account, contact: other, interaction, owner })
    accounts.push({ id: account, contact: other, label, owner })
  }
  await make('handoff', 'mine', { csm: ana }) // meant for Ana, of a customer who has no account yet
  await make('handoff', 'theirs', { csm: ben })
  await make('ticket', 'nobodys', { assignee: ben })
  await crossOver(world, make, accounts, ana)

  world.clock.set(changed)
  for (const { object, id } of records) {
    const draw = () => plainFields(objectNamed(object)).filter(() => random() < 0.4)
    // A change that a rule refuses is left out; the others make a past.
    await world.records.change(world.operator, object, [
      { verb: 'update', id, values: Object.fromEntries(draw().map((field) => [field.name, sampleOf(field, random)])) },
    ])
  }
  world.clock.set(now)
  await makeUsage(world, accounts, records, random)
  return { ana, ben, records }
}

/** Ways from what Ana sees to what she does not: a parent, a person at two accounts, a task of hers at Ben's account. */
async function crossOver(
  world: World,
  make: (
    object: string,
    label: Label,
    references: Record<string, string | undefined>,
    fixed?: object,
  ) => Promise<string>,
  accounts: readonly { id: string; contact: string; label: string }[],
  ana: string,
) {
  const of = (label: string) => accounts.filter((account) => account.label === label)
  const [mine, theirs, quiet] = [of('mine'), of('theirs'), of('quiet')]
  const link = async (child: string | undefined, parent: string | undefined) =>
    world.records.change(world.operator, 'account', [{ verb: 'update', id: child ?? '', values: { parent } }])
  await link(mine[0]?.id, theirs[0]?.id)
  await link(theirs[0]?.id, quiet[0]?.id)
  await link(quiet[1]?.id, mine[1]?.id)
  await make('account_contact', 'theirs', { account: theirs[0]?.id, contact: mine[0]?.contact })
  await make('account_contact', 'quiet', { account: quiet[0]?.id, contact: theirs[0]?.contact })
  await make('task', 'mine', { account: theirs[1]?.id, contact: theirs[1]?.contact, owner: ana })
}

async function makeUsage(
  world: World,
  accounts: readonly { id: string; label: Label }[],
  records: Placed[],
  random: Random,
) {
  const object = objectNamed('usage_day')
  for (const { id, label } of accounts) {
    const facts = ['2026-11-12', '2026-11-13'].map((day) => ({
      ...Object.fromEntries(plainFields(object).map((field) => [field.name, sampleOf(field, random)])),
      account: id,
      day,
    }))
    await world.records.writeFacts(world.operator, 'usage_day', facts)
    const made = await world.ask<{ id: string }>({
      from: 'usage_day',
      select: ['id'],
      where: { field: 'account', op: 'is', value: id },
    })
    records.push(...made.map((row) => ({ object: 'usage_day', id: row.id, label })))
  }
}

export function objectNamed(name: string): ManifestObject {
  const object = manifest.objects.get(name)
  if (!object) throw new Error(`There is no object ${name}: take it out of test/permissions/company.ts.`)
  return object
}
