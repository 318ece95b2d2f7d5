-- Documents and texts that no statement is planned by. While records come in fast, thousands of them were sorted every fifteen seconds to know
-- the commonest, which cost the database a fifteenth of its time.

alter table records.source_record alter column claims set statistics 0, alter column marks set statistics 0, alter column document set statistics 0,
  alter column rows set statistics 0;

alter table records.match_key alter column kind set statistics 0, alter column key set statistics 0;

alter table ledger.history alter column changed set statistics 0, alter column claims_before set statistics 0, alter column local_id set statistics 0;

alter table ledger.act alter column details set statistics 0, alter column salt set statistics 0, alter column leaf_hash set statistics 0;

alter table records.idempotency alter column answer set statistics 0, alter column request_hash set statistics 0;

alter table intake.outcome alter column rows set statistics 0;
