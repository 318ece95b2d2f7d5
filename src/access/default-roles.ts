// The roles every workspace starts with (SEC-1), over the field classes of SEC-2. They are copied into the workspace and may be
// changed there; this is only where they begin.
import type { Sensitivity } from '../../dictionary/index.ts'
import type { Grant, RoleDefinition, RowScope, Verb } from './role.ts'

const everything: readonly Sensitivity[] = [
  'general',
  'personal',
  'commercial',
  'commercial_terms',
  'strategic',
  'internal_note',
  'support_detail',
  'consent',
]
const without = (...classes: Sensitivity[]) => everything.filter((each) => !classes.includes(each))
const work: readonly Verb[] = ['list', 'create', 'update', 'delete', 'measure', 'export']
const look: readonly Verb[] = ['list', 'measure']

const grant = (
  rows: RowScope,
  read: readonly Sensitivity[],
  write: readonly Sensitivity[],
  verbs: readonly Verb[],
): Grant => ({ rows, read, write, verbs })
/** Their names stand in what others export. */
const staff = {
  user: grant('all', ['general'], [], [...look, 'export']),
  team: grant('all', ['general'], [], [...look, 'export']),
  product: grant('all', ['general'], [], [...look, 'export']),
}

const ownAccounts: RowScope = {
  any: [
    { field: 'owner', op: 'is', me: true },
    { some: 'team', where: { field: 'user', op: 'is', me: true } },
  ],
}
/** A contact is seen where one of its accounts is. */
const ofVisibleAccounts: RowScope = { some: 'accounts', where: { visible: 'account' } }
/** A person on no account yet is seen by who keeps the relationship: so a CSM can write down whom they have met. */
const ownContacts: RowScope = { any: [ofVisibleAccounts, { field: 'relationship_owner', op: 'is', me: true }] }
/** A note or ticket on no account yet is seen by who may see any; one on an account by who may see that. */
const parentOrNone: RowScope = { any: [{ field: 'account', op: 'empty' }, { visible: 'account' }] }

/** One whose customer has no account yet is seen by the CSM it is meant for. */
const ownHandoffs: RowScope = { any: [{ field: 'csm', op: 'is', me: true }, { visible: 'account' }] }

const csmClasses = without('strategic', 'commercial_terms')

const csm: RoleDefinition = {
  describe: 'Customer success manager: own accounts whole, with their people, money, tickets and notes.',
  objects: {
    ...staff,
    account: grant(ownAccounts, csmClasses, csmClasses, ['list', 'create', 'update', 'measure', 'export']),
    contact: grant(ownContacts, csmClasses, csmClasses, work),
    task: grant(
      { any: [{ field: 'owner', op: 'is', me: true }, { visible: 'account' }] },
      csmClasses,
      csmClasses,
      work,
    ),
    handoff: grant(ownHandoffs, csmClasses, csmClasses, [...work, 'accept']),
    ticket: grant('parent', csmClasses, [], look),
    invoice: grant('parent', csmClasses, [], look),
    payment: grant('parent', csmClasses, [], look),
    subscription: grant('parent', csmClasses, [], look),
    '*': grant('parent', csmClasses, csmClasses, work),
  },
  administers: [],
}

const narrowed = (role: RoleDefinition, describe: string, ...classes: Sensitivity[]): RoleDefinition => ({
  ...role,
  describe,
  objects: Object.fromEntries(
    Object.entries(role.objects).map(([name, each]) => [
      name,
      {
        ...each,
        read: each.read.filter((one) => !classes.includes(one)),
        write: each.write.filter((one) => !classes.includes(one)),
      },
    ]),
  ),
})

const leaderVerbs: readonly Verb[] = [...work, 'import']

