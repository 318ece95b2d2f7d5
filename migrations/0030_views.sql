-- Saved views: what to ask of an object and how to lay it out, for its owner, their team or the whole workspace.

create schema collaboration;

grant usage on schema collaboration to {app}, {system};

create table collaboration.view (
  workspace_id uuid not null,
  id uuid not null,
  object text not null,
  name text not null,
  owner_id uuid not null,
  audience text not null,
  team_id uuid,
  definition jsonb not null,
  version integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  primary key (workspace_id, id)
);

create index view_of_object on collaboration.view (workspace_id, object, id) where deleted_at is null;

-- The view somebody begins with, for each object.
create table collaboration.view_default (
  workspace_id uuid not null,
  user_id uuid not null,
  object text not null,
  view_id uuid not null,
  primary key (workspace_id, user_id, object)
);

grant select, insert, update, delete on collaboration.view, collaboration.view_default to {app};

alter table collaboration.view enable row level security;

alter table collaboration.view force row level security;

create policy own_workspace on collaboration.view to {app} using (workspace_id = holdfast.workspace()) with check (workspace_id = holdfast.workspace());

alter table collaboration.view_default enable row level security;

alter table collaboration.view_default force row level security;

create policy own_workspace on collaboration.view_default to {app} using (workspace_id = holdfast.workspace()) with check (workspace_id = holdfast.workspace());
