-- The ground: schemas, roles' rights, workspaces and who may enter, the ledger, claims by source, and the queue of reactions.
-- Statements end with a semicolon and a blank line and are sent one by one (a Citus rule). {app} and {system} are the two
-- roles that serve requests and background work; neither owns a table nor can bypass row-level security.

create schema holdfast;

create schema customer;

create schema records;

create schema ledger;

create schema access;

create schema intake;

create schema usage;

create schema directory;

create extension if not exists unaccent schema public;

create extension if not exists btree_gin schema public;

grant usage on schema holdfast, customer, records, ledger, access, intake, usage to {app};

grant usage on schema holdfast, customer, records, ledger, access, intake, usage, directory to {system};

create function holdfast.fold(text) returns text language sql immutable parallel safe strict
  return lower(public.unaccent('public.unaccent'::regdictionary, $1));

create function holdfast.terms(text) returns tsvector language sql immutable parallel safe strict
  return to_tsvector('pg_catalog.simple'::regconfig, regexp_replace(lower(public.unaccent('public.unaccent'::regdictionary, $1)), '[^[:alnum:]]+', ' ', 'g'));

create function holdfast.workspace() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.workspace_id', true), '')::uuid;

-- access ------------------------------------------------------------------------------------------------------------

-- `version` rises with every change of roles, members, keys, custom fields or terms: a cached permission is good for one version.
create table access.workspace (
  workspace_id uuid primary key,
  name text not null,
  slug text not null unique,
  currency text not null default 'USD',
  language text not null default 'en',
  timezone text not null default 'UTC',
  version bigint not null default 1,
  created_at timestamptz not null
);

create table access.role (
  workspace_id uuid not null references access.workspace,
  name text not null,
  definition jsonb not null,
  primary key (workspace_id, name)
);

create table access.member (
  workspace_id uuid not null references access.workspace,
  user_id uuid not null,
  email text not null,
  name text not null,
  roles text[] not null,
  suspended_at timestamptz,
  primary key (workspace_id, user_id)
);

create unique index member_email on access.member (workspace_id, email);

create table access.api_key (
  workspace_id uuid not null references access.workspace,
  id uuid not null,
  name text not null,
  hash bytea not null,
  roles text[] not null,
  user_id uuid,
  source text not null default 'hand',
  created_at timestamptz not null,
  expires_at timestamptz,
  revoked_at timestamptz,
  last_used_on date,
  primary key (workspace_id, id)
);

create table access.custom_field (
  workspace_id uuid not null references access.workspace,
  id uuid not null,
  object text not null,
  name text not null,
  key text not null,
  declaration jsonb not null,
  created_at timestamptz not null,
  retired_at timestamptz,
  primary key (workspace_id, id)
);

create unique index custom_field_name on access.custom_field (workspace_id, object, name) where retired_at is null;

create table access.term (
  workspace_id uuid not null references access.workspace,
  vocabulary text not null,
  value text not null,
  label jsonb not null,
  synonyms text[] not null,
  primary key (workspace_id, vocabulary, value)
);

-- ledger ------------------------------------------------------------------------------------------------------------

-- One act per transaction: a change set, a read, a refusal. Written in the act's own transaction; `leaf` and `leaf_hash` are
-- filled by the sealer, which alone may update, within a second.
create table ledger.act (
  workspace_id uuid not null,
  id uuid not null,
  at timestamptz not null,
  kind text not null,
  actor_kind text not null,
  actor_id text not null,
  via text not null,
  because text,
  object text,
  record_ids uuid[],
  classes text[],
  details jsonb,
  salt bytea not null,
  leaf bigint,
  leaf_hash bytea,
  primary key (workspace_id, id)
);

create index act_unsealed on ledger.act (workspace_id, id) where leaf is null;

create unique index act_leaf on ledger.act (workspace_id, leaf) where leaf is not null;

-- What one act did to one record: the golden values old and new, and the claims of one source record it overwrote.
create table ledger.history (
  workspace_id uuid not null,
  act_id uuid not null,
  n integer not null,
  object text not null,
  record_id uuid not null,
  version integer not null,
  verb text not null,
  system text not null,
  local_id text not null,
  changed jsonb not null,
  claims_before jsonb,
  primary key (workspace_id, act_id, n)
);

create index history_record on ledger.history (workspace_id, record_id, act_id);

create table ledger.head (
  workspace_id uuid not null,
  size bigint not null,
  at timestamptz not null,
  root bytea not null,
  frontier bytea not null,
  previous bytea not null,
  signature bytea not null,
  key_id text not null,
  primary key (workspace_id, size)
);

