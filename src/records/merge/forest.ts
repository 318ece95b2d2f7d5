// Which ids lead to a record, by which merges: a forest, for merged records are merged again. Taking some out cuts branches off.
import { isId, type Row, type Sql, sql, statement } from '../../platform/index.ts'

type Branch = { into: string; act: string }

/** A record, those that come out of it, and everything that was ever merged into any of them. */
export type Forest = {
  root: string
  out: readonly string[]
  branches: ReadonlyMap<string, Branch>
}

export type OutRow = { id: string; object: string; to: string }

/** What is to come out: all that one merge put in, or the old ids that are named. */
export const outOf = (workspace: string, order: { act: string } | { object: string; ids: readonly string[] }): Sql =>
  statement(
    'act' in order
      ? sql`select r.id, r.object, r.to_id from records.redirect r join ledger.act a on a.workspace_id = r.workspace_id and a.id = r.act_id and a.object = r.object
          where r.workspace_id = ${workspace} and r.act_id = ${order.act} and a.kind = 'merge'`
      : sql`select id, object, to_id from records.redirect where workspace_id = ${workspace} and object = ${order.object} and id = any(${order.ids.filter(isId)}::uuid[])`,
  )

export const outRowOf = (row: Row): OutRow => ({
  id: row['id'] as string, // uuid and text columns
  object: row['object'] as string,
  to: row['to_id'] as string,
})

/** Everything that leads to these records. */
export const branchesOf = (workspace: string, roots: readonly string[]): Sql =>
  statement(
    sql`select id, into_id, to_id, act_id from records.redirect where workspace_id = ${workspace} and to_id = any(${roots}::uuid[])`,
  )

export const forestOf = (root: string, out: readonly string[], rows: readonly Row[]): Forest => ({
  root,
  out,
  branches: new Map(
    rows.flatMap((row) =>
      row['to_id'] === root
        ? [[row['id'] as string, { into: row['into_id'] as string, act: row['act_id'] as string }] as const] // uuid columns
        : [],
    ),
  ),
})

/** The record to which an id belongs once the branches are cut. */
export function sideOf({ root, out, branches }: Forest, id: string): string {
  for (let at = id; ; ) {
    if (out.includes(at)) return at
    const branch = branches.get(at)
    if (!branch || at === root) return root
    at = branch.into
  }
}

/** The ids that a branch led to, one after the other, down to the root. */
export function wayOf({ root, branches }: Forest, id: string): string[] {
  const way: string[] = []
  for (let at = branches.get(id)?.into; at; at = at === root ? undefined : branches.get(at)?.into) way.push(at)
  return way
}

export const actOf = ({ branches }: Forest, id: string): string => branches.get(id)?.act ?? ''

/** The merges of which nothing stays together: what they folded comes apart with them, whatever it was. */
export function actsUndone(forest: Forest): Set<string> {
  const acts = new Set(forest.out.map((id) => actOf(forest, id)))
  for (const [id, { act }] of forest.branches) if (!forest.out.includes(id)) acts.delete(act)
  return acts
}

/** Whose something may be that was said of record `id` in an act: its own, or one's that was part of it by then. */
export const possibleSides = (forest: Forest, id: string, act: string): string[] => [
  ...new Set([
    sideOf(forest, id),
    ...forest.out.filter((each) => actOf(forest, each) < act && wayOf(forest, each).includes(id)),
  ]),
]

/** Every old id, and the record it leads to afterwards; those that come out lead nowhere. */
export const newRedirects = (forest: Forest): Map<string, string> =>
  new Map(
    [...forest.branches.keys()].flatMap((id) => (forest.out.includes(id) ? [] : [[id, sideOf(forest, id)] as const])),
  )
