import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type World } from '../../../test/harness/world.ts'
import type { Actor } from '../../access/index.ts'
import type { Change, ChangeOptions, ChangeResult } from './types.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

type Asked = { change: Change; options?: ChangeOptions }

/**
 * Asked for while a change of the same kind is held up, so that all of these wait and set off together when it is let go. It changes
 * the same fields of an account that nobody else means.
 */
async function behindAnother(
  values: Readonly<Record<string, unknown>>,
  asked: readonly Asked[],
  actor: Actor = world.operator,
): Promise<readonly PromiseSettledResult<ChangeResult>[]> {
  const owned = actor.kind === 'user' ? { owner: actor.id } : {}
  const id = await world.create('account', { name: `Held Up ${world.ids.next(0)}`, ...owned })
  const change = (each: Change, options?: ChangeOptions) => world.records.change(actor, 'account', [each], options)
  return holding(id, async (letGo) => {
    const first = change({ verb: 'update', id, values })
    const settled = Promise.allSettled([first, ...asked.map((each) => change(each.change, each.options))])
    await until(async () => (await whoWaits()).length > 0)
    await letGo()
    return (await settled).slice(1)
  })
}

/** Runs `work` while somebody else holds the record. */
async function holding<T>(id: string, work: (letGo: () => Promise<unknown>) => Promise<T>): Promise<T> {
  const client = new pg.Client(world.url)
  await client.connect()
  try {
    await client.query('begin')
    await client.query('select 1 from customer.account where id = $1 for update', [id])
    return await work(() => client.query('rollback'))
  } finally {
    await client.end()
  }
}

