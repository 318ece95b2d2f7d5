// Who may enter a workspace and as what. Runs as the background role, which may write these tables; every change raises the
// workspace's version, so that what anybody was allowed before is asked again with their next request.
import { hash, randomBytes, timingSafeEqual } from 'node:crypto'
import { type FieldChange, fold, manifest, type SystemName, type Term, words } from '../../dictionary/index.ts'
import { type Clock, type Ids, isId, type Pool, Unusable, type WorkspaceId } from '../platform/index.ts'
import { defaultRoles } from './default-roles.ts'

export type Workspace = { id: WorkspaceId; name: string; slug: string; currency: string }
export type Admin = {
  createWorkspace(o: { name: string; slug: string; currency?: string }): Promise<Workspace>
  /** By id or slug; the only one where none is named; null where there is none of that name. */
  findWorkspace(name?: string): Promise<Workspace | null>
  workspaces(): Promise<readonly Workspace[]>
  setMember(
    workspace: WorkspaceId,
    member: { userId: string; email: string; name: string; roles: readonly string[]; suspended?: boolean },
  ): Promise<void>
  findMember(
    workspace: WorkspaceId,
    email: string,
  ): Promise<{ userId: string; name: string; email: string; roles: readonly string[] } | null>
  /** The workspaces an e-mail address may enter. */
  membershipsOf(email: string): Promise<readonly { workspace: WorkspaceId; userId: string; slug: string }[]>
  /** The key is shown once; only its hash is kept. */
  createKey(
    workspace: WorkspaceId,
    key: { name: string; roles: readonly string[]; source?: SystemName; userId?: string; expiresAt?: string },
  ): Promise<{ id: string; key: string }>
  revokeKey(workspace: WorkspaceId, id: string): Promise<boolean>
  keys(
    workspace: WorkspaceId,
  ): Promise<
    readonly { id: string; name: string; roles: readonly string[]; createdAt: string; revokedAt: string | null }[]
  >
  /** Adds words to the workspace's controlled lists. Words it knows already change nothing. */
  addTerms(workspace: WorkspaceId, terms: readonly { vocabulary: string; term: Term }[]): Promise<number>
  /** A field of the workspace's own, of a declaration that was checked. One that is there already stays as it is. */
  addField(workspace: WorkspaceId, field: { object: string; name: string; declaration: object }): Promise<void>
  /** What the workspace says otherwise of a field; beside what it said before. */
  changeField(workspace: WorkspaceId, field: { object: string; field: string; change: FieldChange }): Promise<void>
  /** The key's workspace and id, if its secret is right. Whether it is still good, the door asks with every request. */
  verifyKey(key: string): Promise<{ workspace: WorkspaceId; id: string } | null>
}

