// Rules of the database, each as a query for what breaks it, with the mend, and a statement that would break it. They are what
// Citus asks of a schema sharded by workspace (performance.md, C1–C28) and what keeps one workspace out of another (threats 3.2).

export type SchemaRule = { says: string; mend: string; broken: string; planted: readonly string[] }

/** Tables that are not sharded by workspace, each with the reason. Everything else must be. */
export const unsharded: Readonly<Record<string, string>> = {
  'access.workspace':
    'the list of workspaces itself: a reference table on every node, with names that are unique overall',
  'public.holdfast_migration': 'which migrations ran; read by the owner alone',
}
/** Schemas of tables that belong to no workspace, each with the reason. */
export const unshardedSchemas: Readonly<Record<string, string>> = {
  directory: 'who may sign in, before it is known where: read by background work alone',
  graphile_worker: 'the queue, local to the coordinator (C7)',
}

/** Functions that run with the owner's rights, each with the reason. They look into no path but their own, and not for everybody. */
export const ownersFunctions: Readonly<Record<string, string>> = {
  'holdfast.migrations_done()': 'tells the readiness check a number of a table that only the owner reads',
}

const list = (names: readonly string[]) => names.map((name) => `'${name}'`).join(', ')
const schemas = `n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'`
const all = `all_tables as (
  select c.oid, n.nspname || '.' || c.relname as name, n.nspname as schema, c.relispartition, c.relkind,
    c.relrowsecurity, c.relforcerowsecurity, c.relowner, c.reloptions
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p') and ${schemas}
)`
const ours = `${all}, ours as (
  select * from all_tables where schema not in (${list(Object.keys(unshardedSchemas))}) and name not in (${list(Object.keys(unsharded))})
), workspace_column as (
  select a.attrelid, a.attnum, a.attnotnull, format_type(a.atttypid, a.atttypmod) as type from pg_attribute a join ours on ours.oid = a.attrelid
  where a.attname = 'workspace_id' and not a.attisdropped
)`

const plain =
  'create table customer.planted (workspace_id uuid not null, id uuid not null, primary key (workspace_id, id))'