/** Connections that wait for a lock. */
async function whoWaits(): Promise<readonly { pid: number; query: string }[]> {
  const { rows } = await world.owner.query<{ pid: number; query: string }>(
    `select pid, query from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
  )
  return rows
}

/** Ends the connection of those that set off together and wait for a lock. They wait for a moment only, so the database itself looks. */
const cutTogether = () =>
  world.owner.query(`do $$ begin
    for looks in 1 .. 10000 loop
      perform pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock' and query like '%any(%';
      exit when found;
      perform pg_stat_clear_snapshot(), pg_sleep(0.002);
    end loop;
  end $$`)

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let looks = 0; !(await holds()); looks++) {
    if (looks > 2_000) throw new Error('It did not come to that.')
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

const update = (id: string, values: Record<string, unknown>, version?: number): Asked => ({
  change: { verb: 'update', id, values, ...(version === undefined ? {} : { version }) },
})

const mill = (name: string, values: Record<string, unknown> = {}) => world.create('account', { name, ...values })

const answersOf = (settled: readonly PromiseSettledResult<ChangeResult>[]) =>
  settled.map((each) =>
    each.status === 'fulfilled' ? (each.value.results[0]?.outcome ?? null) : (each.reason as { code: string }).code,
  )

const actsOf = (settled: readonly PromiseSettledResult<ChangeResult>[]) =>
  settled.flatMap((each) => (each.status === 'fulfilled' && each.value.act ? [each.value.act] : []))

/** By how many transactions these acts were written. */
async function transactionsOf(acts: readonly string[]): Promise<number> {
  const { rows } = await world.owner.query(
    'select count(distinct xmin::text)::int as n from ledger.history where act_id = any($1)',
    [acts],
  )
  return rows[0].n
}

const valuesOf = async (ids: readonly string[], field: string) => {
  const rows = await world.ask<{ id: string } & Record<string, unknown>>({
    from: 'account',
    select: ['id', field],
    where: { field: 'id', op: 'in', value: ids },
    limit: 100,
  })
  return ids.map((id) => rows.find((row) => row.id === id)?.[field])
}

test('what comes while others are on their way goes in one transaction, each an act of its own that is undone for itself', async () => {
  const ids = await Promise.all(['Ada', 'Bay', 'Cay', 'Dee'].map((name) => mill(`${name} Mill`)))
  const settled = await behindAnother(
    { renewal_risk: 'held' },
    ids.map((id, i) => update(id, { renewal_risk: `risk ${i}` })),
  )
  expect(answersOf(settled)).toEqual(['updated', 'updated', 'updated', 'updated'])
  const acts = actsOf(settled)
  expect(new Set(acts).size).toBe(4)
  expect(await transactionsOf(acts)).toBe(1)
  await world.records.undo(world.operator, acts[1] ?? '')
  expect(await valuesOf(ids, 'renewal_risk')).toEqual(['risk 0', null, 'risk 2', 'risk 3'])
  const { items } = await world.records.history(world.operator, 'account', ids[3] ?? '')
  expect(items.map(({ act }) => act)).toContain(acts[3])
})

test('each is judged for itself: a wrong value, a stale version and a record that is not there hold nobody else up', async () => {
  const ids = await Promise.all(['Elm', 'Fir', 'Oak'].map((name) => mill(`${name} Works`)))
  const [elm = '', fir = '', oak = ''] = ids
  const settled = await behindAnother({ employees: 1 }, [
    update(elm, { employees: 5 }),
    update(fir, { employees: 'many' }),
    update(oak, { employees: 6 }, 41),
    update('0190a000-0000-7000-8000-000000000009', { employees: 7 }),
    update(fir, { employees: 8 }),
  ])
  expect(settled.map((each) => (each.status === 'fulfilled' ? each.value.results[0] : each.reason))).toMatchObject([
    { outcome: 'updated' },
    { outcome: 'refused', faults: [{ code: 'wrong_type' }] },
    { outcome: 'refused', faults: [{ code: 'stale_version' }] },
    { outcome: 'refused', faults: [{ code: 'record_unavailable' }] },
    { outcome: 'updated' },
  ])
  expect(await valuesOf(ids, 'employees')).toEqual([5, 8, null])
})

test('two that mean one record go one after the other, in the order they came, by its old id too', async () => {
  const [kept, gone] = [await mill('Gum House'), await mill('Gum Haus')]
  await world.records.merge(world.operator, 'account', { ids: [kept, gone], into: kept, because: 'one house' })
  const [{ version } = { version: 0 }] = await world.ask<{ version: number }>({
    from: 'account',
    select: ['version'],
    where: { field: 'id', op: 'is', value: kept },
  })
  const settled = await behindAnother({ city: 'Lima' }, [
    update(kept, { city: 'Quito' }, version),
    update(kept, { city: 'Cusco' }, version),
    update(gone, { city: 'Piura' }),
    update(await mill('Hay Barn'), { city: 'Tacna' }),
  ])
  expect(answersOf(settled)).toEqual(['updated', 'refused', 'updated', 'updated'])
  expect(await valuesOf([kept], 'city')).toEqual(['Piura'])
})

test('who has to wait for another one is not overtaken by who means the same record', async () => {
  const [ice, jet] = [await mill('Ice House'), await mill('Jet House')]
  const site = (name: string) => ({ domains: [`${name}.example`] })
  const asked = [update(ice, site('lane')), update(jet, site('lane')), update(jet, site('mews'))]
  expect(answersOf(await behindAnother(site('nook'), asked))).toEqual(['updated', 'updated', 'updated'])
  expect(await valuesOf([ice, jet], 'domains')).toEqual([['lane.example'], ['mews.example']])
})

test('of two that look alike the first is made, though it had to wait for another one', async () => {
  const asked = [
    ['Bea Roth', 'bea.roth@weir.example'],
    ['Ana Falcao'.repeat(40), 'ana.falcao@weir.example'],
    ['Ana Falcao', 'ana.falcao@weir.example'],
    ['Ana Falcão', 'anafalcao@weir.example'],
  ].map(([name, email]): Change => ({ verb: 'create', values: { name, email } }))
  const made = asked.map((each) => world.records.change(world.operator, 'contact', [each]))
  expect(answersOf(await Promise.allSettled(made))).toEqual(['created', 'refused', 'created', 'possible_duplicate'])
})

test('of creates that are the same one is made and the others hear of it, however few letters differ', async () => {
  const person = (name: string, email: string) => ({ verb: 'create' as const, values: { name, email } })
  const asked = [
    person('Ida Fonseca', 'ida.fonseca@quay.example'),
    person('Ida Fonseca', 'ida.fonseca@quay.example'),
    person('Rui Tavares', 'rui.tavares@quay.example'),
    person('Ida Fonsecca', 'ida.fonseca@quay.example'),
    person('Ana Brandao', 'ana.brandao@quay.example'),
    person('Ana Brandão', 'anabrandao@quay.example'),
  ]
  const create = async (changes: readonly Change[]) => {
    const answers = await Promise.all(
      changes.map((change) => world.records.change(world.operator, 'contact', [change])),
    )
    return answers.map(({ results }) => results[0]?.outcome)
  }
  const outcomes = await create(asked)
  expect(outcomes).toEqual([
    'created',
    'possible_duplicate',
    'created',
    'possible_duplicate',
    'created',
    'possible_duplicate',
  ])
  const double = { ...asked[0], allowDuplicate: true } as Change
  expect(await create([double, person('Eva Lund', 'eva.lund@quay.example')])).toEqual(['created', 'created'])
})

test('many created at once are what they are one after the other', async () => {
  const names = ['Nora Weber', 'Nora Webber', 'Tom Hale', 'Tomas Hale', 'Nora Weber', 'Ng Wei', 'Wei Ng', 'T. Hale']
  const people = (place: string): Change[] =>
    Array.from({ length: 40 }, (_, i) => ({
      verb: 'create',
      values: {
        name: `${names[(i * 7) % names.length]}`,
        email: `${names[(i * 5) % names.length]?.replaceAll(' ', '.').toLowerCase()}${(i * 3) % 11}@${place}.example`,
      },
    }))
  const outcomesOf = (answers: readonly ChangeResult[]) => answers.map(({ results }) => results[0]?.outcome)
  const other = await openWorld()
  try {
    const apart: ChangeResult[] = []
    for (const change of people('pier')) apart.push(await other.records.change(other.operator, 'contact', [change]))
    const together = await Promise.all(
      people('pier').map((change) => world.records.change(world.operator, 'contact', [change])),
    )
    expect(outcomesOf(together)).toEqual(outcomesOf(apart))
    expect(outcomesOf(apart).filter((outcome) => outcome === 'possible_duplicate').length).toBeGreaterThan(3)
    expect((await world.records.check(world.operator)).findings).toEqual([])
    expect(await transactionsOf(together.flatMap(({ act }) => act ?? []))).toBeLessThan(20)
  } finally {
    await other.close()
  }
})

test('who would move a record out of their own sight is refused alone', async () => {
  const csm = await world.person('csm')
  const [own, also] = [await mill('Kip Dairy', { owner: csm.id }), await mill('Lim Dairy', { owner: csm.id })]
  const someone = (await world.person('csm')).id
  const settled = await behindAnother(
    { owner: csm.id },
    [update(own, { owner: someone }), update(also, { owner: csm.id }), update(await mill('Far'), { owner: csm.id })],
    csm,
  )
  expect(answersOf(settled)).toEqual(['not_allowed', 'unchanged', 'refused'])
  expect(await valuesOf([own], 'owner')).toEqual([csm.id])
})

test('the same request sent twice at once under one key is done once and answered twice', async () => {
  const id = await mill('Moss Farm')
  const options = { idempotencyKey: 'moss-1' }
  const settled = await behindAnother({ renewal_risk: 'held' }, [
    { ...update(id, { renewal_risk: 'wet' }), options },
    { ...update(id, { renewal_risk: 'wet' }), options },
    { ...update(id, { renewal_risk: 'dry' }), options },
    { ...update(await mill('Ness Farm'), { renewal_risk: 'dry' }), options: { idempotencyKey: 'ness-1' } },
  ])
  expect(answersOf(settled)).toEqual(['updated', 'updated', 'idempotency_conflict', 'updated'])
  expect(new Set(actsOf(settled)).size).toBe(2)
  expect(await valuesOf([id], 'renewal_risk')).toEqual(['wet'])
})

test('where the database goes away on the way, each hears so, and nothing is done a second time', async () => {
  const ids = await Promise.all(['Pip', 'Roe', 'Sol'].map((name) => mill(`${name} Quarry`, { region: 'emea' })))
  const settled = await holding(ids[1] ?? '', async () => {
    const answers = behindAnother(
      { region: 'apac' },
      ids.map((id) => update(id, { region: 'latam' })),
    )
    await cutTogether()
    return answers
  })
  expect(answersOf(settled)).toEqual(['database_away', 'database_away', 'database_away'])
  expect(await valuesOf(ids, 'region')).toEqual(['emea', 'emea', 'emea'])
})

test('who waits for long lets others past', async () => {
  const [held, free] = [await mill('Tin Mine'), await mill('Urn Mine')]
  await holding(held, async (letGo) => {
    const change = (id: string) =>
      world.records.change(world.operator, 'account', [{ verb: 'update', id, values: { city: 'Oruro' } }])
    const first = change(held)
    await until(async () => (await whoWaits()).length > 0)
    expect((await change(free)).results).toMatchObject([{ outcome: 'updated' }])
    await letGo()
    expect((await first).results).toMatchObject([{ outcome: 'updated' }])
  })
})

test('nobody waits for a lock that somebody they set off with waits for, and those who wait do so at once', async () => {
  const ids = await Promise.all(['Vat', 'Wye', 'Xan', 'Yew'].map((name) => mill(`${name} Mine`)))
  const [held = '', also = '', ...free] = ids
  await holding(held, (letGo) =>
    holding(also, async (letGoToo) => {
      const settled = behindAnother(
        { city: 'Sucre' },
        ids.map((id) => update(id, { city: 'Uyuni' })),
      )
      const isDone = async () => (await valuesOf(free, 'city')).every((city) => city === 'Uyuni')
      await until(async () => (await isDone()) && (await whoWaits()).length === 2)
      await letGo()
      await letGoToo()
      expect(answersOf(await settled)).toEqual(['updated', 'updated', 'updated', 'updated'])
    }),
  )
})

test('what names one account by its id elsewhere goes together, and so do records that are made below another one', async () => {
  const known = { verb: 'upsert', source: { system: 'crm', localId: 'zinc' }, values: { name: 'Zinc Mill' } } as const
  const { results } = await world.records.change(world.operator, 'account', [known])
  const account = { system: 'crm', localId: 'zinc' }
  const made = async (object: string, values: readonly Record<string, unknown>[]) => {
    const answers = await Promise.all(
      values.map((each) => world.records.change(world.operator, object, [{ verb: 'create', values: each }])),
    )
    expect(answers.map((each) => each.results[0]?.outcome)).toEqual(values.map(() => 'created'))
    return transactionsOf(answers.flatMap(({ act }) => act ?? []))
  }
  const subjects = ['Noise', 'Dust', 'Fumes', 'Heat', 'Smell']
  expect(
    await made(
      'ticket',
      subjects.map((subject) => ({ subject, account, status: 'new' })),
    ),
  ).toBe(2)
  const names = ['Quoin Bakery', 'Serif Brewery', 'Tilde Cannery', 'Umlaut Foundry', 'Vellum Tannery']
  const parent = results[0] && 'id' in results[0] ? results[0].id : null
  expect(
    await made(
      'account',
      names.map((name) => ({ name, parent })),
    ),
  ).toBe(2)
})
