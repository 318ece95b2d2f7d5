-- A change set is noted on its import in the transaction that writes it. Those of flushes that were written beside one that failed, before,
-- are found by the answers kept under the keys of imports.

insert into intake.act (workspace_id, import_id, act_id)
  select i.workspace_id, i.import_id, i.act_id
  from (select workspace_id, split_part(key, ':', 2)::uuid as import_id, (answer ->> 'act')::uuid as act_id
    from records.idempotency where key ~ '^import:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}:' and answer ->> 'act' is not null) i
  where exists (select 1 from intake.import m where m.workspace_id = i.workspace_id and m.id = i.import_id)
  on conflict do nothing;
