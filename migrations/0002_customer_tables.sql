-- Generated from the dictionary by `npm run dictionary`.

create table customer."account" (
  workspace_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  custom jsonb not null default '{}',
  "name" text,
  "legal_name" text,
  "domains" text[],
  "website" text,
  "phone" text,
  "industry" text,
  "verticals" text[],
  "employees" bigint,
  "annual_revenue" bigint,
  "annual_revenue_currency" text,
  "country" text,
  "city" text,
  "timezone" text,
  "parent" uuid,
  "type" text,
  "tier" text,
  "designations" text[],
  "lifecycle_stage" text,
  "growth_potential" text,
  "owner" uuid,
  "region" text,
  "acquisition_channel" text,
  "referral_source" text,
  "tags" text[],
  "internal_note" text,
  "arr" bigint,
  "arr_currency" text,
  "mrr" bigint,
  "mrr_currency" text,
  "payment_status" text,
  "contract_start" date,
  "renewal_date" date,
  "renewal_forecast" text,
  "renewal_risk" text,
  "discount" numeric,
  "special_terms" text,
  "billing_contact" uuid,
  "product_lines" text[],
  "use_cases" text[],
  "technical_environment" text,
  "onboarding_completed_on" date,
  "went_live_on" date,
  "last_business_review_on" date,
  primary key (workspace_id, id)
);

alter table customer."account" enable row level security;

alter table customer."account" force row level security;

create policy own_workspace on customer."account" to {app} using (workspace_id = holdfast.workspace()) with check (workspace_id = holdfast.workspace());

grant select, insert, update on customer."account" to {app};

create index "account_custom" on customer."account" using gin (workspace_id, custom jsonb_path_ops) where custom <> '{}';

create table customer."contact" (
  workspace_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  custom jsonb not null default '{}',
  "name" text,
  "first_name" text,
  "last_name" text,
  "title" text,
  "department" text,
  "reports_to" uuid,
  "linkedin_url" text,
  "internal_note" text,
  "can_decide_renewal" boolean,
  "controls_budget" boolean,
  "administers_product" boolean,
  "user_kind" text,
  "renewal_influence" text,
  "engagement" text,
  "relationship_owner" uuid,
  "email" text,
  "phone" text,
  "mobile_phone" text,
  "preferred_channels" text[],
  "avoid_channels" text[],
  "meeting_cadence" text,
  "language" text,
  "timezone" text,
  "email_opt_out" boolean,
  "phone_opt_out" boolean,
  "do_not_contact" boolean,
  "status" text,
  "last_verified_on" date,
  "verified_how" text,
  "verified_by" uuid,
  "bounced_on" date,
  primary key (workspace_id, id)
);

alter table customer."contact" enable row level security;

alter table customer."contact" force row level security;

create policy own_workspace on customer."contact" to {app} using (workspace_id = holdfast.workspace()) with check (workspace_id = holdfast.workspace());

grant select, insert, update on customer."contact" to {app};

create index "contact_custom" on customer."contact" using gin (workspace_id, custom jsonb_path_ops) where custom <> '{}';

create table customer."account_contact" (
  workspace_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  custom jsonb not null default '{}',
  "account" uuid,
  "contact" uuid,
  "roles" text[],
  "stance" text,
  "strength" text,
  "is_primary" boolean,
  "since" date,
  "until" date,
  "is_current" boolean,
  primary key (workspace_id, id)
);

alter table customer."account_contact" enable row level security;

alter table customer."account_contact" force row level security;

create policy own_workspace on customer."account_contact" to {app} using (workspace_id = holdfast.workspace()) with check (workspace_id = holdfast.workspace());

grant select, insert, update on customer."account_contact" to {app};

create index "account_contact_custom" on customer."account_contact" using gin (workspace_id, custom jsonb_path_ops) where custom <> '{}';

create table customer."account_team_member" (
  workspace_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  custom jsonb not null default '{}',
  "account" uuid,
  "user" uuid,
  "role" text,
  primary key (workspace_id, id)
);

