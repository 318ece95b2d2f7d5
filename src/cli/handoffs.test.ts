// A customer handed over from the command line alone: begun, refused while incomplete, filled in, submitted and accepted.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { holdfast, json } from './bin.fixture.ts'
import { operatorOf } from './installation.ts'
import { type Installed, openInstalled } from './installed.fixture.ts'

let quay: Installed
beforeAll(async () => {
  quay = await openInstalled([
    { email: 'cora@quay.example', role: 'csm' },
    { email: 'sal@quay.example', role: 'sales' },
  ])
  const { records } = quay.holdfast
  const deal = { system: 'crm', localId: 'D1' } as const
  const account = { system: 'crm', localId: 'A1' } as const
  const actor = operatorOf(quay.workspace)
  await records.change(actor, 'account', [{ verb: 'upsert', source: account, values: { name: 'Norte' } }])
  await records.change(actor, 'opportunity', [
    { verb: 'upsert', source: deal, values: { name: 'Norte first year', account, stage: 'closed_won' } },
  ])
})
afterAll(() => quay.close())

test('an incomplete one is refused in words of one’s own language; amounts and colleagues are typed as people write them', async () => {
  const { id } = await json<{ id: string }>(quay.place, 'handoffs', 'begin', 'Norte first year')
  for (const step of ['submit', 'accept']) {
    const refused = await holdfast(quay.place, ['handoffs', step, id], { env: { LANG: 'es_MX.UTF-8' } })
    expect([refused.code, refused.stderr]).toEqual([1, expect.stringContaining('Falta la fecha de renovación.')])
  }
  const wrong = await holdfast(quay.place, ['handoffs', 'set', id, 'arr=a lot', '--json'])
  expect(JSON.parse(wrong.stdout).error).toMatchObject({
    code: 'record_refused',
    details: { faults: [{ field: 'arr' }] },
  })
  const said = ['customer=Norte', 'renewal_date=2027-11-30', 'arr=48,000.50 EUR', 'csm=cora@quay.example']
  const people = ['primary_name=Rui Sá', 'primary_email=rui@norte.example', 'primary_role=champion']
  const wishes = ['use_case=Shipping', 'success_criteria=A day less', 'promises=none']
  await json(quay.place, 'handoffs', 'set', id, ...said, ...people, ...wishes)
  const { handoff, missing } = await json<{ handoff: object; missing: object[] }>(quay.place, 'handoffs', 'show', id)
  expect([handoff, missing]).toMatchObject([{ arr: { amount: 4_800_050, currency: 'EUR' } }, []])
  await json(quay.place, 'handoffs', 'submit', id)
  await json(quay.place, 'handoffs', 'accept', id)
  const account = await json<{ data: object[] }>(
    quay.place,
    'ask',
    'account select name, arr, renewal_date, owner.email',
  )
  expect(account.data).toMatchObject([{ name: 'Norte', renewal_date: '2027-11-30', arr: { amount: 4_800_050 } }])
})