export function openAdmin({ pool, clock, ids }: { pool: Pool; clock: Clock; ids: Ids }): Admin {
  const verified = new Map<string, { workspace: WorkspaceId; id: string }>()
  const now = () => clock().toISOString()
  const raise = (workspace: string) =>
    pool.query('update access.workspace set version = version + 1 where workspace_id = $1', [workspace])
  return {
    async createWorkspace({ name, slug, currency = 'USD' }) {
      if (!/^[a-z0-9][a-z0-9-]{0,62}$/.test(slug))
        throw new Unusable(
          words(
            `"${slug}" is not usable as a workspace name: lower-case letters, digits and -.`,
            `"${slug}" no sirve como nombre de espacio: minúsculas, cifras y -.`,
            `"${slug}" não serve como nome de espaço: minúsculas, algarismos e -.`,
            `"${slug}" tidak boleh menjadi nama ruang kerja: huruf kecil, angka dan -.`,
          ),
        )
      const id = ids.next(clock().getTime())
      await pool.query(
        'insert into access.workspace (workspace_id, name, slug, currency, created_at) values ($1, $2, $3, $4, $5)',
        [id, name, slug, currency, now()],
      )
      const roles = Object.entries(defaultRoles)
      await pool.query(
        'insert into access.role (workspace_id, name, definition) select $1, * from unnest($2::text[], $3::jsonb[])',
        [id, roles.map(([role]) => role), roles.map(([, definition]) => JSON.stringify(definition))],
      )
      return { id, name, slug, currency }
    },
    async findWorkspace(name) {
      const all = await this.workspaces()
      return (
        (name === undefined
          ? all.length === 1
            ? all[0]
            : all.find((each) => each.slug === 'demo')
          : all.find((each) => each.id === name || each.slug === name)) ?? null
      )
    },
    async workspaces() {
      const { rows } = await pool.query<Workspace>(
        'select workspace_id as id, name, slug, currency from access.workspace order by created_at',
      )
      return rows
    },
    async setMember(workspace, { userId, email, name, roles, suspended = false }) {
      await pool.query(
        `insert into access.member (workspace_id, user_id, email, name, roles, suspended_at) values ($1, $2, $3, $4, $5, $6)
         on conflict (workspace_id, user_id) do update set email = excluded.email, name = excluded.name, roles = excluded.roles, suspended_at = excluded.suspended_at`,
        [workspace, userId, email.toLowerCase(), name, roles, suspended ? now() : null],
      )
      await raise(workspace)
    },
    async findMember(workspace, email) {
      const { rows } = await pool.query(
        'select user_id as "userId", name, email, roles from access.member where workspace_id = $1 and email = $2',
        [workspace, email.toLowerCase()],
      )
      return rows[0] ?? null
    },
    async membershipsOf(email) {
      const { rows } = await pool.query(
        'select m.workspace_id as workspace, m.user_id as "userId", w.slug from access.member m join access.workspace w using (workspace_id) where m.email = $1 and m.suspended_at is null order by w.created_at',
        [email.toLowerCase()],
      )
      return rows
    },
    async createKey(workspace, { name, roles, source = 'hand', userId, expiresAt }) {
      const id = ids.next(clock().getTime())
      const secret = randomBytes(24).toString('base64url')
      await pool.query(
        'insert into access.api_key (workspace_id, id, name, hash, roles, user_id, source, created_at, expires_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)',
        [workspace, id, name, hashOf(secret), roles, userId ?? null, source, now(), expiresAt ?? null],
      )
      return { id, key: `hf_${short(workspace)}_${short(id)}_${secret}` }
    },
    async revokeKey(workspace, id) {
      const { rowCount } = await pool.query(
        'update access.api_key set revoked_at = $3 where workspace_id = $1 and id = $2 and revoked_at is null',
        [workspace, id, now()],
      )
      await raise(workspace)
      return rowCount === 1
    },
    async keys(workspace) {
      const { rows } = await pool.query(
        'select id, name, roles, created_at as "createdAt", revoked_at as "revokedAt" from access.api_key where workspace_id = $1 order by id',
        [workspace],
      )
      return rows
    },
    async addTerms(workspace, terms) {
      const fresh = terms.filter(({ vocabulary, term }) => !knows(vocabulary, term))
      if (fresh.length === 0) return 0
      const merged = new Map<string, { vocabulary: string; term: Term }>()
      for (const each of fresh) {
        const key = `${each.vocabulary} ${each.term.value}`
        const known = merged.get(key)
        merged.set(
          key,
          known
            ? { ...each, term: { ...known.term, synonyms: [...known.term.synonyms, ...each.term.synonyms] } }
            : each,
        )
      }
      const rows = [...merged.values()]
      const { rowCount } = await pool.query(
        `insert into access.term (workspace_id, vocabulary, value, label, synonyms) select $1, u.vocabulary, u.value, u.label, array(select jsonb_array_elements_text(u.synonyms))
         from unnest($2::text[], $3::text[], $4::jsonb[], $5::jsonb[]) u(vocabulary, value, label, synonyms)
         on conflict (workspace_id, vocabulary, value) do update set synonyms = array(select distinct unnest(access.term.synonyms || excluded.synonyms)) where not access.term.synonyms @> excluded.synonyms`,
        [
          workspace,
          rows.map((row) => row.vocabulary),
          rows.map((row) => row.term.value),
          rows.map((row) => JSON.stringify(row.term.label)),
          rows.map((row) => JSON.stringify(row.term.synonyms)),
        ],
      )
      if (rowCount) await raise(workspace)
      return rowCount ?? 0
    },
    async addField(workspace, { object, name, declaration }) {
      const id = ids.next(clock().getTime())
      await pool.query(
        `insert into access.custom_field (workspace_id, id, object, name, key, declaration, created_at) values ($1, $2, $3, $4, $5, $6, $7)
         on conflict (workspace_id, object, name) where retired_at is null do nothing`,
        [workspace, id, object, name, `f${short(id)}`, JSON.stringify({ ...declaration, name }), now()],
      )
      await raise(workspace)
    },
    async changeField(workspace, { object, field, change }) {
      await pool.query(
        `insert into access.field_change (workspace_id, object, field, change) values ($1, $2, $3, $4)
         on conflict (workspace_id, object, field) do update set change = access.field_change.change || excluded.change`,
        [workspace, object, field, JSON.stringify(change)],
      )
      await raise(workspace)
    },
    async verifyKey(key) {
      const [, workspace, id, secret] = /^hf_([0-9a-f]{32})_([0-9a-f]{32})_([A-Za-z0-9_-]{32})$/.exec(key) ?? []
      if (!workspace || !id || !secret) return null
      const digest = hash('sha256', key, 'base64')
      const known = verified.get(digest)
      if (known) return known
      const found = { workspace: long(workspace), id: long(id) }
      const { rows } = await pool.query<{ hash: Buffer }>(
        'select hash from access.api_key where workspace_id = $1 and id = $2',
        [found.workspace, found.id],
      )
      if (!rows[0] || !timingSafeEqual(rows[0].hash, hashOf(secret))) return null
      if (verified.size > 10_000) verified.clear()
      verified.set(digest, found)
      return found
    },
  }
}

/** Whether the product's own list understands all words of a term already. */
function knows(vocabulary: string, { value, label, synonyms }: Term): boolean {
  const known = manifest.vocabularies.get(vocabulary)?.terms.find((term) => term.value === value)
  const all = new Set(known ? [known.value, ...Object.values(known.label), ...known.synonyms].map(fold) : [])
  return [...Object.values(label), ...synonyms].every((word) => all.has(fold(word)))
}

const hashOf = (secret: string): Buffer => hash('sha256', secret, 'buffer')
const short = (id: string): string => id.replaceAll('-', '')
const long = (hex: string): string => {
  const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  return isId(id) ? id : ''
}