alter table customer."account_team_member" enable row level security;

alter table customer."account_team_member" force row level security;

create policy own_workspace on customer."account_team_member" to {app} using (workspace_id = holdfast.workspace()) with check (workspace_id = holdfast.workspace());

grant select, insert, update on customer."account_team_member" to {app};

create index "account_team_member_custom" on customer."account_team_member" using gin (workspace_id, custom jsonb_path_ops) where custom <> '{}';

create table customer."contact_connection" (
  workspace_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  custom jsonb not null default '{}',
  "account" uuid,
  "contact" uuid,
  "other" uuid,
  "kind" text,
  "note" text,
  primary key (workspace_id, id)
);

alter table customer."contact_connection" enable row level security;

alter table customer."contact_connection" force row level security;

create policy own_workspace on customer."contact_connection" to {app} using (workspace_id = holdfast.workspace()) with check (workspace_id = holdfast.workspace());

grant select, insert, update on customer."contact_connection" to {app};

create index "contact_connection_custom" on customer."contact_connection" using gin (workspace_id, custom jsonb_path_ops) where custom <> '{}';

create table customer."contract" (
  workspace_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  custom jsonb not null default '{}',
  "account" uuid,
  "name" text,
  "number" text,
  "status" text,
  "starts_on" date,
  "renewal_date" date,
  "ends_on" date,
  "term_months" bigint,
  "auto_renews" boolean,
  "arr" bigint,
  "arr_currency" text,
  "mrr" bigint,
  "mrr_currency" text,
  "amends" uuid,
  "discount" numeric,
  "special_terms" text,
  "payment_status" text,
  "billing_contact" uuid,
  primary key (workspace_id, id)
);

alter table customer."contract" enable row level security;

alter table customer."contract" force row level security;

create policy own_workspace on customer."contract" to {app} using (workspace_id = holdfast.workspace()) with check (workspace_id = holdfast.workspace());

grant select, insert, update on customer."contract" to {app};

create index "contract_custom" on customer."contract" using gin (workspace_id, custom jsonb_path_ops) where custom <> '{}';

create table customer."product" (
  workspace_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  custom jsonb not null default '{}',
  "name" text,
  "code" text,
  "family" text,
  "kind" text,
  "is_active" boolean,
  "description" text,
  primary key (workspace_id, id)
);

alter table customer."product" enable row level security;

alter table customer."product" force row level security;

create policy own_workspace on customer."product" to {app} using (workspace_id = holdfast.workspace()) with check (workspace_id = holdfast.workspace());

grant select, insert, update on customer."product" to {app};

create index "product_custom" on customer."product" using gin (workspace_id, custom jsonb_path_ops) where custom <> '{}';

create table customer."subscription" (
  workspace_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  custom jsonb not null default '{}',
  "account" uuid,
  "product" uuid,
  "name" text,
  "status" text,
  "started_on" date,
  "trial_ends_on" date,
  "current_period_ends_on" date,
  "cancels_at_period_end" boolean,
  "canceled_on" date,
  "quantity" bigint,
  "unit_price" bigint,
  "unit_price_currency" text,
  "arr" bigint,
  "arr_currency" text,
  primary key (workspace_id, id)
);

alter table customer."subscription" enable row level security;

alter table customer."subscription" force row level security;

create policy own_workspace on customer."subscription" to {app} using (workspace_id = holdfast.workspace()) with check (workspace_id = holdfast.workspace());

grant select, insert, update on customer."subscription" to {app};

create index "subscription_custom" on customer."subscription" using gin (workspace_id, custom jsonb_path_ops) where custom <> '{}';

create table customer."invoice" (
  workspace_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  custom jsonb not null default '{}',
  "account" uuid,
  "subscription" uuid,
  "number" text,
  "status" text,
  "issued_on" date,
  "due_on" date,
  "paid_on" date,
  "total" bigint,
  "total_currency" text,
  "tax" bigint,
  "tax_currency" text,
  "paid" bigint,
  "paid_currency" text,
  "outstanding" bigint,
  "outstanding_currency" text,
  "days_late" bigint,
  primary key (workspace_id, id)
);

