// What each role may see, said a second time and in another way than the product says it: not as scopes that are compiled, but
// per label that the company (company.ts) gives its records. Written from SEC-1 and SEC-2, not from default-roles.ts.
import { type ManifestField, type ManifestObject, manifest, type Sensitivity } from '../../dictionary/index.ts'

/**
 * Whose a record is. `mine`: Ana's accounts and what belongs to them. `theirs`: Ben's accounts, with tickets. `quiet`: Ben's
 * accounts without. `nobodys`: on no account. `house`: our own people, teams and products. `billed`: as `theirs`, and bills go to
 * this person.
 */
export type Label = 'mine' | 'mine billed' | 'theirs' | 'theirs billed' | 'quiet' | 'quiet billed' | 'nobodys' | 'house'

type Sight = readonly Sensitivity[] | null
type Eyes = (object: string, label: Label) => Sight

const all: readonly Sensitivity[] = [
  'general',
  'personal',
  'commercial',
  'commercial_terms',
  'strategic',
  'internal_note',
  'support_detail',
  'consent',
]
const but = (...hidden: Sensitivity[]): Sight => all.filter((each) => !hidden.includes(each))
const isHouse = (object: string) => object === 'user' || object === 'team' || object === 'product'
const isBilled = (label: Label) => label.endsWith('billed')
const isMine = (label: Label) => label.startsWith('mine')
const isQuiet = (label: Label) => label.startsWith('quiet')

const csm =
  (...hidden: Sensitivity[]): Eyes =>
  (object, label) =>
    isHouse(object) ? ['general'] : isMine(label) ? but('strategic', 'commercial_terms', ...hidden) : null

const onAll =
  (named: Readonly<Record<string, Sight>>): Eyes =>
  (object) =>
    named[object] ?? null

const house: Readonly<Record<string, Sight>> = { user: ['general'], team: ['general'], product: ['general'] }

const sales = onAll({
  ...house,
  account: ['general', 'personal', 'commercial', 'commercial_terms'],
  contact: ['general', 'personal', 'consent'],
  account_contact: ['general'],
  account_team_member: ['general'],
  opportunity: ['general', 'commercial'],
  contract: ['general', 'commercial', 'commercial_terms'],
  subscription: ['general', 'commercial'],
  interaction: ['general'],
  attendance: ['general'],
  objective: ['general'],
  handoff: ['general', 'personal', 'commercial', 'commercial_terms'],
})

const supportSees: Readonly<Record<string, Sight>> = {
  ...house,
  account: ['general', 'support_detail'],
  contact: ['general', 'personal', 'consent'],
  account_contact: ['general'],
  ticket: ['general', 'personal', 'support_detail'],
  subscription: ['general'],
}

const financeSees: Readonly<Record<string, Sight>> = {
  ...house,
  account: ['general', 'commercial', 'commercial_terms'],
  contact: ['general', 'personal'],
  contract: ['general', 'commercial', 'commercial_terms'],
  subscription: ['general', 'commercial'],
  invoice: ['general', 'commercial'],
  payment: ['general', 'commercial'],
  opportunity: ['general', 'commercial'],
}

const one: Readonly<Record<string, Eyes>> = {
  csm: csm(),
  junior_csm: csm('internal_note'),
  cs_leader: () => all,
  support: (object, label) => (isQuiet(label) ? null : (supportSees[object] ?? null)),
  sales,
  finance: (object, label) => (object === 'contact' && !isBilled(label) ? null : (financeSees[object] ?? null)),
  product: () => ['general'],
  executive: () => ['general', 'commercial'],
  cs_operations: () => but('strategic', 'commercial_terms', 'internal_note'),
  admin: (object) => (object === 'user' || object === 'team' ? ['general'] : null),
}

/** Objects whose single records a role that measures may list all the same. */
const listedByProduct = new Set(['product', 'user'])

/** Every default role, and people who hold two: what one lets them see of a record, another must not widen on the next. */
export const roleSets: readonly (readonly string[])[] = [
  ...Object.keys(one).map((role) => [role]),
  ['csm', 'sales'],
  ['csm', 'support'],
  ['support', 'finance'],
]

/** The classes somebody with these roles may read of a record with this label; null where not even that it exists. */
export function sight(roles: readonly string[], object: string, label: Label): ReadonlySet<Sensitivity> | null {
  const seen = roles.flatMap((role) => one[role]?.(object, label) ?? [])
  return seen.length > 0 ? new Set(seen) : null
}

export const onlyMeasures = (roles: readonly string[], object: string): boolean =>
  roles.every((role) => role === 'executive' || (role === 'product' && !listedByProduct.has(object)))

export const labels: readonly Label[] = [
  'mine',
  'mine billed',
  'theirs',
  'theirs billed',
  'quiet',
  'quiet billed',
  'nobodys',
  'house',
]

export const mayUse = (roles: readonly string[], object: string): boolean =>
  labels.some((label) => sight(roles, object, label) !== null)

export const mayRead = (roles: readonly string[], field: ManifestField): boolean =>
  labels.some((label) => sight(roles, field.object, label)?.has(field.sensitivity))

export const readableFields = (roles: readonly string[], object: ManifestObject): ManifestField[] =>
  [...object.fields.values()].filter((field) => mayRead(roles, field))

export const usableObjects = (roles: readonly string[]): ManifestObject[] =>
  [...manifest.objects.values()].filter((object) => mayUse(roles, object.name))
