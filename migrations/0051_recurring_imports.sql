-- A file that a system without a connector gives every so often: whose it is, when it is due, and which folder of the server it may come by.

create table intake.recurring (
  workspace_id uuid not null,
  id uuid not null,
  name text not null,
  owner_id uuid not null,
  every_days integer not null,
  begins_on date not null,
  folder text,
  settings jsonb not null default '{}',
  created_at timestamptz not null,
  primary key (workspace_id, id)
);

create unique index recurring_folder on intake.recurring (workspace_id, folder) where folder is not null;

grant select, insert, update, delete on intake.recurring to {app};

grant select on intake.recurring to {system};

alter table intake.recurring enable row level security;

alter table intake.recurring force row level security;

create policy own_workspace on intake.recurring to {app} using (workspace_id = holdfast.workspace()) with check (workspace_id = holdfast.workspace());

create policy background on intake.recurring to {system} using (true) with check (true);

alter table intake.import add column recurring_id uuid;

create index import_of_recurring on intake.import (workspace_id, recurring_id, id) where recurring_id is not null;

alter table collaboration.notification add column note text;