alter table customer."invoice" enable row level security;

alter table customer."invoice" force row level security;

create policy own_workspace on customer."invoice" to {app} using (workspace_id = holdfast.workspace()) with check (workspace_id = holdfast.workspace());

grant select, insert, update on customer."invoice" to {app};

create index "invoice_custom" on customer."invoice" using gin (workspace_id, custom jsonb_path_ops) where custom <> '{}';

create table customer."payment" (
  workspace_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  custom jsonb not null default '{}',
  "account" uuid,
  "invoice" uuid,
  "reference" text,
  "amount" bigint,
  "amount_currency" text,
  "paid_on" date,
  "status" text,
  "method" text,
  primary key (workspace_id, id)
);

alter table customer."payment" enable row level security;

alter table customer."payment" force row level security;

create policy own_workspace on customer."payment" to {app} using (workspace_id = holdfast.workspace()) with check (workspace_id = holdfast.workspace());

grant select, insert, update on customer."payment" to {app};

create index "payment_custom" on customer."payment" using gin (workspace_id, custom jsonb_path_ops) where custom <> '{}';

create table customer."opportunity" (
  workspace_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  custom jsonb not null default '{}',
  "account" uuid,
  "name" text,
  "kind" text,
  "stage" text,
  "amount" bigint,
  "amount_currency" text,
  "probability" numeric,
  "closes_on" date,
  "owner" uuid,
  "loss_reason" text,
  "is_closed" boolean,
  "is_won" boolean,
  primary key (workspace_id, id)
);

alter table customer."opportunity" enable row level security;

alter table customer."opportunity" force row level security;

create policy own_workspace on customer."opportunity" to {app} using (workspace_id = holdfast.workspace()) with check (workspace_id = holdfast.workspace());

grant select, insert, update on customer."opportunity" to {app};

create index "opportunity_custom" on customer."opportunity" using gin (workspace_id, custom jsonb_path_ops) where custom <> '{}';

create table customer."ticket" (
  workspace_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  custom jsonb not null default '{}',
  "account" uuid,
  "requester" uuid,
  "assignee" uuid,
  "number" text,
  "subject" text,
  "description" text,
  "kind" text,
  "status" text,
  "priority" text,
  "opened_at" timestamptz,
  "updated_in_source_at" timestamptz,
  "solved_at" timestamptz,
  "resolution" text,
  "tags" text[],
  "is_escalated" boolean,
  "escalated_at" timestamptz,
  "escalation_outcome" text,
  "satisfaction" text,
  "satisfaction_comment" text,
  primary key (workspace_id, id)
);

alter table customer."ticket" enable row level security;

alter table customer."ticket" force row level security;

create policy own_workspace on customer."ticket" to {app} using (workspace_id = holdfast.workspace()) with check (workspace_id = holdfast.workspace());

grant select, insert, update on customer."ticket" to {app};

create index "ticket_custom" on customer."ticket" using gin (workspace_id, custom jsonb_path_ops) where custom <> '{}';

create table customer."interaction" (
  workspace_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  custom jsonb not null default '{}',
  "account" uuid,
  "kind" text,
  "direction" text,
  "happened_at" timestamptz,
  "logged_at" timestamptz,
  "is_logged_in_time" boolean,
  "duration_minutes" bigint,
  "author" uuid,
  "subject" text,
  "notes" text,
  "decided" text,
  "promised" text,
  "concerns" text,
  "tone" text,
  "thread" text,
  primary key (workspace_id, id)
);

alter table customer."interaction" enable row level security;

alter table customer."interaction" force row level security;

create policy own_workspace on customer."interaction" to {app} using (workspace_id = holdfast.workspace()) with check (workspace_id = holdfast.workspace());

