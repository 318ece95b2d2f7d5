-- Generated from the dictionary by `npm run dictionary`.

create table customer."handoff" (
  workspace_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  custom jsonb not null default '{}',
  "customer" text,
  "account" uuid,
  "opportunity" uuid,
  "arr" bigint,
  "arr_currency" text,
  "starts_on" date,
  "renewal_date" date,
  "terms" text,
  "csm" uuid,
  "sales_owner" uuid,
  "primary_name" text,
  "primary_email" text,
  "primary_role" text,
  "sponsor_name" text,
  "sponsor_email" text,
  "billing_name" text,
  "billing_email" text,
  "technical_name" text,
  "technical_email" text,
  "use_case" text,
  "success_criteria" text,
  "promises" text,
  "risks" text,
  "integrations" text,
  "kickoff_on" date,
  "notes" text,
  "state" text,
  "first_submitted_at" timestamptz,
  "submitted_at" timestamptz,
  "submitted_by" uuid,
  "returned_at" timestamptz,
  "returned_by" uuid,
  "return_reasons" text,
  "times_returned" bigint,
  "accepted_at" timestamptz,
  "accepted_by" uuid,
  "contact" uuid,
  "contract" uuid,
  "hours_to_accept" numeric,
  "usefulness" bigint,
  "usefulness_note" text,
  "rated_at" timestamptz,
  primary key (workspace_id, id)
);

alter table customer."handoff" enable row level security;

alter table customer."handoff" force row level security;

create policy own_workspace on customer."handoff" to {app} using (workspace_id = holdfast.workspace()) with check (workspace_id = holdfast.workspace());

grant select, insert, update on customer."handoff" to {app};

create index "handoff_custom" on customer."handoff" using gin (workspace_id, custom jsonb_path_ops) where custom <> '{}';

create table customer."onboarding" (
  workspace_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  custom jsonb not null default '{}',
  "account" uuid,
  "name" text,
  "owner" uuid,
  "begun_on" date,
  "due_on" date,
  "completed_on" date,
  primary key (workspace_id, id)
);

alter table customer."onboarding" enable row level security;

alter table customer."onboarding" force row level security;

create policy own_workspace on customer."onboarding" to {app} using (workspace_id = holdfast.workspace()) with check (workspace_id = holdfast.workspace());

grant select, insert, update on customer."onboarding" to {app};

create index "onboarding_custom" on customer."onboarding" using gin (workspace_id, custom jsonb_path_ops) where custom <> '{}';

create table customer."onboarding_step" (
  workspace_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  custom jsonb not null default '{}',
  "onboarding" uuid,
  "item" text,
  "done_on" date,
  "done_by" uuid,
  "note" text,
  primary key (workspace_id, id)
);

alter table customer."onboarding_step" enable row level security;

alter table customer."onboarding_step" force row level security;

create policy own_workspace on customer."onboarding_step" to {app} using (workspace_id = holdfast.workspace()) with check (workspace_id = holdfast.workspace());

grant select, insert, update on customer."onboarding_step" to {app};

create index "onboarding_step_custom" on customer."onboarding_step" using gin (workspace_id, custom jsonb_path_ops) where custom <> '{}';

create index "handoff_customer" on customer."handoff" (workspace_id, "customer", id);

create index "handoff_customer_terms" on customer."handoff" using gin (workspace_id, holdfast.terms("customer"));

alter table customer."handoff" add constraint "handoff_account" foreign key (workspace_id, "account") references customer."account";

create index "handoff_account" on customer."handoff" (workspace_id, "account", id);

alter table customer."handoff" add constraint "handoff_opportunity" foreign key (workspace_id, "opportunity") references customer."opportunity";

create index "handoff_opportunity" on customer."handoff" (workspace_id, "opportunity", id);

alter table customer."handoff" add constraint "handoff_csm" foreign key (workspace_id, "csm") references customer."user";

create index "handoff_csm" on customer."handoff" (workspace_id, "csm", id);

alter table customer."handoff" add constraint "handoff_sales_owner" foreign key (workspace_id, "sales_owner") references customer."user";

create index "handoff_sales_owner" on customer."handoff" (workspace_id, "sales_owner", id);

create index "handoff_primary_email" on customer."handoff" (workspace_id, "primary_email" text_pattern_ops, id);

create index "handoff_sponsor_email" on customer."handoff" (workspace_id, "sponsor_email" text_pattern_ops, id);

create index "handoff_billing_email" on customer."handoff" (workspace_id, "billing_email" text_pattern_ops, id);

create index "handoff_technical_email" on customer."handoff" (workspace_id, "technical_email" text_pattern_ops, id);

alter table customer."handoff" add constraint "handoff_submitted_by" foreign key (workspace_id, "submitted_by") references customer."user";

create index "handoff_submitted_by" on customer."handoff" (workspace_id, "submitted_by", id);

alter table customer."handoff" add constraint "handoff_returned_by" foreign key (workspace_id, "returned_by") references customer."user";

create index "handoff_returned_by" on customer."handoff" (workspace_id, "returned_by", id);

alter table customer."handoff" add constraint "handoff_accepted_by" foreign key (workspace_id, "accepted_by") references customer."user";

create index "handoff_accepted_by" on customer."handoff" (workspace_id, "accepted_by", id);

alter table customer."handoff" add constraint "handoff_contact" foreign key (workspace_id, "contact") references customer."contact";

create index "handoff_contact" on customer."handoff" (workspace_id, "contact", id);

alter table customer."handoff" add constraint "handoff_contract" foreign key (workspace_id, "contract") references customer."contract";

create index "handoff_contract" on customer."handoff" (workspace_id, "contract", id);

alter table customer."onboarding" add constraint "onboarding_account" foreign key (workspace_id, "account") references customer."account";

create index "onboarding_account" on customer."onboarding" (workspace_id, "account", id);

create index "onboarding_name" on customer."onboarding" (workspace_id, "name", id);

create index "onboarding_name_terms" on customer."onboarding" using gin (workspace_id, holdfast.terms("name"));

alter table customer."onboarding" add constraint "onboarding_owner" foreign key (workspace_id, "owner") references customer."user";

create index "onboarding_owner" on customer."onboarding" (workspace_id, "owner", id);

alter table customer."onboarding_step" add constraint "onboarding_step_onboarding" foreign key (workspace_id, "onboarding") references customer."onboarding";

create index "onboarding_step_onboarding" on customer."onboarding_step" (workspace_id, "onboarding", id);

create index "onboarding_step_item" on customer."onboarding_step" (workspace_id, "item", id);

create index "onboarding_step_item_terms" on customer."onboarding_step" using gin (workspace_id, holdfast.terms("item"));

alter table customer."onboarding_step" add constraint "onboarding_step_done_by" foreign key (workspace_id, "done_by") references customer."user";

create index "onboarding_step_done_by" on customer."onboarding_step" (workspace_id, "done_by", id);
