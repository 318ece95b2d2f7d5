// Nobody writes what they may not see, nor learns of it by trying: what is refused is refused in the same words as what does not
// exist, and the database is afterwards what it was before (threats 1.2 to 1.4).
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Actor, RoleDefinition } from '../../src/access/index.ts'
import type { Change } from '../../src/records/index.ts'
import { idOf, openWorld, type World } from '../harness/world.ts'

type Person = Actor & { userId: string }
const nobody = '01999999-9999-7999-8999-999999999999'

let world: World
let ana: Person
let ben: Person
let mine: { account: string; contact: string }
let theirs: { account: string; contact: string; ticket: string }
let elsewhere: string

beforeAll(async () => {
  world = await openWorld()
  ana = await world.person('csm', 'Ana')
  ben = await world.person('csm', 'Ben')
  const account = (name: string, owner: Person) =>
    world.create('account', {
      name,
      owner: owner.userId,
      arr: { amount: 120_000, currency: 'USD' },
      special_terms: 'half',
    })
  const contact = async (email: string, of: string) => {
    const id = await world.create('contact', { name: `Person of ${email}`, email })
    await world.create('account_contact', { account: of, contact: id })
    return id
  }
  const [own, other] = [await account('Mill of Ana', ana), await account('Mill of Ben', ben)]
  mine = { account: own, contact: await contact('ines@anas.example', own) }
  theirs = {
    account: other,
    contact: await contact('olga@bens.example', other),
    ticket: await world.create('ticket', { subject: 'Slow', status: 'open', account: other }),
  }
  const neighbour = await world.admin.createWorkspace({ name: 'Neighbour', slug: 'neighbour' })
  elsewhere = idOf(
    (
      await world.records.change({ ...world.operator, workspace: neighbour.id }, 'account', [
        { verb: 'create', values: { name: 'Next door' } },
      ])
    ).results[0],
  )
})
afterAll(() => world.close())