grant select, insert, update on customer."interaction" to {app};

create index "interaction_custom" on customer."interaction" using gin (workspace_id, custom jsonb_path_ops) where custom <> '{}';

create table customer."attendance" (
  workspace_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  custom jsonb not null default '{}',
  "interaction" uuid,
  "contact" uuid,
  "user" uuid,
  "name" text,
  "email" text,
  "attended" boolean,
  primary key (workspace_id, id)
);

alter table customer."attendance" enable row level security;

alter table customer."attendance" force row level security;

create policy own_workspace on customer."attendance" to {app} using (workspace_id = holdfast.workspace()) with check (workspace_id = holdfast.workspace());

grant select, insert, update on customer."attendance" to {app};

create index "attendance_custom" on customer."attendance" using gin (workspace_id, custom jsonb_path_ops) where custom <> '{}';

create table customer."survey_response" (
  workspace_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  custom jsonb not null default '{}',
  "account" uuid,
  "contact" uuid,
  "ticket" uuid,
  "interaction" uuid,
  "survey" text,
  "kind" text,
  "score" bigint,
  "category" text,
  "comment" text,
  "themes" text[],
  "language" text,
  "sent_at" timestamptz,
  "responded_at" timestamptz,
  primary key (workspace_id, id)
);

alter table customer."survey_response" enable row level security;

alter table customer."survey_response" force row level security;

create policy own_workspace on customer."survey_response" to {app} using (workspace_id = holdfast.workspace()) with check (workspace_id = holdfast.workspace());

grant select, insert, update on customer."survey_response" to {app};

create index "survey_response_custom" on customer."survey_response" using gin (workspace_id, custom jsonb_path_ops) where custom <> '{}';

create table customer."objective" (
  workspace_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  custom jsonb not null default '{}',
  "account" uuid,
  "name" text,
  "kind" text,
  "baseline" text,
  "target" text,
  "current" text,
  "due_on" date,
  "status" text,
  "outcome" text,
  "reviewed_in" uuid,
  "owner" uuid,
  primary key (workspace_id, id)
);

alter table customer."objective" enable row level security;

alter table customer."objective" force row level security;

create policy own_workspace on customer."objective" to {app} using (workspace_id = holdfast.workspace()) with check (workspace_id = holdfast.workspace());

grant select, insert, update on customer."objective" to {app};

create index "objective_custom" on customer."objective" using gin (workspace_id, custom jsonb_path_ops) where custom <> '{}';

create table customer."task" (
  workspace_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  custom jsonb not null default '{}',
  "account" uuid,
  "contact" uuid,
  "interaction" uuid,
  "name" text,
  "due_on" date,
  "done_on" date,
  "status" text,
  "priority" text,
  "owner" uuid,
  "details" text,
  primary key (workspace_id, id)
);

alter table customer."task" enable row level security;

alter table customer."task" force row level security;

create policy own_workspace on customer."task" to {app} using (workspace_id = holdfast.workspace()) with check (workspace_id = holdfast.workspace());

grant select, insert, update on customer."task" to {app};

create index "task_custom" on customer."task" using gin (workspace_id, custom jsonb_path_ops) where custom <> '{}';

create table customer."usage_day" (
  workspace_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  custom jsonb not null default '{}',
  "account" uuid,
  "day" date,
  "daily_active" bigint,
  "weekly_active" bigint,
  "monthly_active" bigint,
  "actions" bigint,
  "last_sign_in_at" timestamptz,
  primary key (workspace_id, id)
);

alter table customer."usage_day" enable row level security;

alter table customer."usage_day" force row level security;

create policy own_workspace on customer."usage_day" to {app} using (workspace_id = holdfast.workspace()) with check (workspace_id = holdfast.workspace());

grant select, insert, update on customer."usage_day" to {app};

grant delete on customer."usage_day" to {app};

create unique index "usage_day_fact" on customer."usage_day" (workspace_id, "account", "day");

