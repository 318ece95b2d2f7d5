-- The words of titles as keys, for records that are there: what a search by words looks through (src/matching/title-words.ts).

insert into records.match_key (workspace_id, object, kind, key, record_id)
  select distinct t.workspace_id, 'account', case when w.n = 1 then '~first' else '~later' end, left(w.word, 24), t.id
  from customer.account t
  cross join lateral regexp_split_to_table(trim(regexp_replace(holdfast.fold(t.name), '[^[:alnum:]]+', ' ', 'g')), ' ') with ordinality w(word, n)
  where w.word <> '' and w.n <= 8
  on conflict do nothing;

insert into records.match_key (workspace_id, object, kind, key, record_id)
  select distinct t.workspace_id, 'contact', case when w.n = 1 then '~first' else '~later' end, left(w.word, 24), t.id
  from customer.contact t
  cross join lateral regexp_split_to_table(trim(regexp_replace(holdfast.fold(t.name), '[^[:alnum:]]+', ' ', 'g')), ' ') with ordinality w(word, n)
  where w.word <> '' and w.n <= 8
  on conflict do nothing;

insert into records.match_key (workspace_id, object, kind, key, record_id)
  select distinct t.workspace_id, 'opportunity', case when w.n = 1 then '~first' else '~later' end, left(w.word, 24), t.id
  from customer.opportunity t
  cross join lateral regexp_split_to_table(trim(regexp_replace(holdfast.fold(t.name), '[^[:alnum:]]+', ' ', 'g')), ' ') with ordinality w(word, n)
  where w.word <> '' and w.n <= 8
  on conflict do nothing;

insert into records.match_key (workspace_id, object, kind, key, record_id)
  select distinct t.workspace_id, 'ticket', case when w.n = 1 then '~first' else '~later' end, left(w.word, 24), t.id
  from customer.ticket t
  cross join lateral regexp_split_to_table(trim(regexp_replace(holdfast.fold(t.subject), '[^[:alnum:]]+', ' ', 'g')), ' ') with ordinality w(word, n)
  where w.word <> '' and w.n <= 8
  on conflict do nothing;

insert into records.match_key (workspace_id, object, kind, key, record_id)
  select distinct t.workspace_id, 'interaction', case when w.n = 1 then '~first' else '~later' end, left(w.word, 24), t.id
  from customer.interaction t
  cross join lateral regexp_split_to_table(trim(regexp_replace(holdfast.fold(t.subject), '[^[:alnum:]]+', ' ', 'g')), ' ') with ordinality w(word, n)
  where w.word <> '' and w.n <= 8
  on conflict do nothing;
