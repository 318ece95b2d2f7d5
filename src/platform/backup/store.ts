// What the catalogue says of the tables an export holds and a load fills.

import { type Client, escapeIdentifier } from 'pg'

export type Table = {
  name: string
  sql: string
  columns: string[]
  key: string[]
  isByWorkspace: boolean
}
/** A foreign key: its own name, and the SQL that makes it again. */
export type Reference = { from: string; to: string; isDeferrable: boolean; name: string; definition: string }
export type Sequence = { name: string; last: string; isCalled: boolean }

// Text must come out the same whatever the server's settings, and row security must fail rather than hide rows.
const SETTINGS = `
  SET row_security = off; SET search_path = ''; SET client_encoding = 'UTF8'; SET timezone = 'UTC';
  SET datestyle = 'ISO'; SET intervalstyle = 'postgres'; SET extra_float_digits = 1; SET bytea_output = 'hex';
  SET statement_timeout = 0; SET idle_in_transaction_session_timeout = 0`

/** Runs the work in one transaction; the isolation is part of the caller's sentence. */
export async function inTransaction<T>(client: Client, begin: string, work: () => Promise<T>): Promise<T> {
  await client.query(SETTINGS)
  await client.query(begin)
  try {
    const result = await work()
    await client.query('COMMIT')
    return result
  } catch (error) {
    // A lost connection has rolled back already.
    await client.query('ROLLBACK').catch(() => undefined)
    throw error
  }
}

/** The ordinary and partitioned tables of these schemas, by name; a partition is part of its parent. */
export async function tablesIn(client: Client, schemas: readonly string[]): Promise<Table[]> {
  const { rows } = await client.query<Omit<Table, 'sql'> & { schema: string; table: string }>(
    `SELECT n.nspname AS schema, c.relname AS table, n.nspname || '.' || c.relname AS name,
            ARRAY(SELECT a.attname::text FROM pg_catalog.pg_attribute a
                   WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
                   ORDER BY a.attnum) AS columns,
            ARRAY(SELECT a.attname::text
                    FROM pg_catalog.pg_index i
                    CROSS JOIN LATERAL unnest(i.indkey::int2[]) WITH ORDINALITY AS k (attnum, place)
                    JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.attnum
                   WHERE i.indrelid = c.oid AND i.indisprimary
                   ORDER BY k.place) AS key,
            EXISTS (SELECT FROM pg_catalog.pg_attribute a
                     WHERE a.attrelid = c.oid AND a.attname = 'workspace_id' AND NOT a.attisdropped) AS "isByWorkspace"
       FROM pg_catalog.pg_class c
       JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND n.nspname = ANY ($1)
      ORDER BY 1, 2`,
    [schemas],
  )
  return rows.map(({ schema, table, ...rest }) => ({ ...rest, sql: qualified(schema, table) }))
}

/** The foreign keys between these tables; those of a table to itself hold at the end of a COPY anyway. */
export async function referencesAmong(client: Client, tables: readonly Table[]): Promise<Reference[]> {
  const { rows } = await client.query<Reference>(
    `SELECT DISTINCT fn.nspname || '.' || f.relname AS from, tn.nspname || '.' || t.relname AS to,
            k.condeferrable AS "isDeferrable", k.conname AS name, pg_catalog.pg_get_constraintdef(k.oid) AS definition
       FROM pg_catalog.pg_constraint k
       JOIN pg_catalog.pg_class f ON f.oid = k.conrelid
       JOIN pg_catalog.pg_namespace fn ON fn.oid = f.relnamespace
       JOIN pg_catalog.pg_class t ON t.oid = k.confrelid
       JOIN pg_catalog.pg_namespace tn ON tn.oid = t.relnamespace
      WHERE k.contype = 'f' AND k.conparentid = 0 AND k.conrelid <> k.confrelid
        AND fn.nspname || '.' || f.relname = ANY ($1) AND tn.nspname || '.' || t.relname = ANY ($1)`,
    [tables.map((table) => table.name)],
  )
  return rows
}