create index "usage_day_custom" on customer."usage_day" using gin (workspace_id, custom jsonb_path_ops) where custom <> '{}';

create table customer."user" (
  workspace_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  custom jsonb not null default '{}',
  "name" text,
  "email" text,
  "job_title" text,
  "team" uuid,
  "manager" uuid,
  "language" text,
  "timezone" text,
  "is_active" boolean,
  primary key (workspace_id, id)
);

alter table customer."user" enable row level security;

alter table customer."user" force row level security;

create policy own_workspace on customer."user" to {app} using (workspace_id = holdfast.workspace()) with check (workspace_id = holdfast.workspace());

grant select, insert, update on customer."user" to {app};

create index "user_custom" on customer."user" using gin (workspace_id, custom jsonb_path_ops) where custom <> '{}';

create table customer."team" (
  workspace_id uuid not null,
  id uuid not null,
  version integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  custom jsonb not null default '{}',
  "name" text,
  "function" text,
  "lead" uuid,
  "parent" uuid,
  primary key (workspace_id, id)
);

alter table customer."team" enable row level security;

alter table customer."team" force row level security;

create policy own_workspace on customer."team" to {app} using (workspace_id = holdfast.workspace()) with check (workspace_id = holdfast.workspace());

grant select, insert, update on customer."team" to {app};

create index "team_custom" on customer."team" using gin (workspace_id, custom jsonb_path_ops) where custom <> '{}';

create index "account_name" on customer."account" (workspace_id, "name", id);

create index "account_name_terms" on customer."account" using gin (workspace_id, holdfast.terms("name"));

alter table customer."account" add constraint "account_parent" foreign key (workspace_id, "parent") references customer."account";

create index "account_parent" on customer."account" (workspace_id, "parent", id);

alter table customer."account" add constraint "account_owner" foreign key (workspace_id, "owner") references customer."user";

create index "account_owner" on customer."account" (workspace_id, "owner", id);

alter table customer."account" add constraint "account_billing_contact" foreign key (workspace_id, "billing_contact") references customer."contact";

create index "account_billing_contact" on customer."account" (workspace_id, "billing_contact", id);

create index "account_by_renewal_date" on customer."account" (workspace_id, "renewal_date", "id");

create index "account_by_arr_currency_arr" on customer."account" (workspace_id, "arr_currency", "arr", "id");

create index "account_by_industry_renewal_date" on customer."account" (workspace_id, "industry", "renewal_date", "id");

create index "account_by_tier_renewal_date" on customer."account" (workspace_id, "tier", "renewal_date", "id");

create index "account_by_owner_renewal_date" on customer."account" (workspace_id, "owner", "renewal_date", "id");

create index "contact_name" on customer."contact" (workspace_id, "name", id);

create index "contact_name_terms" on customer."contact" using gin (workspace_id, holdfast.terms("name"));

alter table customer."contact" add constraint "contact_reports_to" foreign key (workspace_id, "reports_to") references customer."contact";

create index "contact_reports_to" on customer."contact" (workspace_id, "reports_to", id);

alter table customer."contact" add constraint "contact_relationship_owner" foreign key (workspace_id, "relationship_owner") references customer."user";

create index "contact_relationship_owner" on customer."contact" (workspace_id, "relationship_owner", id);

create index "contact_email" on customer."contact" (workspace_id, "email" text_pattern_ops, id);

alter table customer."contact" add constraint "contact_verified_by" foreign key (workspace_id, "verified_by") references customer."user";

create index "contact_verified_by" on customer."contact" (workspace_id, "verified_by", id);

create index "contact_by_updated_at" on customer."contact" (workspace_id, "updated_at", "id");

alter table customer."account_contact" add constraint "account_contact_account" foreign key (workspace_id, "account") references customer."account";

create index "account_contact_account" on customer."account_contact" (workspace_id, "account", id);

alter table customer."account_contact" add constraint "account_contact_contact" foreign key (workspace_id, "contact") references customer."contact";

