-- What people sent is personal data that nobody needs once it has been taken in: the files go, what became of their rows stays.

alter table intake.file add column removed_at timestamptz;

create index file_kept on intake.file (workspace_id, import_id) where removed_at is null;
