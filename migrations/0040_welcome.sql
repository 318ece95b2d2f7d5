-- What a newcomer is led by: the demo company on request, and how far each has come in the tour.
create schema welcome;

grant usage on schema welcome to {app}, {system};

-- One a workspace. `state`: waiting, loading, loaded, leaving, gone or failed. `day`: the day the story stands on, so that a load that was killed goes on with the same one.
create table welcome.demo (
  workspace_id uuid not null,
  state text not null,
  day date not null,
  accounts integer not null,
  records integer not null default 0,
  events integer not null default 0,
  asked_by text not null,
  asked_at timestamptz not null,
  ended_at timestamptz,
  primary key (workspace_id)
);

create table welcome.tour (
  workspace_id uuid not null,
  user_id uuid not null,
  step integer not null,
  is_over boolean not null,
  primary key (workspace_id, user_id)
);

grant select, update on welcome.demo to {app};

grant select, insert, update on welcome.demo to {system};

grant select, insert, update on welcome.tour to {app};

alter table welcome.demo enable row level security;

alter table welcome.demo force row level security;

create policy own_workspace on welcome.demo to {app} using (workspace_id = holdfast.workspace()) with check (workspace_id = holdfast.workspace());

create policy background on welcome.demo to {system} using (true) with check (true);

alter table welcome.tour enable row level security;

alter table welcome.tour force row level security;

create policy own_workspace on welcome.tour to {app} using (workspace_id = holdfast.workspace()) with check (workspace_id = holdfast.workspace());