create index "account_contact_contact" on customer."account_contact" (workspace_id, "contact", id);

alter table customer."account_team_member" add constraint "account_team_member_account" foreign key (workspace_id, "account") references customer."account";

create index "account_team_member_account" on customer."account_team_member" (workspace_id, "account", id);

alter table customer."account_team_member" add constraint "account_team_member_user" foreign key (workspace_id, "user") references customer."user";

create index "account_team_member_user" on customer."account_team_member" (workspace_id, "user", id);

alter table customer."contact_connection" add constraint "contact_connection_account" foreign key (workspace_id, "account") references customer."account";

create index "contact_connection_account" on customer."contact_connection" (workspace_id, "account", id);

alter table customer."contact_connection" add constraint "contact_connection_contact" foreign key (workspace_id, "contact") references customer."contact";

create index "contact_connection_contact" on customer."contact_connection" (workspace_id, "contact", id);

alter table customer."contact_connection" add constraint "contact_connection_other" foreign key (workspace_id, "other") references customer."contact";

create index "contact_connection_other" on customer."contact_connection" (workspace_id, "other", id);

create index "contact_connection_kind" on customer."contact_connection" (workspace_id, "kind", id);

create index "contact_connection_kind_terms" on customer."contact_connection" using gin (workspace_id, holdfast.terms("kind"));

alter table customer."contract" add constraint "contract_account" foreign key (workspace_id, "account") references customer."account";

create index "contract_account" on customer."contract" (workspace_id, "account", id);

create index "contract_name" on customer."contract" (workspace_id, "name", id);

create index "contract_name_terms" on customer."contract" using gin (workspace_id, holdfast.terms("name"));

alter table customer."contract" add constraint "contract_amends" foreign key (workspace_id, "amends") references customer."contract";

create index "contract_amends" on customer."contract" (workspace_id, "amends", id);

alter table customer."contract" add constraint "contract_billing_contact" foreign key (workspace_id, "billing_contact") references customer."contact";

create index "contract_billing_contact" on customer."contract" (workspace_id, "billing_contact", id);

create index "contract_by_account_renewal_date" on customer."contract" (workspace_id, "account", "renewal_date", "id");

create index "product_name" on customer."product" (workspace_id, "name", id);

create index "product_name_terms" on customer."product" using gin (workspace_id, holdfast.terms("name"));

alter table customer."subscription" add constraint "subscription_account" foreign key (workspace_id, "account") references customer."account";

create index "subscription_account" on customer."subscription" (workspace_id, "account", id);

alter table customer."subscription" add constraint "subscription_product" foreign key (workspace_id, "product") references customer."product";

create index "subscription_product" on customer."subscription" (workspace_id, "product", id);

create index "subscription_name" on customer."subscription" (workspace_id, "name", id);

create index "subscription_name_terms" on customer."subscription" using gin (workspace_id, holdfast.terms("name"));

create index "subscription_by_account_status" on customer."subscription" (workspace_id, "account", "status", "id");

alter table customer."invoice" add constraint "invoice_account" foreign key (workspace_id, "account") references customer."account";

create index "invoice_account" on customer."invoice" (workspace_id, "account", id);

alter table customer."invoice" add constraint "invoice_subscription" foreign key (workspace_id, "subscription") references customer."subscription";

create index "invoice_subscription" on customer."invoice" (workspace_id, "subscription", id);

create index "invoice_number" on customer."invoice" (workspace_id, "number", id);

create index "invoice_number_terms" on customer."invoice" using gin (workspace_id, holdfast.terms("number"));

create index "invoice_by_account_issued_on" on customer."invoice" (workspace_id, "account", "issued_on", "id");

alter table customer."payment" add constraint "payment_account" foreign key (workspace_id, "account") references customer."account";

create index "payment_account" on customer."payment" (workspace_id, "account", id);

alter table customer."payment" add constraint "payment_invoice" foreign key (workspace_id, "invoice") references customer."invoice";