/** Everything the database holds but the record of who read and was refused. */
async function contents(): Promise<string> {
  const { rows: tables } = await world.owner.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname in ('customer', 'records', 'ledger', 'access', 'intake', 'usage') and tablename not in ('act') order by 1`,
  )
  const sums: string[] = []
  for (const { name } of tables) {
    const { rows } = await world.owner.query(
      `select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as sum from ${name} t`,
    )
    sums.push(`${name} ${rows[0].sum}`)
  }
  return sums.join('\n')
}

/** What somebody is answered, outcome or failure, after it was seen that nothing was written. */
async function refusal(actor: Actor, object: string, change: Change): Promise<string> {
  const before = await contents()
  const answer = await world.records.change(actor, object, [change]).then(
    ({ results }) => results[0],
    ({ code, message }: { code: string; message: string }) => ({ outcome: 'refused', code, message }),
  )
  expect(answer).toMatchObject({ outcome: 'refused' })
  expect(await contents()).toBe(before)
  return JSON.stringify(answer)
}

describe('a field that one may not read', () => {
  test.each([
    ['a sound value', 'ten percent'],
    ['a faulty one', { not: 'a text' }],
    ['none', null],
  ])('can’t be written, and is not told from one that does not exist: %s', async (_, value) => {
    const said = (field: string) =>
      refusal(ana, 'account', { verb: 'update', id: mine.account, values: { [field]: value } })
    expect((await said('special_terms')).replaceAll('special_terms', 'zzz')).toBe(await said('zzz'))
    const made = (field: string) =>
      refusal(ana, 'account', { verb: 'create', values: { name: 'New', owner: ana.userId, [field]: value } })
    expect((await made('special_terms')).replaceAll('special_terms', 'zzz')).toBe(await made('zzz'))
  })

  test.each([
    'id',
    'workspace_id',
    'version',
    'created_at',
    'deleted_at',
    'custom',
    'constructor',
    '__proto__',
    'toString',
  ])('is any that the product keeps for itself: %s', async (name) => {
    const values = JSON.parse(`{"${name}": "x"}`)
    const said = await refusal(world.operator, 'account', { verb: 'update', id: mine.account, values })
    const unknown = await refusal(world.operator, 'account', { verb: 'update', id: mine.account, values: { zzz: 'x' } })
    expect(said.replaceAll(`"${name}","code"`, '"zzz","code"').replaceAll(`\\"${name}\\"`, '\\"zzz\\"')).toBe(unknown)
  })
})

describe('a record that one may not see', () => {
  const attempts: readonly [string, (id: string) => Change][] = [
    ['updated', (id) => ({ verb: 'update', id, values: { title: 'x' } })],
    ['updated at a wrong version', (id) => ({ verb: 'update', id, version: 99, values: { title: 'x' } })],
    ['updated with a faulty value', (id) => ({ verb: 'update', id, values: { email: 'no address' } })],
    ['updated with a hidden field', (id) => ({ verb: 'update', id, values: { zzz: 1 } })],
    ['deleted', (id) => ({ verb: 'delete', id })],
    ['restored', (id) => ({ verb: 'restore', id })],
    ['upserted', (id) => ({ verb: 'upsert', id, values: { title: 'x' } })],
  ]
  test.each(attempts)('can’t be %s, and is not told from one that does not exist', async (_, change) => {
    const unknown = await refusal(ana, 'contact', change(nobody))
    for (const id of [theirs.contact, elsewhere])
      expect((await refusal(ana, 'contact', change(id))).replaceAll(id, nobody)).toBe(unknown)
  })

  test('can’t be pointed at', async () => {
    const point = (account: string) =>
      refusal(ana, 'task', { verb: 'create', values: { name: 'Call', owner: ana.userId, account } })
    const unknown = await point(nobody)
    for (const id of [theirs.account, elsewhere]) expect((await point(id)).replaceAll(id, nobody)).toBe(unknown)
  })

  test('is no double of what one creates, and is not found by its address', async () => {
    const doubles = await Promise.all(
      [
        { name: 'Person of olga@bens.example', email: 'olga@bens.example' },
        { name: 'Vikram Rao', email: 'vikram.rao@nowhere.example' },
      ].map((values) =>
        world.records
          .change(ana, 'contact', [{ verb: 'create', values: { ...values, relationship_owner: ana.userId } }])
          .then(({ results }) => results[0]?.outcome),
      ),
    )
    expect(doubles[0]).toBe(doubles[1])
    const matched = await world.records.change(ana, 'contact', [
      {
        verb: 'upsert',
        match: true,
        values: { name: 'Person of olga@bens.example', email: 'olga@bens.example', relationship_owner: ana.userId },
      },
    ])
    expect(matched.results[0]).not.toMatchObject({ id: theirs.contact })
  })
})

describe('moving', () => {
  test.each([
    ['account', () => mine.account, () => ({ owner: ben.userId })],
    ['account', () => mine.account, () => ({ owner: null })],
  ])('a record out of one’s own sight is refused: %s', async (object, id, values) => {
    expect(await refusal(ana, object, { verb: 'update', id: id(), values: values() })).toContain('not_allowed')
  })

  test('a record into somebody else’s hands at its creation is refused', async () => {
    const made = { verb: 'create', values: { name: 'Gift', owner: ben.userId } } as const
    expect(await refusal(ana, 'account', made)).toContain('not_allowed')
  })

  test('a person out of one’s own sight by what else the same change does is refused', async () => {
    const id = await world.create('contact', { name: 'Only through her link', email: 'link@anas.example' })
    const link = await world.create('account_contact', { account: mine.account, contact: id })
    const before = await contents()
    const moved = world.records.changeSet(ana, [
      { object: 'contact', changes: [{ verb: 'update', id, values: { title: 'Buyer' } }] },
      { object: 'account_contact', changes: [{ verb: 'delete', id: link }] },
    ])
    await expect(moved).rejects.toMatchObject({ code: 'not_allowed', details: { object: 'contact' } })
    expect(await contents()).toBe(before)
  })

  test('is looked for only where something changed that sight hangs on: the look is a trip of its own', async () => {
    const trips = async (values: Record<string, unknown>) => {
      const sending = vi.spyOn(pg.Client.prototype, 'query')
      try {
        await world.records.change(ana, 'account', [{ verb: 'update', id: mine.account, values }])
        return sending.mock.calls.length
      } finally {
        sending.mockRestore()
      }
    }
    const owners = [ben, ana].map(({ userId }) => userId)
    await world.create('account_team_member', { account: mine.account, user: ana.userId })
    expect(await trips({ city: 'Puno' })).toBe(2)
    for (const owner of owners) expect(await trips({ owner })).toBe(3)
  })

  test('is free for who sees both ends', async () => {
    const leader = await world.person('cs_leader')
    const id = await world.create('account', { name: 'To hand over', owner: ana.userId })
    const { results } = await world.records.change(leader, 'account', [
      { verb: 'update', id, values: { owner: ben.userId } },
    ])
    expect(results[0]).toMatchObject({ outcome: 'updated' })
  })
})

describe('a CSM at work', () => {
  test('makes a person, and then says where they work', async () => {
    const { results } = await world.records.change(ana, 'contact', [
      { verb: 'create', values: { name: 'Rosa New', email: 'rosa@anas.example', relationship_owner: ana.userId } },
    ])
    const contact = idOf(results[0])
    const linked = await world.records.change(ana, 'account_contact', [
      { verb: 'create', values: { account: mine.account, contact } },
    ])
    expect(linked.results[0]).toMatchObject({ outcome: 'created' })
    expect(await world.ask({ from: 'contact', where: { field: 'id', op: 'is', value: contact } }, ben)).toEqual([])
  })

  test('takes back what she did, deletion and creation included', async () => {
    const done = [
      await world.records.change(ana, 'account', [{ verb: 'update', id: mine.account, values: { tier: 'strategic' } }]),
      await world.records.change(ana, 'account', [
        { verb: 'create', values: { name: 'By mistake', owner: ana.userId } },
      ]),
    ]
    for (const { act } of done) expect(await world.records.undo(ana, act ?? '')).toMatchObject({ records: 1 })
  })
})

describe('speaking for another system', () => {
  const billing = { system: 'billing', localId: 'cus_1' } as const
  const change: Change = {
    verb: 'upsert',
    source: billing,
    values: { name: 'Forged', arr: { amount: 1, currency: 'USD' } },
  }

  test('is for its own key and for who may import', async () => {
    expect(await refusal(ana, 'account', { ...change, id: mine.account })).toContain('not_allowed')
    const { id } = await world.admin.createKey(world.workspace.id, { name: 'CRM', roles: ['cs_leader'], source: 'crm' })
    const crm: Actor = { kind: 'key', workspace: world.workspace.id, id, via: 'api' }
    const { results } = await world.records.change(crm, 'account', [
      { ...change, source: { system: 'crm', localId: '1' } },
    ])
    expect(results[0]).toMatchObject({ outcome: 'created' })
  })
})

describe('rights of several kinds', () => {
  const give = async (name: string, definition: RoleDefinition) => {
    await world.owner.query(
      'insert into access.role (workspace_id, name, definition) values ($1, $2, $3) on conflict do nothing',
      [world.workspace.id, name, JSON.stringify(definition)],
    )
    return world.person(name)
  }

  test('to update all and to delete one’s own stay two, also in one batch', async () => {
    const own = { field: 'owner', op: 'is', me: true }
    const general = { read: ['general'], write: ['general'] } as const
    const keeper = await give('keeper', {
      describe: 'Updates every task, deletes own ones.',
      objects: {
        task: { rows: 'all', ...general, verbs: ['list', 'update'] },
        user: { rows: 'all', ...general, verbs: ['list'] },
      },
      administers: [],
    })
    const sweeper: RoleDefinition = {
      describe: 'Deletes own tasks.',
      objects: { task: { rows: own, ...general, verbs: ['delete'] } },
      administers: [],
    }
    await world.owner.query('insert into access.role (workspace_id, name, definition) values ($1, $2, $3)', [
      world.workspace.id,
      'sweeper',
      JSON.stringify(sweeper),
    ])
    await world.admin.setMember(world.workspace.id, {
      userId: keeper.userId,
      email: 'keeper@vendor.example',
      name: 'Keeper',
      roles: ['keeper', 'sweeper'],
    })
    const [first, second] = [
      await world.create('task', { name: 'One', owner: ben.userId }),
      await world.create('task', { name: 'Two', owner: ben.userId }),
    ]
    const { results } = await world.records.change(keeper, 'task', [
      { verb: 'update', id: first, values: { name: 'Uno' } },
      { verb: 'delete', id: second },
    ])
    expect(results.map((result) => result.outcome)).toEqual(['updated', 'refused'])
  })

  test('to some fields of all records and to all fields of some do not add up to all fields of all', async () => {
    const both = await world.person(['csm', 'sales'])
    const update = (values: Record<string, unknown>): Change => ({ verb: 'update', id: theirs.account, values })
    expect(await refusal(both, 'account', update({ arr: { amount: 1, currency: 'USD' } }))).toContain('not_allowed')
    const { results } = await world.records.change(both, 'account', [update({ city: 'Lima' })])
    expect(results[0]).toMatchObject({ outcome: 'updated' })
  })
})

describe('undo', () => {
  test('of what one may not see is refused as if it had never been', async () => {
    const hidden = await world.records.change(ben, 'account', [
      { verb: 'update', id: theirs.account, values: { city: 'Ipoh' } },
    ])
    const before = await contents()
    const said = async (act: string) =>
      world.records.undo(ana, act).then(
        () => 'done',
        ({ message }: Error) => message.replaceAll(act, '…'),
      )
    expect(await said(hidden.act ?? '')).toBe(await said(nobody))
    expect(await contents()).toBe(before)
  })

  test('of a change in fields that one may not write is refused, and changes nothing', async () => {
    const leader = await world.person('cs_leader')
    const changed = await world.records.change(leader, 'account', [
      { verb: 'update', id: mine.account, values: { special_terms: 'none', city: 'Cusco' } },
    ])
    const before = await contents()
    await expect(world.records.undo(ana, changed.act ?? '')).rejects.toMatchObject({ code: 'not_undoable' })
    expect(await contents()).toBe(before)
  })

  test('of somebody else’s creation is a deletion, and needs that right', async () => {
    const leader = await world.person('cs_leader')
    const made = await world.records.change(leader, 'account', [
      { verb: 'create', values: { name: 'Made for Ana', owner: ana.userId } },
    ])
    await expect(world.records.undo(ana, made.act ?? '')).rejects.toMatchObject({ code: 'not_undoable' })
  })
})

describe('rights that change', () => {
  const member = (person: Person, roles: string[], suspended = false) =>
    world.admin.setMember(world.workspace.id, {
      userId: person.userId,
      email: `${person.userId}@vendor.example`,
      name: 'Changing',
      roles,
      suspended,
    })

  test('count from the next request: fewer, more, suspended, and back', async () => {
    const person = await world.person('cs_leader')
    const see = () => world.ask({ from: 'account', select: ['special_terms'] }, person)
    expect((await see()).length).toBeGreaterThan(1)
    await member(person, ['csm'])
    await expect(see()).rejects.toMatchObject({ code: 'field_unavailable' })
    await member(person, ['cs_leader'])
    expect((await see()).length).toBeGreaterThan(1)
    await member(person, ['cs_leader'], true)
    await expect(see()).rejects.toMatchObject({ code: 'not_signed_in' })
    await member(person, ['cs_leader'])
    expect((await see()).length).toBeGreaterThan(1)
    await member(person, [])
    await expect(see()).rejects.toMatchObject({ code: 'object_unavailable' })
  })

  test('a revoked key is a key no longer, and neither is one whose day has come', async () => {
    const made = await Promise.all(
      ['Revoked', 'Expiring'].map((name) =>
        world.admin.createKey(world.workspace.id, { name, roles: ['cs_leader'], expiresAt: '2026-11-16T00:00:00Z' }),
      ),
    )
    const [revoked, expiring] = made.map(
      ({ id }): Actor => ({ kind: 'key', workspace: world.workspace.id, id, via: 'api' }),
    )
    for (const key of [revoked, expiring]) expect((await world.ask({ from: 'account' }, key)).length).toBeGreaterThan(0)
    await world.admin.revokeKey(world.workspace.id, revoked?.id ?? '')
    await expect(world.ask({ from: 'account' }, revoked)).rejects.toMatchObject({ code: 'not_signed_in' })
    expect((await world.ask({ from: 'account' }, expiring)).length).toBeGreaterThan(0)
    world.clock.set('2026-11-16T00:00:01Z')
    await expect(world.ask({ from: 'account' }, expiring)).rejects.toMatchObject({ code: 'not_signed_in' })
  })

  test('nobody is somebody: an unknown user, key or workspace is not signed in', async () => {
    for (const actor of [
      { ...ana, id: nobody },
      { ...ana, kind: 'key' as const },
      { ...ana, workspace: nobody },
    ] as Actor[])
      await expect(world.ask({ from: 'account' }, actor)).rejects.toMatchObject({ code: 'not_signed_in' })
  })
})
