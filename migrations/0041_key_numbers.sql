-- Records are recognised by numbers: eight bytes in the index where three texts were (src/matching/key-number.ts). The text is kept of keys
-- that exact rules go by; a key of likeness only proposes. Words, whose beginnings are looked for, stay texts, in a table of their own.

create table records.search_key (
  workspace_id uuid not null,
  list integer not null,
  key text not null,
  record_id uuid not null,
  home_id uuid,
  primary key (workspace_id, list, key, record_id)
);

insert into records.search_key (workspace_id, list, key, record_id, home_id)
  select k.workspace_id, l.list, k.key, k.record_id, k.home_id from records.match_key k join (values
      ('account', '~first', 1), ('account', '~later', 2), ('account', 'domain', 3), ('contact', '~first', 4), ('contact', '~later', 5),
      ('opportunity', '~first', 6), ('opportunity', '~later', 7), ('ticket', '~first', 8), ('ticket', '~later', 9),
      ('interaction', '~first', 10), ('interaction', '~later', 11)) l(object, kind, list) on l.object = k.object and l.kind = k.kind;

create index search_key_of on records.search_key (record_id, workspace_id);

create table records.numbered_key (
  workspace_id uuid not null,
  number bigint not null,
  record_id uuid not null,
  object text not null,
  kind text,
  key text,
  home_id uuid,
  primary key (workspace_id, number, record_id)
);

insert into records.numbered_key (workspace_id, number, record_id, object, kind, key, home_id)
  select workspace_id, hashtextextended((object || ' ' || kind || ' ' || key) collate "C", 0) & 9007199254740991, record_id, object,
    case when kind not like '~%' then kind end, case when kind not like '~%' then key end, home_id
  from records.match_key where kind not in ('~first', '~later')
  on conflict do nothing;

drop table records.match_key;

alter table records.numbered_key rename to match_key;

alter index records.numbered_key_pkey rename to match_key_pkey;

create index match_key_of on records.match_key (record_id, workspace_id);

grant select, insert, update, delete on records.match_key, records.search_key to {app};

alter table records.match_key enable row level security;

alter table records.match_key force row level security;

create policy own_workspace on records.match_key to {app} using (workspace_id = holdfast.workspace()) with check (workspace_id = holdfast.workspace());

alter table records.search_key enable row level security;

alter table records.search_key force row level security;

create policy own_workspace on records.search_key to {app} using (workspace_id = holdfast.workspace()) with check (workspace_id = holdfast.workspace());
