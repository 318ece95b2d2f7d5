-- The change sets of an import, one row each: a list of them in the import's own row was written anew with every thousand rows.

create table intake.act (
  workspace_id uuid not null,
  import_id uuid not null,
  act_id uuid not null,
  primary key (workspace_id, import_id, act_id)
);

insert into intake.act (workspace_id, import_id, act_id)
  select distinct i.workspace_id, i.id, a.id::uuid
  from intake.import i
  cross join lateral jsonb_each(i.progress) f
  cross join lateral jsonb_array_elements_text(f.value -> 'acts') a(id);

grant select, insert, delete on intake.act to {app};

alter table intake.act enable row level security;

alter table intake.act force row level security;

create policy own_workspace on intake.act to {app} using (workspace_id = holdfast.workspace()) with check (workspace_id = holdfast.workspace());
