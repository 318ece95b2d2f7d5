-- Merging. A merged record is the claims of all: source records move to the record that stays and remember whose they were
-- (`home_id`), so that taking it apart again is moving them back. The old ids lead to the record that stays for ever.

alter table records.source_record add column home_id uuid;

-- Set where a key is here because another record's keys came with it in a merge.
alter table records.match_key add column home_id uuid;

-- `into_id`: the record it was merged into, by the act; `to_id`: where that leads today, after further merges.
create table records.redirect (
  workspace_id uuid not null,
  object text not null,
  id uuid not null,
  into_id uuid not null,
  to_id uuid not null,
  act_id uuid not null,
  primary key (workspace_id, id)
);

create index redirect_to on records.redirect (to_id, workspace_id);

create index redirect_act on records.redirect (act_id, workspace_id);

grant select, insert, update, delete on records.redirect to {app};

alter table records.redirect enable row level security;

alter table records.redirect force row level security;

create policy own_workspace on records.redirect to {app} using (workspace_id = holdfast.workspace()) with check (workspace_id = holdfast.workspace());

create schema duplicates;

grant usage on schema duplicates to {app}, {system};

-- Pairs that may be one, and what was decided of them: open, merged, never, dismissed, related. `a` sorts before `b`; both are ids as they were when the pair was found.
create table duplicates.candidate (
  workspace_id uuid not null,
  object text not null,
  a uuid not null,
  b uuid not null,
  state text not null,
  bits double precision,
  vector jsonb,
  value_at_stake bigint not null default 0,
  found_at timestamptz not null,
  decided_at timestamptz,
  decided_by text,
  because text,
  primary key (workspace_id, object, a, b)
);

create index candidate_queue on duplicates.candidate (workspace_id, object, value_at_stake desc, bits desc, a, b) where state = 'open';

create index candidate_of_b on duplicates.candidate (b, workspace_id);

grant select, insert, update, delete on duplicates.candidate to {app};

alter table duplicates.candidate enable row level security;

alter table duplicates.candidate force row level security;

create policy own_workspace on duplicates.candidate to {app} using (workspace_id = holdfast.workspace()) with check (workspace_id = holdfast.workspace());
