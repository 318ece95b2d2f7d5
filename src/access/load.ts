import {
  type Additions,
  inEveryLanguage,
  type Manifest,
  manifestWith,
  type SystemName,
  systems,
} from '../../dictionary/index.ts'
import {
  type Clock,
  Failure,
  inOneTrip,
  type Pool,
  type Row,
  type Sql,
  type SqlFragment,
  sql,
  statement,
  type WorkspaceId,
} from '../platform/index.ts'
import type { Access } from './access.ts'
import type { Actor } from './actor.ts'
import { operatorRole } from './default-roles.ts'
import { besideOthers, type RoleDefinition } from './role.ts'

/** Keeps what actors may do, by workspace and version, and reads it again when the version has moved. */
export type AccessBook = {
  of(actor: Actor): Promise<Access>
  /** The statement that tells the current version, to be sent inside every transaction of the door. */
  versionNow(workspace: WorkspaceId): Sql
  /** Forgets what was read at another version; the caller asks again. */
  isCurrent(access: Access, rows: readonly Row[]): boolean
  /** The same, asked by itself: before somebody is refused for what they may have been allowed since. */
  isStillCurrent(access: Access): Promise<boolean>
}

/** What `versionNow` asks, as a column of a statement that is sent anyway. */
export const versionColumn = (workspace: WorkspaceId): SqlFragment =>
  sql`(select version::text from access.workspace where workspace_id = ${workspace}) as version`

const mostKept = 5_000

export function openAccessBook(pool: Pool, clock: Clock): AccessBook {
  const kept = new Map<string, Promise<Loaded>>()
  const manifests = new Map<string, Manifest>()
  const keyOf = (actor: Actor) => `${actor.workspace} ${actor.kind} ${actor.id}`
  const book: AccessBook = {
    async of(actor) {
      const key = keyOf(actor)
      let found = kept.get(key)
      if (!found) {
        found = load(pool, actor, manifests)
        if (kept.size >= mostKept) kept.delete(kept.keys().next().value ?? key)
        kept.set(key, found)
        found.catch(() => kept.delete(key))
      }
      const { access, closesAt } = await found
      if (closesAt !== null && closesAt <= clock().getTime()) throw new Failure('not_signed_in', {})
      return access.actor === actor ? access : { ...access, actor }
    },
    versionNow: (workspace) =>
      statement(sql`select version::text as version from access.workspace where workspace_id = ${workspace}`, {
        prepared: true,
      }),
    isCurrent(access, rows) {
      const isCurrent = rows[0]?.['version'] === access.version
      if (!isCurrent) kept.delete(keyOf(access.actor))
      return isCurrent
    },
    async isStillCurrent(access) {
      const { workspace } = access.actor
      const [rows = []] = await inOneTrip(pool, workspace, [book.versionNow(workspace)])
      return book.isCurrent(access, rows)
    },
  }
  return book
}

/** `closesAt`: when a key's day comes, which is no change of rights and so raises no version. */
type Loaded = { access: Access; closesAt: number | null }

async function load(pool: Pool, actor: Actor, manifests: Map<string, Manifest>): Promise<Loaded> {
  const w = actor.workspace
  const [workspaces = [], roles = [], who = [], fields = [], terms = [], changes = []] = await inOneTrip(pool, w, [
    statement(sql`select version::text as version from access.workspace where workspace_id = ${w}`),
    statement(sql`select name, definition from access.role where workspace_id = ${w}`),
    statement(
      actor.kind === 'key'
        ? sql`select user_id, roles, source, revoked_at is not null as is_closed, expires_at from access.api_key where workspace_id = ${w} and id = ${actor.id}`
        : sql`select user_id, roles, 'hand' as source, suspended_at is not null as is_closed from access.member where workspace_id = ${w} and user_id = ${actor.kind === 'user' ? actor.id : '00000000-0000-0000-0000-000000000000'}`,
    ),
    statement(
      sql`select id, object, name, key, declaration from access.custom_field where workspace_id = ${w} and retired_at is null order by id`,
    ),
    statement(
      sql`select vocabulary, value, label, synonyms from access.term where workspace_id = ${w} order by vocabulary, value`,
    ),
    statement(sql`select object, field, change from access.field_change where workspace_id = ${w}`),
  ])
  const version = workspaces[0]?.['version']
  const isProgram = actor.kind === 'operator' || actor.kind === 'job'
  if (typeof version !== 'string' || (!isProgram && (!who[0] || who[0]['is_closed'])))
    throw new Failure('not_signed_in', {})
  const byName = new Map(roles.map((row) => [row['name'], row['definition'] as RoleDefinition])) // written by setRole, which checks it
  const names = (who[0]?.['roles'] ?? []) as string[] // text[] column
  const held = isProgram ? [operatorRole] : names.flatMap((name) => byName.get(name) ?? [])
  const source = isProgram ? 'holdfast' : ((who[0]?.['source'] ?? 'hand') as SystemName) // checked when the key was made
  const access: Access = {
    actor,
    version,
    userId: (who[0]?.['user_id'] as string | undefined) ?? null, // uuid column
    source: actor.kind === 'operator' ? 'hand' : systems.includes(source) ? source : 'hand',
    roles: held.length > 1 ? held.map(besideOthers) : held,
    manifest: manifestOf(w, version, { fields, terms, changes }, manifests),
    smallestGroup:
      held.length > 0 && held.every((role) => role.smallestGroup)
        ? Math.max(...held.map((role) => role.smallestGroup ?? 0))
        : 0,
  }
  const expires = who[0]?.['expires_at'] as string | null | undefined // timestamptz, as text
  return { access, closesAt: expires ? Date.parse(expires) : null }
}

function manifestOf(
  workspace: string,
  version: string,
  { fields, terms, changes }: Record<'fields' | 'terms' | 'changes', readonly Row[]>,
  kept: Map<string, Manifest>,
): Manifest {
  const key = `${workspace} ${version}`
  const known = kept.get(key)
  if (known) return known
  const additions: Additions = {
    // Rows written by the structure room, through the same checks as the product's own declarations.
    fields: fields.map((row) => ({
      id: row['id'],
      object: row['object'],
      key: row['key'],
      declaration: inItsWords(row['declaration']),
    })) as Additions['fields'],
    terms: terms.map((row) => ({
      vocabulary: row['vocabulary'],
      terms: [{ value: row['value'], label: row['label'], synonyms: row['synonyms'] }],
    })) as Additions['terms'],
    changes: changes as unknown as Additions['changes'] & {}, // as selected, written by changeField
  }
  const made = manifestWith(additions)
  if (kept.size > 1_000) kept.clear()
  kept.set(key, made)
  return made
}

/** A field that was made before meanings were said in every language says its own in one. */
function inItsWords(declaration: unknown): unknown {
  const said = declaration as { describe: unknown } // written by addField, of a declaration that was checked
  return typeof said.describe === 'string' ? { ...said, describe: inEveryLanguage(said.describe) } : said
}
