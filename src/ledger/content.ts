// What an act's seal covers, as SQL, so that sealing and checking are one statement each over thousands of acts and can't
// come to mean different things. Any change here is a new kind of leaf: ledgers sealed before would no longer verify.
import { type SqlFragment, sql } from '../platform/index.ts'

/**
 * SHA-256 over 0x00 (see tree/hash.ts) and the canonical text of the act's own columns and of the digest of its history.
 * `jsonb` has one spelling for a value, and a list of fixed length one place for each part.
 */
export const leafHashOf = (act: SqlFragment): SqlFragment =>
  sql`sha256('\\x00'::bytea || convert_to(jsonb_build_array('holdfast act v1', ${act}.workspace_id, ${act}.id, ${utc(sql`${act}.at`)},
    ${act}.kind, ${act}.actor_kind, ${act}.actor_id, ${act}.via, ${act}.because, ${act}.object, ${act}.record_ids, ${act}.classes, ${act}.details,
    encode(${act}.salt, 'hex'), encode(${historyDigestOf(act)}, 'hex'))::text, 'UTF8'))`

/** Over the hashes of its rows rather than the rows, so that one row can be proven, or be erased, without the others. */
const historyDigestOf = (act: SqlFragment): SqlFragment =>
  sql`(select sha256(coalesce(string_agg(sha256(convert_to(jsonb_build_array(h.n, h.object, h.record_id, h.version, h.verb, h.system, h.local_id,
    h.changed, h.claims_before)::text, 'UTF8')), ''::bytea order by h.n), ''::bytea))
    from ledger.history h where h.workspace_id = ${act}.workspace_id and h.act_id = ${act}.id)`

// Never the session's own spelling of a time, which depends on its settings.
const utc = (at: SqlFragment): SqlFragment => sql`to_char(${at} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`
