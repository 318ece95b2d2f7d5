-- Comments on records, who follows a record, and what people are told of.

-- `act_id` and `fields`: the data change it speaks of, and the names of what that changed. `class`: who reads this class of the
-- object reads the comment. `author_id` is a member's.
create table collaboration.comment (
  workspace_id uuid not null,
  id uuid not null,
  object text not null,
  record_id uuid not null,
  parent_id uuid,
  act_id uuid,
  fields text[] not null,
  class text not null,
  author_id uuid not null,
  body text not null,
  mentions uuid[] not null,
  version integer not null,
  created_at timestamptz not null,
  edited_at timestamptz,
  deleted_at timestamptz,
  primary key (workspace_id, id)
);

create index comment_of_record on collaboration.comment (record_id, workspace_id, id);

-- What a comment said before it was edited.
create table collaboration.comment_version (
  workspace_id uuid not null,
  comment_id uuid not null,
  version integer not null,
  body text not null,
  at timestamptz not null,
  primary key (workspace_id, comment_id, version)
);

create table collaboration.follower (
  workspace_id uuid not null,
  user_id uuid not null,
  object text not null,
  record_id uuid not null,
  since timestamptz not null,
  primary key (workspace_id, user_id, record_id)
);

create index follower_of_record on collaboration.follower (record_id, workspace_id);

-- `key` says what it is of: the same thing is told once. `stamp` is an id of the moment it was last told. It holds no text: what it
-- is about is read under the rights of whoever opens it.
create table collaboration.notification (
  workspace_id uuid not null,
  user_id uuid not null,
  id uuid not null,
  kind text not null,
  key text not null,
  object text,
  record_id uuid,
  comment_id uuid,
  act_id uuid,
  by_kind text,
  by_id text,
  count integer not null default 1,
  stamp uuid not null,
  at timestamptz not null,
  read_at timestamptz,
  primary key (workspace_id, user_id, id)
);

create unique index notification_key on collaboration.notification (workspace_id, user_id, key);

create index notification_inbox on collaboration.notification (workspace_id, user_id, stamp);

grant select, insert, update, delete on collaboration.comment, collaboration.comment_version, collaboration.follower, collaboration.notification to {app};

grant select (workspace_id, user_id, stamp) on collaboration.notification to {system};

grant select (workspace_id, record_id) on collaboration.follower to {system};

alter table collaboration.comment enable row level security;

alter table collaboration.comment force row level security;

create policy own_workspace on collaboration.comment to {app} using (workspace_id = holdfast.workspace()) with check (workspace_id = holdfast.workspace());

alter table collaboration.comment_version enable row level security;

alter table collaboration.comment_version force row level security;

create policy own_workspace on collaboration.comment_version to {app} using (workspace_id = holdfast.workspace()) with check (workspace_id = holdfast.workspace());

alter table collaboration.follower enable row level security;

alter table collaboration.follower force row level security;

create policy own_workspace on collaboration.follower to {app} using (workspace_id = holdfast.workspace()) with check (workspace_id = holdfast.workspace());

alter table collaboration.notification enable row level security;

alter table collaboration.notification force row level security;

create policy own_workspace on collaboration.notification to {app} using (workspace_id = holdfast.workspace()) with check (workspace_id = holdfast.workspace());

create policy background on collaboration.follower for select to {system} using (true);

create policy background on collaboration.notification for select to {system} using (true);
