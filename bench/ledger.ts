// How fast a ledger is sealed and checked (T15: at least 100,000 rows a second on one core; half the acts here have a row of
// history), beside what the machine itself gives: one bare hash an act in the same server. `node bench/ledger.ts [acts]`.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openHoldfast } from '../src/holdfast.ts'
import { headsFileIn, sealingKey, sealOnce, verifyLedgerOf } from '../src/ledger/index.ts'
import { readConfig } from '../src/platform/index.ts'

const acts = Number(process.argv[2] ?? 200_000)
const folder = mkdtempSync(join(tmpdir(), 'holdfast-bench-'))
chmodSync(folder, 0o755) // under root, PostgreSQL runs as another user
const holdfast = await openHoldfast({ ...readConfig({ LOG_LEVEL: 'warn' }), folder })
try {
  const { id: workspace } = await holdfast.admin.createWorkspace({ name: 'Bench', slug: 'bench' })
  await fill(workspace)
  const key = sealingKey(holdfast.secret)
  const headsFile = headsFileIn(folder)
  const { clock, log, system: pool } = holdfast
  await timed('seal', () => sealOnce({ pool, key, clock, log, headsFile }))
  for (let round = 0; round < 3; round++) {
    await timed('bare hashes (limit)', () =>
      pool.query(`select count(sha256(convert_to(a::text, 'UTF8'))) from ledger.act a`),
    )
    await timed('verify', async () => {
      const verdict = await verifyLedgerOf({ pool, workspace, publicKey: key.publicKey, headsFile })
      if (!verdict.ok) throw new Error(verdict.say.en)
    })
  }
} finally {
  await holdfast.close()
  rmSync(folder, { recursive: true, force: true })
}

/** Half reads, half changes of one record with two fields: what a day of people's work looks like. */
async function fill(workspace: string): Promise<void> {
  const client = await holdfast.app.connect()
  try {
    await client.query(`begin; set local app.workspace_id = '${workspace}'; set local statement_timeout = 0`)
    await client.query(
      `insert into ledger.act (workspace_id, id, at, kind, actor_kind, actor_id, via, object, record_ids, classes, details, salt)
        select $1::uuid, ('01900000-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid, now(), case when i % 2 = 0 then 'read' else 'change' end, 'user', $1::uuid::text, 'web', 'account',
          case when i % 2 = 0 then array[$1::uuid] end, case when i % 2 = 0 then array['commercial'] end, case when i % 2 = 1 then '{"updated":1}'::jsonb end, sha256(i::text::bytea)
        from generate_series(1, $2::int) i`,
      [workspace, acts],
    )
    await client.query(
      `insert into ledger.history (workspace_id, act_id, n, object, record_id, version, verb, system, local_id, changed)
        select workspace_id, id, 0, 'account', id, 2, 'updated', 'hand', id::text, '{"tier": ["standard", "strategic"], "arr": [{"amount": 1, "currency": "USD"}, {"amount": 2, "currency": "USD"}]}'
        from ledger.act where kind = 'change' and workspace_id = $1`,
      [workspace],
    )
    await client.query('commit')
  } finally {
    client.release()
  }
}

async function timed(what: string, work: () => Promise<unknown>): Promise<void> {
  const began = performance.now()
  await work()
  const seconds = (performance.now() - began) / 1000
  const per = (count: number) => Math.round(count / seconds).toLocaleString('en')
  console.log(`${what}: ${seconds.toFixed(2)} s, ${per(acts)} acts/s, ${per(1.5 * acts)} rows/s`)
}