create index "payment_invoice" on customer."payment" (workspace_id, "invoice", id);

create index "payment_reference" on customer."payment" (workspace_id, "reference", id);

create index "payment_reference_terms" on customer."payment" using gin (workspace_id, holdfast.terms("reference"));

alter table customer."opportunity" add constraint "opportunity_account" foreign key (workspace_id, "account") references customer."account";

create index "opportunity_account" on customer."opportunity" (workspace_id, "account", id);

create index "opportunity_name" on customer."opportunity" (workspace_id, "name", id);

create index "opportunity_name_terms" on customer."opportunity" using gin (workspace_id, holdfast.terms("name"));

alter table customer."opportunity" add constraint "opportunity_owner" foreign key (workspace_id, "owner") references customer."user";

create index "opportunity_owner" on customer."opportunity" (workspace_id, "owner", id);

create index "opportunity_by_account_closes_on" on customer."opportunity" (workspace_id, "account", "closes_on", "id");

create index "opportunity_by_stage_closes_on" on customer."opportunity" (workspace_id, "stage", "closes_on", "id");

alter table customer."ticket" add constraint "ticket_account" foreign key (workspace_id, "account") references customer."account";

create index "ticket_account" on customer."ticket" (workspace_id, "account", id);

alter table customer."ticket" add constraint "ticket_requester" foreign key (workspace_id, "requester") references customer."contact";

create index "ticket_requester" on customer."ticket" (workspace_id, "requester", id);

alter table customer."ticket" add constraint "ticket_assignee" foreign key (workspace_id, "assignee") references customer."user";

create index "ticket_assignee" on customer."ticket" (workspace_id, "assignee", id);

create index "ticket_subject" on customer."ticket" (workspace_id, "subject", id);

create index "ticket_subject_terms" on customer."ticket" using gin (workspace_id, holdfast.terms("subject"));

create index "ticket_by_account_opened_at" on customer."ticket" (workspace_id, "account", "opened_at", "id");

create index "ticket_by_status_opened_at" on customer."ticket" (workspace_id, "status", "opened_at", "id");

alter table customer."interaction" add constraint "interaction_account" foreign key (workspace_id, "account") references customer."account";

create index "interaction_account" on customer."interaction" (workspace_id, "account", id);

alter table customer."interaction" add constraint "interaction_author" foreign key (workspace_id, "author") references customer."user";

create index "interaction_author" on customer."interaction" (workspace_id, "author", id);

create index "interaction_subject" on customer."interaction" (workspace_id, "subject", id);

create index "interaction_subject_terms" on customer."interaction" using gin (workspace_id, holdfast.terms("subject"));

create index "interaction_by_account_happened_at" on customer."interaction" (workspace_id, "account", "happened_at", "id");

alter table customer."attendance" add constraint "attendance_interaction" foreign key (workspace_id, "interaction") references customer."interaction";

create index "attendance_interaction" on customer."attendance" (workspace_id, "interaction", id);

alter table customer."attendance" add constraint "attendance_contact" foreign key (workspace_id, "contact") references customer."contact";

create index "attendance_contact" on customer."attendance" (workspace_id, "contact", id);

alter table customer."attendance" add constraint "attendance_user" foreign key (workspace_id, "user") references customer."user";

create index "attendance_user" on customer."attendance" (workspace_id, "user", id);

create index "attendance_name" on customer."attendance" (workspace_id, "name", id);

create index "attendance_name_terms" on customer."attendance" using gin (workspace_id, holdfast.terms("name"));

create index "attendance_email" on customer."attendance" (workspace_id, "email" text_pattern_ops, id);

alter table customer."survey_response" add constraint "survey_response_account" foreign key (workspace_id, "account") references customer."account";

create index "survey_response_account" on customer."survey_response" (workspace_id, "account", id);

alter table customer."survey_response" add constraint "survey_response_contact" foreign key (workspace_id, "contact") references customer."contact";

