-- A workspace that came since the last analysis counts as one row where statistics name all others, and what is looked up by its record is then
-- looked for in the whole workspace. Without statistics every workspace counts as a two-hundredth of the table. These two are asked by key alone.

alter table records.source_record alter column workspace_id set statistics 0;

alter table records.match_key alter column workspace_id set statistics 0;

do $$
begin
  if to_regprocedure('pg_catalog.pg_clear_attribute_stats(text, text, text, boolean)') is not null then
    perform pg_catalog.pg_clear_attribute_stats('records', 'source_record', 'workspace_id', false);
    perform pg_catalog.pg_clear_attribute_stats('records', 'match_key', 'workspace_id', false);
  end if;
end
$$;