-- Acts whose reactions have not been queued yet. A row is deleted in the transaction that queues them.
create table ledger.outbox (
  workspace_id uuid not null,
  act_id uuid not null,
  object text not null,
  primary key (workspace_id, act_id)
);

-- claims ------------------------------------------------------------------------------------------------------------

-- One record as one source knows it, and the record of ours it became. `claims` is field → value; where a claim is of another
-- time or act than the row's own, `marks` says so.
create table records.source_record (
  workspace_id uuid not null,
  object text not null,
  system text not null,
  local_id text not null,
  record_id uuid not null,
  file text,
  rows integer[],
  act_id uuid not null,
  said_at timestamptz,
  verified_on date,
  claims jsonb not null,
  marks jsonb,
  document jsonb,
  primary key (workspace_id, object, system, local_id)
);

create index source_record_of on records.source_record (workspace_id, record_id);

-- References to source records that have not arrived yet: filled in by the change that brings them.
create table records.awaited (
  workspace_id uuid not null,
  to_object text not null,
  to_system text not null,
  to_local_id text not null,
  object text not null,
  system text not null,
  local_id text not null,
  field text not null,
  primary key (workspace_id, to_object, to_system, to_local_id, object, system, local_id, field)
);

-- Keys by which one thing is recognised in another system's words: a normalised name, a domain, an address.
create table records.match_key (
  workspace_id uuid not null,
  object text not null,
  kind text not null,
  key text not null,
  record_id uuid not null,
  primary key (workspace_id, object, kind, key, record_id)
);

create index match_key_of on records.match_key (workspace_id, record_id);

create table records.idempotency (
  workspace_id uuid not null,
  principal text not null,
  key text not null,
  request_hash bytea not null,
  answer jsonb not null,
  at timestamptz not null,
  primary key (workspace_id, principal, key)
);

-- intake ------------------------------------------------------------------------------------------------------------

create table intake.import (
  workspace_id uuid not null,
  id uuid not null,
  fingerprint text not null,
  status text not null,
  plan jsonb not null,
  progress jsonb not null,
  started_at timestamptz not null,
  finished_at timestamptz,
  primary key (workspace_id, id)
);

create index import_fingerprint on intake.import (workspace_id, fingerprint, id);

create table intake.reject (
  workspace_id uuid not null,
  import_id uuid not null,
  file text not null,
  row integer not null,
  code text not null,
  message text not null,
  primary key (workspace_id, import_id, file, row, code)
);

-- usage -------------------------------------------------------------------------------------------------------------

-- Product events, whole, kept once each: `message_id` is the sender's. Partitioned by the month they happened in.
create table usage.event (
  workspace_id uuid not null,
  happened_at timestamptz not null,
  message_id text not null,
  kind text not null,
  name text,
  user_key text,
  group_key text,
  contact_id uuid,
  account_id uuid,
  document jsonb not null,
  primary key (workspace_id, happened_at, message_id)
) partition by range (happened_at);

create index event_account on usage.event (workspace_id, account_id, happened_at);

create table usage.message (
  workspace_id uuid not null,
  message_id text not null,
  primary key (workspace_id, message_id)
);

-- Exact facts per account, person and day, from which every usage figure people see is made.
create table usage.day (
  workspace_id uuid not null,
  day date not null,
  account_id uuid not null,
  user_key text not null,
  contact_id uuid,
  events integer not null,
  active_events integer not null,
  last_sign_in_at timestamptz,
  primary key (workspace_id, account_id, day, user_key)
);

-- rights ------------------------------------------------------------------------------------------------------------

grant select on access.workspace, access.role, access.member, access.api_key, access.custom_field, access.term to {app};

grant select, insert, update on access.workspace, access.role, access.member, access.api_key, access.custom_field, access.term to {system};

grant select, insert on ledger.act, ledger.history, ledger.outbox to {app};

grant select on ledger.head to {app};

grant select, update on ledger.act to {system};

grant select on ledger.history to {system};

grant select, insert on ledger.head to {system};

grant select, insert, delete on ledger.outbox to {system};

grant select, insert, update, delete on records.source_record, records.awaited, records.match_key, records.idempotency to {app};

grant select, delete on records.idempotency to {system};

grant select, insert, update, delete on intake.import, intake.reject, usage.event, usage.message, usage.day to {app};

-- row-level security: a request sees one workspace; background work sees what it needs of all --------------------------

alter table access.workspace enable row level security;

alter table access.workspace force row level security;