create index "survey_response_contact" on customer."survey_response" (workspace_id, "contact", id);

alter table customer."survey_response" add constraint "survey_response_ticket" foreign key (workspace_id, "ticket") references customer."ticket";

create index "survey_response_ticket" on customer."survey_response" (workspace_id, "ticket", id);

alter table customer."survey_response" add constraint "survey_response_interaction" foreign key (workspace_id, "interaction") references customer."interaction";

create index "survey_response_interaction" on customer."survey_response" (workspace_id, "interaction", id);

create index "survey_response_survey" on customer."survey_response" (workspace_id, "survey", id);

create index "survey_response_survey_terms" on customer."survey_response" using gin (workspace_id, holdfast.terms("survey"));

create index "survey_response_by_account_responded_at" on customer."survey_response" (workspace_id, "account", "responded_at", "id");

alter table customer."objective" add constraint "objective_account" foreign key (workspace_id, "account") references customer."account";

create index "objective_account" on customer."objective" (workspace_id, "account", id);

create index "objective_name" on customer."objective" (workspace_id, "name", id);

create index "objective_name_terms" on customer."objective" using gin (workspace_id, holdfast.terms("name"));

alter table customer."objective" add constraint "objective_reviewed_in" foreign key (workspace_id, "reviewed_in") references customer."interaction";

create index "objective_reviewed_in" on customer."objective" (workspace_id, "reviewed_in", id);

alter table customer."objective" add constraint "objective_owner" foreign key (workspace_id, "owner") references customer."user";

create index "objective_owner" on customer."objective" (workspace_id, "owner", id);

alter table customer."task" add constraint "task_account" foreign key (workspace_id, "account") references customer."account";

create index "task_account" on customer."task" (workspace_id, "account", id);

alter table customer."task" add constraint "task_contact" foreign key (workspace_id, "contact") references customer."contact";

create index "task_contact" on customer."task" (workspace_id, "contact", id);

alter table customer."task" add constraint "task_interaction" foreign key (workspace_id, "interaction") references customer."interaction";

create index "task_interaction" on customer."task" (workspace_id, "interaction", id);

create index "task_name" on customer."task" (workspace_id, "name", id);

create index "task_name_terms" on customer."task" using gin (workspace_id, holdfast.terms("name"));

alter table customer."task" add constraint "task_owner" foreign key (workspace_id, "owner") references customer."user";

create index "task_owner" on customer."task" (workspace_id, "owner", id);

create index "task_by_owner_due_on" on customer."task" (workspace_id, "owner", "due_on", "id");

create index "task_by_account_due_on" on customer."task" (workspace_id, "account", "due_on", "id");

alter table customer."usage_day" add constraint "usage_day_account" foreign key (workspace_id, "account") references customer."account";

create index "usage_day_account" on customer."usage_day" (workspace_id, "account", id);

create index "user_name" on customer."user" (workspace_id, "name", id);

create index "user_name_terms" on customer."user" using gin (workspace_id, holdfast.terms("name"));

create index "user_email" on customer."user" (workspace_id, "email" text_pattern_ops, id);

alter table customer."user" add constraint "user_team" foreign key (workspace_id, "team") references customer."team";

create index "user_team" on customer."user" (workspace_id, "team", id);

alter table customer."user" add constraint "user_manager" foreign key (workspace_id, "manager") references customer."user";

create index "user_manager" on customer."user" (workspace_id, "manager", id);

create index "team_name" on customer."team" (workspace_id, "name", id);

create index "team_name_terms" on customer."team" using gin (workspace_id, holdfast.terms("name"));

alter table customer."team" add constraint "team_lead" foreign key (workspace_id, "lead") references customer."user";

create index "team_lead" on customer."team" (workspace_id, "lead", id);

alter table customer."team" add constraint "team_parent" foreign key (workspace_id, "parent") references customer."team";

create index "team_parent" on customer."team" (workspace_id, "parent", id);
