-- The directory of who can sign in with a password: the tables that better-auth keeps, under names of ours. They are the one
-- exception to "every table begins with workspace_id": a person has one password however many workspaces let them in, so these
-- are of the whole installation. What a person may enter is decided elsewhere (access.member, by e-mail address). Requests' own
-- role ({app}) has no right to any of it.

create table directory.user (
  id text primary key,
  name text not null,
  email text not null unique,
  email_verified boolean not null default false,
  image text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table directory.session (
  id text primary key,
  user_id text not null references directory.user on delete cascade,
  token text not null unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create index session_of_user on directory.session (user_id);

create index session_expiry on directory.session (expires_at);

create table directory.account (
  id text primary key,
  user_id text not null references directory.user on delete cascade,
  account_id text not null,
  provider_id text not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create unique index account_provider on directory.account (provider_id, account_id);

create index account_user on directory.account (user_id);

create table directory.verification (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create index verification_identifier on directory.verification (identifier);

grant select, insert, update, delete on directory.user, directory.session, directory.account, directory.verification to {system};

-- Whether the schema is as new as the program: asked by the readiness check, which may read nothing else of the owner's.
create function holdfast.migrations_done() returns bigint language sql stable security definer set search_path = pg_catalog
  return (select count(*) from public.holdfast_migration);

revoke all on function holdfast.migrations_done() from public;

grant execute on function holdfast.migrations_done() to {system};
