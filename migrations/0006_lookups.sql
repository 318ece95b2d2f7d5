-- Look-ups by record begin with the record. Led by the workspace, these indexes promised as much as the primary keys for a
-- workspace that the statistics do not know yet, and a first import read all its own rows again for each key it looked for.

drop index records.match_key_of;

create index match_key_of on records.match_key (record_id, workspace_id);

drop index records.source_record_of;

create index source_record_of on records.source_record (record_id, workspace_id);

drop index ledger.history_record;

create index history_record on ledger.history (record_id, workspace_id, act_id);
