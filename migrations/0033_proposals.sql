-- What a workspace says otherwise of a field than the product does: its meaning, who answers for it, whether it is expected.
create table access.field_change (
  workspace_id uuid not null references access.workspace,
  object text not null,
  field text not null,
  change jsonb not null,
  primary key (workspace_id, object, field)
);

grant select on access.field_change to {app};

grant select, insert, update on access.field_change to {system};

alter table access.field_change enable row level security;

alter table access.field_change force row level security;

create policy own_workspace on access.field_change to {app} using (workspace_id = holdfast.workspace()) with check (workspace_id = holdfast.workspace());

create policy background on access.field_change to {system} using (true) with check (true);

-- Proposed changes of the dictionary: anybody's word, and what its owner decided. None is deleted.
create schema governance;

grant usage on schema governance to {app};

create table governance.proposal (
  workspace_id uuid not null,
  id uuid not null,
  object text not null,
  field text,
  kind text not null,
  change jsonb not null,
  because text not null,
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  state text not null,
  decided_by uuid,
  decided_at timestamptz,
  decided_because text,
  primary key (workspace_id, id)
);

create index proposal_state on governance.proposal (workspace_id, state, id);

grant select, insert, update on governance.proposal to {app};

alter table governance.proposal enable row level security;

alter table governance.proposal force row level security;

create policy own_workspace on governance.proposal to {app} using (workspace_id = holdfast.workspace()) with check (workspace_id = holdfast.workspace());