create policy own_workspace on access.workspace to {app} using (workspace_id = holdfast.workspace()) with check (workspace_id = holdfast.workspace());

create policy background on access.workspace to {system} using (true) with check (true);

alter table access.role enable row level security;

alter table access.role force row level security;

create policy own_workspace on access.role to {app} using (workspace_id = holdfast.workspace()) with check (workspace_id = holdfast.workspace());

create policy background on access.role to {system} using (true) with check (true);

alter table access.member enable row level security;

alter table access.member force row level security;

create policy own_workspace on access.member to {app} using (workspace_id = holdfast.workspace()) with check (workspace_id = holdfast.workspace());

create policy background on access.member to {system} using (true) with check (true);

alter table access.api_key enable row level security;

alter table access.api_key force row level security;

create policy own_workspace on access.api_key to {app} using (workspace_id = holdfast.workspace()) with check (workspace_id = holdfast.workspace());

create policy background on access.api_key to {system} using (true) with check (true);

alter table access.custom_field enable row level security;

alter table access.custom_field force row level security;

create policy own_workspace on access.custom_field to {app} using (workspace_id = holdfast.workspace()) with check (workspace_id = holdfast.workspace());

create policy background on access.custom_field to {system} using (true) with check (true);

alter table access.term enable row level security;

alter table access.term force row level security;

create policy own_workspace on access.term to {app} using (workspace_id = holdfast.workspace()) with check (workspace_id = holdfast.workspace());

create policy background on access.term to {system} using (true) with check (true);

alter table ledger.act enable row level security;

alter table ledger.act force row level security;

create policy own_workspace on ledger.act to {app} using (workspace_id = holdfast.workspace()) with check (workspace_id = holdfast.workspace());

create policy background on ledger.act to {system} using (true) with check (true);

alter table ledger.history enable row level security;

alter table ledger.history force row level security;

create policy own_workspace on ledger.history to {app} using (workspace_id = holdfast.workspace()) with check (workspace_id = holdfast.workspace());

create policy background on ledger.history to {system} using (true) with check (true);

alter table ledger.head enable row level security;

alter table ledger.head force row level security;

create policy own_workspace on ledger.head to {app} using (workspace_id = holdfast.workspace()) with check (workspace_id = holdfast.workspace());

create policy background on ledger.head to {system} using (true) with check (true);

alter table ledger.outbox enable row level security;

alter table ledger.outbox force row level security;

create policy own_workspace on ledger.outbox to {app} using (workspace_id = holdfast.workspace()) with check (workspace_id = holdfast.workspace());

create policy background on ledger.outbox to {system} using (true) with check (true);

alter table records.source_record enable row level security;

alter table records.source_record force row level security;

create policy own_workspace on records.source_record to {app} using (workspace_id = holdfast.workspace()) with check (workspace_id = holdfast.workspace());

alter table records.awaited enable row level security;

alter table records.awaited force row level security;

create policy own_workspace on records.awaited to {app} using (workspace_id = holdfast.workspace()) with check (workspace_id = holdfast.workspace());

alter table records.match_key enable row level security;

alter table records.match_key force row level security;

create policy own_workspace on records.match_key to {app} using (workspace_id = holdfast.workspace()) with check (workspace_id = holdfast.workspace());

alter table records.idempotency enable row level security;

alter table records.idempotency force row level security;

create policy own_workspace on records.idempotency to {app} using (workspace_id = holdfast.workspace()) with check (workspace_id = holdfast.workspace());

create policy background on records.idempotency to {system} using (true) with check (true);

alter table intake.import enable row level security;

alter table intake.import force row level security;

create policy own_workspace on intake.import to {app} using (workspace_id = holdfast.workspace()) with check (workspace_id = holdfast.workspace());

alter table intake.reject enable row level security;

alter table intake.reject force row level security;

create policy own_workspace on intake.reject to {app} using (workspace_id = holdfast.workspace()) with check (workspace_id = holdfast.workspace());

alter table usage.event enable row level security;

alter table usage.event force row level security;

create policy own_workspace on usage.event to {app} using (workspace_id = holdfast.workspace()) with check (workspace_id = holdfast.workspace());

alter table usage.message enable row level security;

alter table usage.message force row level security;

create policy own_workspace on usage.message to {app} using (workspace_id = holdfast.workspace()) with check (workspace_id = holdfast.workspace());

alter table usage.day enable row level security;

alter table usage.day force row level security;

create policy own_workspace on usage.day to {app} using (workspace_id = holdfast.workspace()) with check (workspace_id = holdfast.workspace());
