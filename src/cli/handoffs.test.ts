// A customer handed over from the command line alone: begun, refused while incomplete, filled in, submitted and accepted.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type Holdfast, openHoldfast } from '../holdfast.ts'
import { readConfig } from '../platform/index.ts'
import { holdfast, json, temporaryFolder } from './bin.fixture.ts'
import { operatorOf } from './installation.ts'

// A database is created, on machines of any speed.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })

const folder = temporaryFolder()
const data = join(folder, 'data')
let running: Holdfast
beforeAll(async () => {
  running = await openHoldfast(readConfig({ HOLDFAST_DATA: data, LOG_LEVEL: 'silent' }))
  await json(data, 'workspaces', 'create', 'quay', '--currency', 'EUR')
  for (const [email, role] of [
    ['cora@quay.example', 'csm'],
    ['sal@quay.example', 'sales'],
  ] as const)
    await json(data, 'users', 'add', email, '--name', email, '--role', role)
  const workspace = await running.admin.findWorkspace('quay')
  if (!workspace) throw new Error('The workspace is gone.')
  const deal = { system: 'crm', localId: 'D1' } as const
  const account = { system: 'crm', localId: 'A1' } as const
  const actor = operatorOf(workspace)
  await running.records.change(actor, 'account', [{ verb: 'upsert', source: account, values: { name: 'Norte' } }])
  await running.records.change(actor, 'opportunity', [
    { verb: 'upsert', source: deal, values: { name: 'Norte first year', account, stage: 'closed_won' } },
  ])
})
afterAll(async () => {
  await running.close()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

test('an incomplete one is refused in words of one’s own language; amounts and colleagues are typed as people write them', async () => {
  const { id } = await json<{ id: string }>(data, 'handoffs', 'begin', 'Norte first year')
  for (const step of ['submit', 'accept']) {
    const refused = await holdfast(data, ['handoffs', step, id], { env: { LANG: 'es_MX.UTF-8' } })
    expect([refused.code, refused.stderr]).toEqual([1, expect.stringContaining('Falta la fecha de renovación.')])
  }
  const wrong = await holdfast(data, ['handoffs', 'set', id, 'arr=a lot', '--json'])
  expect(JSON.parse(wrong.stdout).error).toMatchObject({
    code: 'record_refused',
    details: { faults: [{ field: 'arr' }] },
  })
  const said = ['customer=Norte', 'renewal_date=2027-11-30', 'arr=48,000.50 EUR', 'csm=cora@quay.example']
  const people = ['primary_name=Rui Sá', 'primary_email=rui@norte.example', 'primary_role=champion']
  const wishes = ['use_case=Shipping', 'success_criteria=A day less', 'promises=none']
  await json(data, 'handoffs', 'set', id, ...said, ...people, ...wishes)
  const { handoff, missing } = await json<{ handoff: object; missing: object[] }>(data, 'handoffs', 'show', id)
  expect([handoff, missing]).toMatchObject([{ arr: { amount: 4_800_050, currency: 'EUR' } }, []])
  await json(data, 'handoffs', 'submit', id)
  await json(data, 'handoffs', 'accept', id)
  const account = await json<{ data: object[] }>(data, 'ask', 'account select name, arr, renewal_date, owner.email')
  expect(account.data).toMatchObject([{ name: 'Norte', renewal_date: '2027-11-30', arr: { amount: 4_800_050 } }])
})