/** Where the sequences behind these tables' serial and identity columns stand. */
export async function sequencesOf(client: Client, tables: readonly Table[]): Promise<Sequence[]> {
  const { rows } = await client.query<{ schema: string; sequence: string }>(
    `SELECT DISTINCT sn.nspname AS schema, s.relname AS sequence
       FROM pg_catalog.pg_class s
       JOIN pg_catalog.pg_namespace sn ON sn.oid = s.relnamespace
       JOIN pg_catalog.pg_depend d ON d.objid = s.oid AND d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
        AND d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.deptype IN ('a', 'i')
       JOIN pg_catalog.pg_class t ON t.oid = d.refobjid
       JOIN pg_catalog.pg_namespace tn ON tn.oid = t.relnamespace
      WHERE s.relkind = 'S' AND tn.nspname || '.' || t.relname = ANY ($1)
      ORDER BY 1, 2`,
    [tables.map((table) => table.name)],
  )
  const sequences: Sequence[] = []
  for (const row of rows) {
    const name = qualified(row.schema, row.sequence)
    const { rows: stands } = await client.query<Omit<Sequence, 'name'>>(
      `SELECT last_value::text AS last, is_called AS "isCalled" FROM ${name}`,
    )
    sequences.push(...stands.map((stand) => ({ name, ...stand })))
  }
  return sequences
}

/** Moves a sequence to where it stood; this is the one step that a rollback does not take back. */
export async function setSequence(client: Client, { name, last, isCalled }: Sequence): Promise<void> {
  await client.query('SELECT pg_catalog.setval($1::pg_catalog.regclass, $2::bigint, $3)', [name, last, isCalled])
}

export async function hasRows(client: Client, table: Table): Promise<boolean> {
  const { rows } = await client.query<{ has: boolean }>(`SELECT EXISTS (SELECT FROM ${table.sql}) AS has`)
  return rows[0]?.has === true
}

/** Orders tables so that each follows those it refers to, as far as they do not refer to each other in a circle. */
export function orderForLoading(tables: readonly Table[], references: readonly Reference[]): Table[] {
  const waiting = new Map(tables.map((table) => [table.name, table]))
  const binding = references.filter((reference) => !reference.isDeferrable)
  const ordered: Table[] = []
  while (waiting.size > 0) {
    const free = [...waiting.values()].filter(
      ({ name }) => !binding.some((reference) => reference.from === name && waiting.has(reference.to)),
    )
    const ready = free.length > 0 ? free : [...waiting.values()].slice(0, 1)
    for (const table of ready) waiting.delete(table.name)
    ordered.push(...ready)
  }
  return ordered
}

/** Takes away the keys that tables loaded in this order can't satisfy yet; the function given back makes and checks them again. */
export async function setKeysAside(client: Client, tables: readonly Table[]): Promise<() => Promise<void>> {
  const places = new Map(tables.map((table, place) => [table.name, { place, sql: table.sql }]))
  const early = (await referencesAmong(client, tables)).filter(
    ({ from, to, isDeferrable }) => !isDeferrable && (places.get(from)?.place ?? 0) < (places.get(to)?.place ?? 0),
  )
  const alter = ({ from, name }: Reference, verb: 'ADD' | 'DROP', definition = '') =>
    client.query(`ALTER TABLE ${places.get(from)?.sql} ${verb} CONSTRAINT ${escapeIdentifier(name)} ${definition}`)
  for (const key of early) await alter(key, 'DROP')
  return async () => {
    // A table that still has deferred checks before it can't be altered.
    await client.query('SET CONSTRAINTS ALL IMMEDIATE')
    for (const key of early) await alter(key, 'ADD', key.definition)
  }
}

export const columnList = (columns: readonly string[]) => columns.map(escapeIdentifier).join(', ')

const qualified = (schema: string, name: string) => `${escapeIdentifier(schema)}.${escapeIdentifier(name)}`
