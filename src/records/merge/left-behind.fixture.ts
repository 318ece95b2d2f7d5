// Everything that merges leave behind, in words that are the same in two databases.
import type { World } from '../../../test/harness/world.ts'

type Told = {
  /** Acts of merging and taking apart, in their order. */
  acts: unknown[]
  /** What they left for reactions. */
  marks: unknown[]
  records: { label: string; redirect: unknown }[]
  history: unknown[]
  keys: unknown[]
  claims: unknown[]
}

/** `ids`: by label, of all records that are told of. */
export async function leftBehind({ owner }: World, ids: Readonly<Record<string, string>>): Promise<Told> {
  const { rows: acts } = await owner.query(
    `select id, kind, object, details, because from ledger.act where kind in ('merge', 'unmerge') order by id`,
  )
  const labels = new Map([
    ...Object.entries(ids).map(([label, id]) => [id, label] as const),
    ...acts.map(({ id }, i) => [id as string, `act ${i}`] as const), // uuid column
  ])
  const told = <T>(rows: T): T =>
    JSON.parse(
      JSON.stringify(rows)
        .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, (id) => labels.get(id) ?? 'another')
        .replace(/\d{4}-\d\d-\d\d[T ][\d:.]+(Z|\+00:00|\+00)/g, 'a moment'),
    )
  const all = async (text: string) => told((await owner.query(text, [acts.map(({ id }) => id)])).rows)
  const records = []
  for (const object of ['contact', 'account_contact', 'contact_connection', 'ticket']) {
    const { rows } = await owner.query(
      `select t.id as label, to_jsonb(t) - 'workspace_id' as row, (select to_jsonb(r) - 'workspace_id' from records.redirect r where r.id = t.id) as redirect
       from customer.${object} t order by t.id`,
    )
    records.push(...told(rows))
  }
  return {
    acts: told(acts),
    marks: await all(
      'select act_id, object, job, systems, fields, records from ledger.outbox where act_id = any($1) order by act_id',
    ),
    records,
    history: await all(
      `select act_id, object, record_id, version, verb, system, local_id, changed, claims_before from ledger.history where act_id = any($1) order by act_id, n`,
    ),
    keys: await all(
      'select object, kind, key, record_id, home_id from records.match_key where $1::uuid[] is not null order by object, kind, key, record_id',
    ),
    claims: await all(
      'select object, record_id, system, local_id, claims, marks, home_id from records.source_record where $1::uuid[] is not null order by object, system, local_id',
    ),
  }
}
