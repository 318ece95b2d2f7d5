-- Weights of evidence that a workspace's own records taught, by object: what was learned last, or why nothing was. Shares are kept by
-- field and level, as pairs of m and u. Used only where somebody said so.
create table duplicates.lesson (
  workspace_id uuid not null,
  object text not null,
  is_used boolean not null default false,
  records integer not null,
  refused_because text,
  shares jsonb,
  learned_at timestamptz not null,
  learned_by text not null,
  primary key (workspace_id, object)
);

grant select, insert, update, delete on duplicates.lesson to {app};

alter table duplicates.lesson enable row level security;

alter table duplicates.lesson force row level security;

create policy own_workspace on duplicates.lesson to {app} using (workspace_id = holdfast.workspace()) with check (workspace_id = holdfast.workspace());