export const defaultRoles: Readonly<Record<string, RoleDefinition>> = {
  csm,
  junior_csm: narrowed(csm, 'A CSM without the internal notes on difficult people.', 'internal_note'),
  cs_leader: {
    describe: 'Leads customer success: every account whole, strategic designations and terms included.',
    objects: {
      handoff: grant('all', everything, everything, [...leaderVerbs, 'accept']),
      '*': grant('all', everything, everything, leaderVerbs),
    },
    administers: ['imports'],
  },
  support: {
    describe: 'Support agent: what helps a ticket — the account, its people and its tickets; no money, no strategy.',
    objects: {
      ...staff,
      account: grant({ some: 'tickets' }, ['general', 'support_detail'], [], look),
      contact: grant(
        ofVisibleAccounts,
        ['general', 'personal', 'consent'],
        ['personal', 'general'],
        ['list', 'update', 'measure'],
      ),
      account_contact: grant('parent', ['general'], [], look),
      ticket: grant(
        parentOrNone,
        ['general', 'personal', 'support_detail'],
        ['general', 'personal', 'support_detail'],
        work,
      ),
      subscription: grant('parent', ['general'], [], look),
    },
    administers: [],
  },
  sales: {
    describe: 'Sales: every account with its money, terms, people and opportunities; no ticket, no internal note.',
    objects: {
      ...staff,
      account: grant(
        'all',
        ['general', 'personal', 'commercial', 'commercial_terms'],
        ['general'],
        ['list', 'create', 'update', 'measure', 'export'],
      ),
      contact: grant('all', ['general', 'personal', 'consent'], ['general', 'personal'], work),
      account_contact: grant('all', ['general'], ['general'], work),
      account_team_member: grant('all', ['general'], [], look),
      opportunity: grant('all', ['general', 'commercial'], ['general', 'commercial'], work),
      contract: grant(
        'all',
        ['general', 'commercial', 'commercial_terms'],
        ['general', 'commercial', 'commercial_terms'],
        work,
      ),
      subscription: grant('all', ['general', 'commercial'], [], look),
      interaction: grant('all', ['general'], ['general'], ['list', 'create', 'measure']),
      attendance: grant('all', ['general'], ['general'], ['list', 'create', 'measure']),
      objective: grant('all', ['general'], [], look),
      handoff: grant(
        'all',
        ['general', 'personal', 'commercial', 'commercial_terms'],
        ['general', 'personal', 'commercial', 'commercial_terms'],
        work,
      ),
    },
    administers: [],
  },
  finance: {
    describe: 'Finance: contracts, invoices, payments and what they add up to; of people only whom bills are sent to.',
    objects: {
      ...staff,
      account: grant(
        'all',
        ['general', 'commercial', 'commercial_terms'],
        ['commercial', 'commercial_terms'],
        ['list', 'update', 'measure', 'export'],
      ),
      contact: grant({ some: 'billed_accounts' }, ['general', 'personal'], [], look),
      contract: grant(
        'all',
        ['general', 'commercial', 'commercial_terms'],
        ['general', 'commercial', 'commercial_terms'],
        work,
      ),
      subscription: grant('all', ['general', 'commercial'], ['general', 'commercial'], work),
      invoice: grant('all', ['general', 'commercial'], ['general', 'commercial'], work),
      payment: grant('all', ['general', 'commercial'], ['general', 'commercial'], work),
      opportunity: grant('all', ['general', 'commercial'], [], look),
    },
    administers: [],
  },
  product: {
    describe: 'Product: usage definitions and aggregates, no single customer.',
    objects: {
      product: grant('all', ['general'], ['general'], work),
      user: grant('all', ['general'], [], look),
      '*': grant('all', ['general'], [], ['measure']),
    },
    smallestGroup: 5,
    administers: [],
  },
  executive: {
    describe: 'Executive: aggregates and dashboards, no single account; groups smaller than five are held back.',
    objects: { '*': grant('all', ['general', 'commercial'], [], ['measure']) },
    smallestGroup: 5,
    administers: [],
  },
  cs_operations: {
    describe: 'CS operations: the structure — fields, lists, imports — and every record that has to be put in order.',
    objects: {
      '*': grant(
        'all',
        without('strategic', 'commercial_terms', 'internal_note'),
        without('strategic', 'commercial_terms', 'internal_note'),
        leaderVerbs,
      ),
    },
    administers: ['structure', 'imports'],
  },
  admin: {
    describe: 'Administrator: people, roles and keys of this workspace; no customer data by that alone.',
    objects: { user: grant('all', ['general'], ['general'], work), team: grant('all', ['general'], ['general'], work) },
    administers: ['users', 'keys', 'structure'],
  },
}

/** Whoever runs the machine's own commands, and the product's own jobs: everything, and it is all in the ledger. */
export const operatorRole: RoleDefinition = {
  describe: 'The operator of this installation and its jobs.',
  objects: { '*': grant('all', everything, everything, [...leaderVerbs, 'accept']) },
  administers: ['users', 'structure', 'keys', 'imports'],
}
