-- From how many bits of evidence on records of an object are merged without a person looking. No row: never.

create table duplicates.setting (
  workspace_id uuid not null,
  object text not null,
  merge_from double precision,
  set_at timestamptz not null,
  set_by text not null,
  primary key (workspace_id, object)
);

grant select, insert, update, delete on duplicates.setting to {app};

alter table duplicates.setting enable row level security;

alter table duplicates.setting force row level security;

create policy own_workspace on duplicates.setting to {app} using (workspace_id = holdfast.workspace()) with check (workspace_id = holdfast.workspace());
