-- A recurring import may have an address that its file is mailed to: what the address is made from, what it is looked up by, and who may
-- send to it. An import that came by mail is known by that mail, so that one delivered twice is taken in once.

alter table intake.recurring add column mail_nonce text;

alter table intake.recurring add column mail_digest text;

alter table intake.recurring add column mail_senders text[] not null default '{}';

create index recurring_mail on intake.recurring (mail_digest) where mail_digest is not null;

alter table intake.import add column mail text;

alter table intake.import add column is_mail_taken boolean not null default false;

create index import_of_mail on intake.import (workspace_id, recurring_id, mail) where mail is not null;
