-- Imports as things of their own: who asked, which files they are made of, what their columns mean, what a preview or a run made
-- of each row. The files themselves lie in the data folder. `wanted` is the step that the worker is to do next; it stands in the
-- row itself, so that no step is lost between two systems.

alter table intake.import add column name text not null default '', add column owner_kind text not null default 'operator', add column owner_id text not null default '', add column settings jsonb not null default '{}', add column wanted text, add column is_queued boolean not null default false, add column step jsonb, add column preview jsonb, add column answers jsonb not null default '{}', add column failure jsonb;

alter table intake.import alter column fingerprint drop not null, alter column started_at drop not null;

alter table intake.import add column created_at timestamptz;

create index import_wanted on intake.import (id, workspace_id) where wanted is not null and not is_queued;

create index import_owner on intake.import (workspace_id, owner_kind, owner_id, id);

create table intake.file (
  workspace_id uuid not null,
  import_id uuid not null,
  id uuid not null,
  place integer not null,
  name text not null,
  dataset text not null,
  stored_as text not null,
  size bigint not null,
  received bigint not null,
  expected_digest text,
  digest text,
  reading jsonb not null default '{}',
  recognised jsonb,
  mapping jsonb,
  mapped_by text,
  profile jsonb,
  failure jsonb,
  primary key (workspace_id, import_id, id)
);

create index file_digest on intake.file (workspace_id, digest);

-- What became of rows, by the thousand. `of` says whether a preview or the run made it.
create table intake.outcome (
  workspace_id uuid not null,
  import_id uuid not null,
  of text not null,
  file text not null,
  n integer not null,
  rows jsonb not null,
  primary key (workspace_id, import_id, of, file, n)
);

-- What the columns of a kind of file mean, kept for the next one with the same headers.
create table intake.template (
  workspace_id uuid not null,
  id uuid not null,
  name text not null,
  headers text[] not null,
  fingerprint text not null,
  mapping jsonb not null,
  owner_kind text not null,
  owner_id text not null,
  saved_at timestamptz not null,
  primary key (workspace_id, id)
);

create unique index template_fingerprint on intake.template (workspace_id, owner_kind, owner_id, fingerprint);

grant select, insert, update, delete on intake.file, intake.outcome, intake.template to {app};

grant select, update on intake.import to {system};

create policy background on intake.import to {system} using (true) with check (true);

alter table intake.file enable row level security;

alter table intake.file force row level security;

create policy own_workspace on intake.file to {app} using (workspace_id = holdfast.workspace()) with check (workspace_id = holdfast.workspace());

alter table intake.outcome enable row level security;

alter table intake.outcome force row level security;

create policy own_workspace on intake.outcome to {app} using (workspace_id = holdfast.workspace()) with check (workspace_id = holdfast.workspace());

alter table intake.template enable row level security;

alter table intake.template force row level security;

create policy own_workspace on intake.template to {app} using (workspace_id = holdfast.workspace()) with check (workspace_id = holdfast.workspace());
