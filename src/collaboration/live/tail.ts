// What is new in the ledger, read once for everybody who listens in this process. Acts carry the moment they were begun, not that of
// their commit, so each turn looks a little back and passes over what it has told already.
import { floorOfTime, momentOfId, type Pool, type Row, sql, statement } from '../../platform/index.ts'

/** What an act did to one record: the fields it changed, by name. */
export type Touch = { record: string; verb: string; fields: readonly string[] }
export type NewAct = {
  workspace: string
  act: string
  object: string
  touches: readonly Touch[]
  /** What rooms that keep no history of records say of their own acts. */
  details: Readonly<Record<string, unknown>>
}

/** A transaction that takes longer than this is told late: not at all to who listens, in full to who asks again. */
export const looksBackMs = 10_000
const mostActs = 500
const mostTouches = 5_000

/** The acts on records since a moment that are not among `told`, the oldest first. */
export async function actsSince(
  pool: Pool,
  workspaces: readonly string[],
  since: Date,
  told: ReadonlyMap<string, unknown> = new Map(),
): Promise<{ acts: NewAct[]; isCut: boolean }> {
  const from = floorOfTime(since)
  const { text, values } = statement(
    sql`select workspace_id, id, object, details from ledger.act
      where workspace_id = any(${workspaces}::uuid[]) and id > ${from} and kind not in ('read', 'refusal') and object is not null
        and id <> all(${[...told.keys()]}::uuid[])
      order by id limit ${mostActs}`,
  )
  const { rows } = await pool.query<Row>(text, [...values])
  const touches = await touchesOf(
    pool,
    workspaces,
    rows.map((row) => String(row['id'])),
  )
  const acts = rows.map((row) => ({
    workspace: row['workspace_id'] as string, // uuid, text and jsonb columns
    act: row['id'] as string,
    object: row['object'] as string,
    details: (row['details'] ?? {}) as Record<string, unknown>,
    touches: [] as Touch[],
  }))
  // An act may touch records of several objects (a merge): each object is told as an act of its own.
  return { acts: acts.flatMap((act) => byObject(act, touches.get(act.act) ?? [])), isCut: rows.length === mostActs }
}

type Touched = Touch & { object: string }

function byObject(act: NewAct, touched: readonly Touched[]): NewAct[] {
  if (touched.length === 0) return [act]
  return [...Map.groupBy(touched, ({ object }) => object)].map(([object, touches]) => ({ ...act, object, touches }))
}

async function touchesOf(
  pool: Pool,
  workspaces: readonly string[],
  acts: readonly string[],
): Promise<ReadonlyMap<string, Touched[]>> {
  if (acts.length === 0) return new Map()
  const { text, values } = statement(
    sql`select h.act_id, h.object, h.record_id, h.verb, array(select jsonb_object_keys(h.changed)) as fields
      from ledger.history h where h.workspace_id = any(${workspaces}::uuid[]) and h.act_id = any(${acts}::uuid[])
      order by h.act_id limit ${mostTouches}`,
  )
  const { rows } = await pool.query<Row>(text, [...values])
  const touched = rows.map((row) => ({
    act: row['act_id'] as string, // uuid, text and text[] columns
    object: row['object'] as string,
    record: row['record_id'] as string,
    verb: row['verb'] as string,
    fields: row['fields'] as string[],
  }))
  return Map.groupBy(touched, ({ act }) => act)
}

/** Which inboxes have something new, each by the stamp of it. */
export async function inboxesSince(
  pool: Pool,
  people: readonly { workspace: string; user: string }[],
  since: Date,
  told: ReadonlyMap<string, unknown>,
): Promise<{ workspace: string; user: string; stamp: string }[]> {
  if (people.length === 0) return []
  const { text, values } = statement(
    sql`select distinct n.workspace_id as workspace, n.user_id as "user", n.stamp from collaboration.notification n
      where n.workspace_id = any(${[...new Set(people.map(({ workspace }) => workspace))]}::uuid[])
        and n.user_id = any(${[...new Set(people.map(({ user }) => user))]}::uuid[])
        and n.stamp > ${floorOfTime(since)} and n.stamp <> all(${[...told.keys()]}::uuid[]) limit 1000`,
  )
  const { rows } = await pool.query<{ workspace: string; user: string; stamp: string }>(text, [...values])
  return rows
}

/** Drops what is older than any turn still looks back to. */
export function forgetOld(told: Map<string, unknown>, now: Date): void {
  const horizon = now.getTime() - 3 * looksBackMs
  for (const act of told.keys()) if (momentOfId(act).getTime() < horizon) told.delete(act)
}