/** `app` and `system` are the names of the two roles that serve. A query answers one row per fault: \`at\`. */
export const schemaRules = ({ app, system }: { app: string; system: string }): SchemaRule[] => [
  {
    says: 'every table has a primary key that begins with the workspace',
    mend: 'make it `primary key (workspace_id, …)` (C1)',
    broken: `with ${ours} select name as at from ours left join workspace_column w on w.attrelid = ours.oid
      left join pg_index i on i.indrelid = ours.oid and i.indisprimary where i.indkey[0] is distinct from w.attnum or w.attnum is null`,
    planted: ['create table customer.planted (workspace_id uuid not null, id uuid primary key)'],
  },
  {
    says: 'the workspace is a uuid and never absent',
    mend: 'declare `workspace_id uuid not null` (C3)',
    broken: `with ${ours} select name as at from ours left join workspace_column w on w.attrelid = ours.oid
      where w.attnotnull is not true or w.type <> 'uuid'`,
    planted: ['create table customer.planted (workspace_id text not null, id uuid, primary key (workspace_id, id))'],
  },
  {
    says: 'every unique index contains the workspace',
    mend: 'put workspace_id first in it: without, it tells one workspace what another holds, and Citus refuses it (C2)',
    broken: `with ${ours} select name || ' (' || i.indexrelid::regclass || ')' as at from ours join workspace_column w on w.attrelid = ours.oid
      join pg_index i on i.indrelid = ours.oid where (i.indisunique or i.indisexclusion) and not w.attnum = any(i.indkey::int2[])`,
    planted: [plain, 'create unique index on customer.planted (id)'],
  },
  {
    says: 'an index is of comparisons that row-level security lets use one',
    mend: 'leave it out, or keep keys that are compared as they are: of an operator that may tell what it sees no index is used (079)',
    broken: `with ${ours} select name || ' (' || i.indexrelid::regclass || ')' as at from ours join pg_index i on i.indrelid = ours.oid and i.indpred is null
      where exists (select 1 from unnest(i.indclass::oid[]) as used(class) join pg_opclass c on c.oid = used.class where not exists (
        select 1 from pg_amop m join pg_operator o on o.oid = m.amopopr join pg_proc p on p.oid = o.oprcode
        where m.amopfamily = c.opcfamily and m.amoplefttype = c.opcintype and p.proleakproof))`,
    planted: [plain, `create index on customer.planted using gin (to_tsvector('simple', id::text))`],
  },
  {
    says: 'of documents and lists that no statement is planned by there are no statistics',
    mend: 'alter column … set statistics 0: what comes in by thousands is looked through again and again while it comes in (081)',
    broken: `with ${ours} select name || '.' || a.attname as at from ours join pg_attribute a on a.attrelid = ours.oid and a.attnum > 0 and not a.attisdropped
      where schema in ('records', 'ledger') and (a.atttypid in ('jsonb'::regtype, 'bytea'::regtype) or a.attndims > 0) and a.attstattarget is distinct from 0`,
    planted: [
      'create table ledger.planted (workspace_id uuid not null, id uuid, said jsonb, primary key (workspace_id, id))',
    ],
  },
  {
    says: 'a foreign key leads from workspace to workspace',
    mend: 'make it `foreign key (workspace_id, x) references …`, of a table that is sharded alike (C4, C6)',
    broken: `with ${ours} select k.conrelid::regclass || ' (' || k.conname || ')' as at from pg_constraint k
      join ours on ours.oid = k.conrelid join workspace_column w on w.attrelid = k.conrelid
      left join workspace_column t on t.attrelid = k.confrelid
      where k.contype = 'f' and k.confrelid <> 'access.workspace'::regclass
        and (t.attnum is null or array_position(k.conkey, w.attnum) is null
          or k.confkey[array_position(k.conkey, w.attnum)] is distinct from t.attnum)`,
    planted: [
      'create table customer.planted (workspace_id uuid not null, other uuid not null, id uuid, primary key (workspace_id, id), foreign key (other, id) references customer.account)',
    ],
  },
  {
    says: 'no foreign key empties what it deletes',
    mend: 'write the null by a statement of your own before deleting (C5)',
    broken: `select conrelid::regclass || ' (' || conname || ')' as at from pg_constraint
      where contype = 'f' and (confdeltype in ('n', 'd') or confupdtype in ('n', 'd'))`,
    planted: [
      'create table customer.planted (workspace_id uuid not null, id uuid, parent uuid, primary key (workspace_id, id), foreign key (workspace_id, parent) references customer.planted on delete set null (parent))',
    ],
  },
  {
    says: 'a partitioned table has no foreign keys',
    mend: 'keep the reference without a key: it could not be added once the table is distributed (C19)',
    broken: `with ${all} select name || ' (' || k.conname || ')' as at from pg_constraint k join all_tables t on t.oid in (k.conrelid, k.confrelid)
      where k.contype = 'f' and (t.relkind = 'p' or t.relispartition)`,
    planted: ['alter table usage.event add foreign key (workspace_id, account_id) references customer.account'],
  },
  {
    says: 'a table that is partitioned by time is told apart by the workspace and that time',
    mend: 'put both into its primary key, the workspace first (C18)',
    broken: `with ${ours} select name as at from ours join pg_partitioned_table p on p.partrelid = ours.oid
      left join pg_index i on i.indrelid = ours.oid and i.indisprimary
      where p.partstrat <> 'r' or i.indrelid is null or not p.partattrs[0] = any(i.indkey::int2[])`,
    planted: [
      'create table usage.planted (workspace_id uuid not null, id uuid not null, primary key (workspace_id, id)) partition by hash (id)',
    ],
  },
  {
    says: 'there are no triggers',
    mend: 'say in the statement itself what should happen (C8)',
    broken: `select tgrelid::regclass || ' (' || tgname || ')' as at from pg_trigger t join pg_class c on c.oid = t.tgrelid
      join pg_namespace n on n.oid = c.relnamespace where not tgisinternal and ${schemas} and n.nspname <> 'graphile_worker'`,
    planted: [
      plain,
      'create trigger planted before update on customer.planted for each row execute function suppress_redundant_updates_trigger()',
    ],
  },
  {
    says: 'counters are bigint',
    mend: 'use bigint, or an id made by the service: workers cannot share ranges of smaller ones (C9)',
    broken: `with ${ours} select name || '.' || a.attname as at from ours join pg_attribute a on a.attrelid = ours.oid
      where a.attidentity <> '' and a.atttypid <> 'bigint'::regtype`,
    planted: [
      'create table customer.planted (workspace_id uuid, n integer generated always as identity, primary key (workspace_id, n))',
    ],
  },
  {
    says: 'row-level security is on, for the owner too, and lets the requests’ role see its own workspace only',
    mend: 'enable it, force it, and create the policy `using (workspace_id = holdfast.workspace()) with check (…)`, once',
    broken: `with ${ours} select name as at from ours left join pg_policy p on p.polrelid = ours.oid and p.polroles && array[0::oid, '${app}'::regrole]
      where not ours.relispartition group by name, relrowsecurity, relforcerowsecurity
      having not (relrowsecurity and relforcerowsecurity) or count(p.oid) <> 1 or not bool_and(p.polpermissive and p.polcmd = '*'
        and pg_get_expr(p.polqual, p.polrelid) = '(workspace_id = holdfast.workspace())'
        and pg_get_expr(p.polwithcheck, p.polrelid) = '(workspace_id = holdfast.workspace())')`,
    planted: [
      plain,
      'alter table customer.planted enable row level security',
      `create policy own_workspace on customer.planted to ${app} using (workspace_id = holdfast.workspace()) with check (true)`,
    ],
  },
  {
    says: 'partitions are reached through their table only',
    mend: 'revoke the rights on the partition: its own row-level security is not that of its table',
    broken: `with ${all} select name || ' to ' || role as at from all_tables, unnest(array['${app}', '${system}']) role
      where relispartition and has_table_privilege(role, all_tables.oid, 'select, insert, update, delete')`,
    planted: [
      `create table usage.planted partition of usage.event for values from ('2001-01-01') to ('2001-02-01')`,
      `grant select on usage.planted to ${app}`,
    ],
  },
  {
    says: 'the roles that serve are nobody special',
    mend: 'alter role … nosuperuser nobypassrls nocreatedb nocreaterole noreplication, and take it out of other roles',
    broken: `select rolname as at from pg_roles r where rolname in ('${app}', '${system}')
      and (rolsuper or rolbypassrls or rolcreatedb or rolcreaterole or rolreplication or exists (select 1 from pg_auth_members m where m.member = r.oid))`,
    planted: [`grant pg_read_all_data to ${app}`],
  },
  {
    says: 'the roles that serve own nothing and can make nothing',
    mend: 'let the owner of the schema own it, and revoke create',
    broken: `select c.oid::regclass::text as at from pg_class c where c.relowner in ('${app}'::regrole, '${system}'::regrole)
      union all select n.nspname || ' to ' || role from pg_namespace n, unnest(array['${app}', '${system}']) role
        where ${schemas} and has_schema_privilege(role, n.oid, 'create')
      union all select role from unnest(array['${app}', '${system}']) role where has_database_privilege(role, current_database(), 'create')`,
    planted: [`grant create on schema customer to ${app}`],
  },
  {
    says: 'nobody who serves may truncate, point a key at a table, or put a trigger on it',
    mend: 'revoke it: truncate does not obey row-level security',
    broken: `with ${all} select name || ' to ' || role as at from all_tables, unnest(array['${app}', '${system}']) role
      where schema <> 'graphile_worker' and has_table_privilege(role, all_tables.oid, 'truncate, references, trigger')`,
    planted: [plain, `grant truncate on customer.planted to ${app}`],
  },
  {
    says: 'what happened can be added to and read, never changed, by requests',
    mend: 'revoke update and delete on it',
    broken: `with ${all} select name as at from all_tables where schema = 'ledger'
      and (has_table_privilege('${app}', all_tables.oid, 'update, delete') or has_any_column_privilege('${app}', all_tables.oid, 'update'))
      union all select name from all_tables where name = 'ledger.history' and has_any_column_privilege('${system}', all_tables.oid, 'insert, update')`,
    planted: [`grant update (details) on ledger.act to ${app}`],
  },
  {
    says: 'requests can’t grant themselves rights',
    mend: 'revoke it: members, roles and keys are written by background work, which requests do not run as',
    broken: `with ${all} select name as at from all_tables where schema in ('access', 'directory')
      and has_any_column_privilege('${app}', all_tables.oid, 'insert, update')
      union all select name from all_tables where schema = 'access' and has_table_privilege('${app}', all_tables.oid, 'delete')
      union all select name from all_tables where schema = 'directory' and has_any_column_privilege('${app}', all_tables.oid, 'select')`,
    planted: [`grant update (roles) on access.member to ${app}`],
  },
  {
    says: 'background work sees no customer table',
    mend: 'revoke it, and go through the door as a job',
    broken: `with ${all} select name as at from all_tables where schema in ('customer', 'records', 'usage') and name <> 'records.idempotency'
      and has_any_column_privilege('${system}', all_tables.oid, 'select, insert, update')`,
    planted: [`grant select (name) on customer.account to ${system}`],
  },
  {
    says: 'a view shows what its reader may see',
    mend: 'create it `with (security_invoker)`; a materialised view can’t be',
    broken: `select c.oid::regclass::text as at from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where ${schemas} and n.nspname <> 'graphile_worker' and c.oid not in (select objid from pg_depend where deptype = 'e')
        and (c.relkind = 'm' or c.relkind = 'v' and not coalesce(c.reloptions::text ~* 'security_invoker=(true|on|1)', false))`,
    planted: ['create view customer.planted as select * from customer.account'],
  },
  {
    says: 'no function runs with its maker’s rights, but those with a reason, a fixed search path and few callers',
    mend: 'make it `security invoker`, or set its search_path, revoke it from public and note its reason in test/house/schema.ts',
    broken: `select p.oid::regprocedure::text as at from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where p.prosecdef and ${schemas} and n.nspname <> 'graphile_worker'
        and not (n.nspname || '.' || p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')' in (${list(Object.keys(ownersFunctions))})
          and coalesce(p.proconfig::text like '%search_path=%', false)
          and not coalesce(exists (select 1 from aclexplode(p.proacl) a where a.grantee = 0), true) and p.proacl is not null)`,
    planted: ['create function holdfast.planted() returns integer language sql security definer return 1'],
  },
  {
    says: 'functions are called by their full names only',
    mend: 'write its body as `return …` (bound when it is made) instead of as a text that is read on the worker (C24)',
    broken: `select p.oid::regprocedure::text as at from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      join pg_language l on l.oid = p.prolang
      where n.nspname in ('holdfast', 'customer', 'records', 'ledger', 'access', 'intake', 'usage', 'directory') and (l.lanname <> 'sql' or p.prosqlbody is null)`,
    planted: [`create function holdfast.planted() returns integer language sql as 'select 1'`],
  },
]
