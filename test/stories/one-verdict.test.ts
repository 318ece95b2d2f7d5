// One bad row, seven ways in, one verdict: the same fields, the same codes, the same sentences, and nothing written (VAL).
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { importFiles } from '../../src/cli/import-files.ts'
import { type Served, serveWorld } from '../../src/http/served.fixture.ts'
import { planImport } from '../../src/intake/index.ts'
import type { Fault } from '../../src/platform/index.ts'
import { settle } from '../../src/worker/index.ts'

let served: Served
let leader: string
const folder = mkdtempSync(join(tmpdir(), 'holdfast-verdict-'))
beforeAll(async () => {
  served = await serveWorld()
  leader = await served.key('cs_leader')
})
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await served.close()
})

const bad = {
  name: 'Brisk Harbour Ltd',
  industry: 'Sorcery',
  country: 'Atlantis',
  website: 'not a page',
  arr: { amount: -300, currency: 'USD' },
  contract_start: '2026-01-31',
  renewal_date: '2025-01-31',
}
const headers = ['Company', 'Industry', 'Country', 'Website', 'ARR (USD)', 'Contract start', 'Renewal date']
const cells = [bad.name, bad.industry, bad.country, bad.website, '-3.00', bad.contract_start, bad.renewal_date]
const csv = `${headers.join(',')}\n${cells.join(',')}\n`

type Verdict = { field: string | null; code: string; message: string }
const verdictOf = (faults: readonly Fault[]): Verdict[] =>
  faults
    .map(({ field, code, message }) => ({ field, code, message }))
    .sort((a, b) => (`${a.code} ${a.field}` < `${b.code} ${b.field}` ? -1 : 1))

const post = (route: string, body: unknown) => served.ask('POST', `/api/v1/${route}`, { as: leader, body })

async function imported(open: () => Promise<string>): Promise<Verdict[]> {
  const id = await open()
  const asked = await post(`imports/${id}/run`, {})
  expect(asked.status, asked.text).toBe(202)
  await settle({ ...served.holdfast }, served.world.workspace.id)
  const { json } = await served.ask('GET', `/api/v1/imports/${id}/rows?outcome=rejected`, { as: leader })
  expect(json.data).toHaveLength(1)
  return verdictOf(json.data[0].faults)
}

async function sent(name: string, text: string): Promise<string> {
  const { json: opened } = await post('imports', { name })
  const { json: added } = await post(`imports/${opened.id}/files`, { name, size: Buffer.byteLength(text) })
  const put = await served.app.inject({
    method: 'PUT',
    url: `/api/v1/imports/${opened.id}/files/${added.files[0].id}/content`,
    headers: { authorization: `Bearer ${leader}`, 'content-type': 'application/octet-stream' },
    payload: text,
  })
  expect(put.json().files[0].mapping, put.payload).not.toBeNull()
  return opened.id
}

const routes: Readonly<Record<string, () => Promise<Verdict[]>>> = {
  'a form, which is one record by REST': async () => {
    const { status, json } = await post('accounts', bad)
    expect(status).toBe(422)
    return verdictOf(json.faults)
  },
  'many records by REST': async () => {
    const { json } = await post('accounts/bulk', { changes: [{ verb: 'create', values: bad }] })
    return verdictOf(json.results[0].faults)
  },
  'a CSV file': () => imported(() => sent('bad.csv', csv)),
  'a JSON file': () =>
    imported(() => sent('bad.json', JSON.stringify([{ ...bad, arr: '-3.00', arr_currency: 'USD' }]))),
  'a pasted table': () =>
    imported(
      async () =>
        (await post('imports/pasted', { text: [headers, cells].map((row) => row.join('\t')).join('\n') })).json.id,
    ),
  'the command line': async () => {
    writeFileSync(join(folder, 'bad.csv'), csv)
    const plan = await planImport([join(folder, 'bad.csv')])
    const { rejects } = await importFiles(served.holdfast, served.world.operator, plan, {
      currency: 'USD',
      progress() {},
    })
    const fields = new Map((await routes['many records by REST']?.())?.map(({ code, field }) => [code, field]))
    return verdictOf(rejects.map(({ code, message }) => ({ code, message, field: fields.get(code) ?? null })))
  },
  'a connector, which claims in the name of its system': async () => {
    const source = { system: 'crm' as const, localId: 'bad-1' }
    const { results } = await served.world.records.change(served.world.operator, 'account', [
      { verb: 'upsert', source, isWhole: true, saidAt: '2026-11-01T00:00:00.000Z', values: bad },
    ])
    return verdictOf(results[0]?.outcome === 'refused' ? results[0].faults : [])
  },
}

test('seven routes, one verdict', async () => {
  const verdicts: Record<string, Verdict[]> = {}
  for (const [name, route] of Object.entries(routes)) verdicts[name] = await route()
  expect(Object.keys(verdicts)).toHaveLength(7)
  const [first] = Object.values(verdicts)
  expect(first?.map(({ code }) => code).sort()).toEqual([
    'invalid_country',
    'invalid_url',
    'negative_arr',
    'renewal_before_start',
    'unknown_industry',
  ])
  for (const [name, verdict] of Object.entries(verdicts)) expect({ name, verdict }).toEqual({ name, verdict: first })
  expect(await served.world.ask({ from: 'account' })).toEqual([])
}, 60_000)
