-- Claims, keys and history are looked up by their keys. Six thousand rows of a table tell the planner enough for that, and half as many rows again
-- are reason enough to look anew: of thirty thousand rows, whenever a tenth had come, an import paid a tenth of the database's time.

alter table records.source_record alter column object set statistics 20, alter column system set statistics 20, alter column local_id set statistics 20,
  alter column record_id set statistics 20, alter column file set statistics 0, alter column act_id set statistics 20, alter column said_at set statistics 0,
  alter column verified_on set statistics 0, alter column home_id set statistics 20;

alter table records.match_key alter column number set statistics 20, alter column record_id set statistics 20, alter column object set statistics 20,
  alter column home_id set statistics 20;

alter table ledger.history alter column workspace_id set statistics 20, alter column act_id set statistics 20, alter column n set statistics 0,
  alter column object set statistics 20, alter column record_id set statistics 20, alter column version set statistics 20, alter column verb set statistics 20,
  alter column system set statistics 20;

alter table records.source_record set (autovacuum_analyze_scale_factor = 0.5, autovacuum_vacuum_insert_scale_factor = 0.5);

alter table records.match_key set (autovacuum_analyze_scale_factor = 0.5, autovacuum_vacuum_insert_scale_factor = 0.5);

alter table records.search_key set (autovacuum_analyze_scale_factor = 0.5, autovacuum_vacuum_insert_scale_factor = 0.5);

alter table ledger.history set (autovacuum_analyze_scale_factor = 0.5, autovacuum_vacuum_insert_scale_factor = 0.5);

alter table ledger.act alter column record_ids set statistics 0, alter column classes set statistics 0, alter column because set statistics 0;

alter table ledger.outbox alter column systems set statistics 0, alter column fields set statistics 0, alter column records set statistics 0;

alter table ledger.head alter column root set statistics 0, alter column frontier set statistics 0, alter column previous set statistics 0,
  alter column signature set statistics 0;
