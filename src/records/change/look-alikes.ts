// A create that looks like a record there is already, written differently. Candidates are found by the keys they share and weighed
// by the scorer that compares everything with everything; they are not locked, since nothing is done to them.

import { type Access, grantsFor } from '../../access/index.ts'
import { isCompared, lookKeysOf, matchKeysOf, recordFieldsOf, sameAmong } from '../../matching/index.ts'
import { ident, preparedFor, type Row, raw, rowSource, sql, statement, type Tx } from '../../platform/index.ts'
import { startCompiling } from '../ask/ask.ts'
import { documentOf } from '../ask/document.ts'
import { anyScope, openFrame } from '../ask/frame.ts'
import type { Draft } from './draft.ts'

/** A key that so many hold says nothing of any one of them. */
const mostHolders = 30

/** Asks at once for what shares a key with these drafts; `judge` then marks those that look like another record the actor may see. */
export function lookAlikes(tx: Tx, access: Access, drafts: readonly Draft[]): { judge(): Promise<void> } {
  const object = drafts[0]?.object.name ?? ''
  const looked = isCompared(object) ? drafts.filter(isLookedFor) : []
  const keyed = looked.map((draft) => ({ draft, keys: keysOf(object, draft) }))
  const keys = [...new Map(keyed.flatMap(({ keys }) => keys).map((key) => [nameOf(key), key])).values()]
  if (!isCompared(object) || keys.length === 0) return { async judge() {} }
  const w = access.actor.workspace
  const found = tx.query(
    statement(
      sql`select k.kind, k.key, m.ids, (select reltuples from pg_class where oid = ${`customer.${object}`}::regclass)::float8 as population
        from ${rowSource(
          keyColumns,
          keys.map(({ kind, key }) => [kind, key]),
          'k',
        )} cross join lateral (
          select array_agg(x.record_id) as ids, count(*) as holders from (
            select record_id from records.match_key where workspace_id = ${w} and object = ${object} and kind = k.kind and key = k.key limit ${raw(String(mostHolders + 1))}) x) m
        where m.holders between 1 and ${raw(String(mostHolders))}`,
      preparedFor(drafts.length),
    ),
  )
  return {
    async judge() {
      const rows = await found
      const holders = new Map(rows.map((row) => [nameOf(row), row['ids'] as string[]])) // uuid[] column
      const idsOf = (keys: readonly Keyed[]) => keys.flatMap((key) => holders.get(nameOf(key)) ?? [])
      const open = keyed.filter(({ draft }) => draft.outcome === null && draft.record === null)
      const ids = [...new Set(open.flatMap(({ keys }) => idsOf(keys)))]
      if (ids.length === 0) return
      const candidates = await readCandidates(tx, access, object, ids)
      const population = Number(rows[0]?.['population'] ?? 0)
      for (const { draft, keys } of open) {
        const near = [...new Set(idsOf(keys))].flatMap((id) => candidates.get(id) ?? [])
        const same = sameAmong(
          object,
          draft.values,
          near.map(({ values }) => values),
          population,
        )
        const shown = same.flatMap(({ place }) => near[place] ?? [])
        if (shown.length > 0)
          draft.outcome = { outcome: 'possible_duplicate', candidates: shown.map(({ id, title }) => ({ id, title })) }
      }
    },
  }
}

const isLookedFor = ({ change, faults }: Draft): boolean =>
  (change.verb === 'create' || change.match === 'ask') && !change.allowDuplicate && faults.length === 0

type Keyed = { kind: string; key: string }
const keysOf = (object: string, draft: Draft): Keyed[] => [
  ...lookKeysOf(object, draft.values),
  ...matchKeysOf(object, draft.values),
]
const nameOf = (key: Keyed | Row): string => `${key['kind']} ${key['key']}`
const keyColumns = [
  { name: 'kind', type: 'text' },
  { name: 'key', type: 'text' },
]

type Candidate = { id: string; title: string | null; values: Record<string, unknown> }

/** What candidates are compared by, of those the actor may see: who may not, is told nothing of them. */
async function readCandidates(
  tx: Tx,
  access: Access,
  object: string,
  ids: readonly string[],
): Promise<Map<string, Candidate>> {
  const frame = openFrame(
    startCompiling(access, 'list', {}, () => new Date(0)),
    object,
    true,
  )
  const alias = raw(frame.alias)
  const fields = [...new Set([...recordFieldsOf(object), frame.object.title])].filter((name) =>
    frame.object.fields.has(name),
  )
  const rows = await tx.query(
    statement(
      sql`select ${alias}.id, ${documentOf(frame, fields, 0)} as doc from customer.${ident(object)} ${alias}
        where ${alias}.workspace_id = ${access.actor.workspace} and ${alias}.id = any(${ids}::uuid[]) and ${alias}.deleted_at is null
          and ${anyScope(
            frame,
            grantsFor(access, object, 'list').map((grant) => grant.rows),
          )}`,
      { prepared: true },
    ),
  )
  return new Map(
    rows.map((row) => {
      const values = row['doc'] as Record<string, unknown> // a JSON object of the fields
      const title = values[frame.object.title]
      const id = row['id'] as string // uuid column
      return [id, { id, title: typeof title === 'string' ? title : null, values }]
    }),
  )
}
