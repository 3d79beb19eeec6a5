-- The ground: authorities, people, imports, facts as two-timed rows, and what is derived from them.
-- authority_id leads every key of an authority's data, so that it can be sharded by authority and
-- row-level security has one shape.

create table authority (
  authority_id smallint primary key,          -- DfE number, e.g. 309
  name text not null,
  demonstration boolean not null default false
);

create table person (
  authority_id smallint not null references authority,
  person_id uuid not null,
  sign_in_name text not null,
  name text not null,
  roles text[] not null,
  password_hash text not null,
  disabled_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (authority_id, person_id),
  unique (sign_in_name)
);

create table web_session (
  session_id text primary key,
  content jsonb not null,
  expires_at timestamptz not null
);
create index web_session_expires on web_session (expires_at);

-- What this installation keeps for itself: the key its sessions are signed with. The serving role cannot read it.
create table installation (
  name text primary key,
  value text not null
);

create table audit_event (
  authority_id smallint not null references authority,
  event_id bigint generated always as identity,
  happened_at timestamptz not null default clock_timestamp(),
  person_id uuid,
  event text not null,
  child_id uuid,
  detail jsonb,
  primary key (authority_id, event_id)
);

create table return_import (
  authority_id smallint not null references authority,
  import_id uuid not null,
  collection_year smallint not null,
  with_last_year boolean not null,
  started_by uuid not null,
  started_at timestamptz not null default now(),
  finished_at timestamptz,
  status text not null check (status in ('waiting', 'running', 'done', 'refused', 'cancelled', 'failed')),
  cancel_asked_at timestamptz,
  stage text not null default 'waiting',
  done_count bigint not null default 0,
  total_count bigint,
  counts jsonb,
  files jsonb not null default '[]',
  notes jsonb not null default '[]',
  refusal text,
  primary key (authority_id, import_id)
);

create table child (
  authority_id smallint not null,
  child_id uuid not null,
  code text not null,
  recorded_at timestamptz not null,
  import_id uuid,
  primary key (authority_id, child_id),
  unique (authority_id, code)
);

-- A team list the council keeps: which worker (SW_ID) is in which team.
create table worker (
  authority_id smallint not null references authority,
  worker text not null,
  name text not null,
  team text not null,
  primary key (authority_id, worker)
);

-- Facts: append-only. A correction is a new row; the row it replaces keeps everything but gains superseded_at.

create table child_details (
  authority_id smallint not null,
  child_id uuid not null,
  fact_id uuid not null,
  sex text,
  born_on date not null,
  ethnicity text,
  upn text,
  is_mother text,
  first_child_born_on date,
  recorded_at timestamptz not null,
  recorded_by uuid,
  import_id uuid,
  source_file smallint,
  source_row integer,
  superseded_at timestamptz,
  superseded_by uuid,
  primary key (authority_id, child_id, fact_id)
);

create table episode (
  authority_id smallint not null,
  child_id uuid not null,
  fact_id uuid not null,
  started_on date not null,
  reason_new_episode text,
  legal_status text,
  category_of_need text,
  placement_type text,
  placement_provider text,
  ended_on date,
  reason_episode_ceased text,
  reason_place_change text,
  home_postcode text,
  placement_postcode text,
  urn text,
  recorded_at timestamptz not null,
  recorded_by uuid,
  import_id uuid,
  source_file smallint,
  source_row integer,
  superseded_at timestamptz,
  superseded_by uuid,
  primary key (authority_id, child_id, fact_id)
);

create table unaccompanied_child (
  authority_id smallint not null,
  child_id uuid not null,
  fact_id uuid not null,
  ceased_on date,
  recorded_at timestamptz not null,
  recorded_by uuid,
  import_id uuid,
  source_file smallint,
  source_row integer,
  superseded_at timestamptz,
  superseded_by uuid,
  primary key (authority_id, child_id, fact_id)
);

create table review (
  authority_id smallint not null,
  child_id uuid not null,
  fact_id uuid not null,
  held_on date not null,
  participation text,
  recorded_at timestamptz not null,
  recorded_by uuid,
  import_id uuid,
  source_file smallint,
  source_row integer,
  superseded_at timestamptz,
  superseded_by uuid,
  primary key (authority_id, child_id, fact_id)
);

create table outcomes_year (
  authority_id smallint not null,
  child_id uuid not null,
  fact_id uuid not null,
  collection_year smallint not null,
  sdq_score text,
  sdq_reason text,
  convicted text,
  development_check text,
  immunised text,
  teeth_checked text,
  health_assessed text,
  substance_misuse text,
  intervention_received text,
  intervention_offered text,
  recorded_at timestamptz not null,
  recorded_by uuid,
  import_id uuid,
  source_file smallint,
  source_row integer,
  superseded_at timestamptz,
  superseded_by uuid,
  primary key (authority_id, child_id, fact_id)
);

create table care_leaver_year (
  authority_id smallint not null,
  child_id uuid not null,
  fact_id uuid not null,
  collection_year smallint not null,
  in_touch text,
  activity text,
  accommodation text,
  recorded_at timestamptz not null,
  recorded_by uuid,
  import_id uuid,
  source_file smallint,
  source_row integer,
  superseded_at timestamptz,
  superseded_by uuid,
  primary key (authority_id, child_id, fact_id)
);

create table adoption (
  authority_id smallint not null,
  child_id uuid not null,
  fact_id uuid not null,
  decided_on date,
  matched_on date,
  by_foster_carer text,
  number_of_adopters text,
  adopters_sex text,
  adopters_legal_status text,
  recorded_at timestamptz not null,
  recorded_by uuid,
  import_id uuid,
  source_file smallint,
  source_row integer,
  superseded_at timestamptz,
  superseded_by uuid,
  primary key (authority_id, child_id, fact_id)
);

create table adoption_decision (
  authority_id smallint not null,
  child_id uuid not null,
  fact_id uuid not null,
  decided_on date not null,
  ceased_on date,
  reason_ceased text,
  recorded_at timestamptz not null,
  recorded_by uuid,
  import_id uuid,
  source_file smallint,
  source_row integer,
  superseded_at timestamptz,
  superseded_by uuid,
  primary key (authority_id, child_id, fact_id)
);

create table previous_permanence (
  authority_id smallint not null,
  child_id uuid not null,
  fact_id uuid not null,
  arrangement text,
  authority text,
  ordered_on text,
  recorded_at timestamptz not null,
  recorded_by uuid,
  import_id uuid,
  source_file smallint,
  source_row integer,
  superseded_at timestamptz,
  superseded_by uuid,
  primary key (authority_id, child_id, fact_id)
);

create table missing_episode (
  authority_id smallint not null,
  child_id uuid not null,
  fact_id uuid not null,
  kind text,
  started_on date not null,
  ended_on date,
  recorded_at timestamptz not null,
  recorded_by uuid,
  import_id uuid,
  source_file smallint,
  source_row integer,
  superseded_at timestamptz,
  superseded_by uuid,
  primary key (authority_id, child_id, fact_id)
);

create table social_worker_episode (
  authority_id smallint not null,
  child_id uuid not null,
  fact_id uuid not null,
  worker text not null,
  started_on date not null,
  ended_on date,
  reason text,
  recorded_at timestamptz not null,
  recorded_by uuid,
  import_id uuid,
  source_file smallint,
  source_row integer,
  superseded_at timestamptz,
  superseded_by uuid,
  primary key (authority_id, child_id, fact_id)
);

create table deprivation_of_liberty_order (
  authority_id smallint not null,
  child_id uuid not null,
  fact_id uuid not null,
  started_on date not null,
  ended_on date,
  recorded_at timestamptz not null,
  recorded_by uuid,
  import_id uuid,
  source_file smallint,
  source_row integer,
  superseded_at timestamptz,
  superseded_by uuid,
  primary key (authority_id, child_id, fact_id)
);

-- A newer return says otherwise than a held fact, or no longer repeats it: somebody decides.
create table difference (
  authority_id smallint not null,
  difference_id uuid not null,
  import_id uuid not null,
  child_id uuid not null,
  fact_type text not null,
  kind text not null check (kind in ('changed', 'vanished')),
  held_fact_id uuid not null,
  proposed jsonb,
  fields text[] not null,
  source_file smallint,
  source_row integer,
  raised_at timestamptz not null,
  status text not null default 'open' check (status in ('open', 'accepted', 'kept', 'overtaken')),
  decided_by uuid,
  decided_at timestamptz,
  primary key (authority_id, difference_id),
  foreign key (authority_id, child_id) references child
);
create index difference_by_child on difference (authority_id, child_id);
create index difference_open on difference (authority_id, raised_at, difference_id) where status = 'open';

-- Derived from the facts by the core, child by child, in the transaction that changed them. The key leads by authority and
-- child; an authority's rows lie together, and a measure reads them whole in milliseconds. Only the tracker, asked all day,
-- has an index of its own. to_on is the first day no
-- longer inside, 'infinity' while open, so that "as at any day" is one plain comparison.
create table period_of_care (
  authority_id smallint not null,
  child_id uuid not null,
  number smallint not null,
  from_on date not null,
  to_on date not null,
  kind text not null,
  start_known boolean not null,
  end_reason text,
  -- By which version of the derivation the child's rows were made, so that a change finds the children to derive again.
  derivation smallint not null,
  primary key (authority_id, child_id, number)
);

create table home (
  authority_id smallint not null,
  child_id uuid not null,
  period_number smallint not null,
  number smallint not null,
  from_on date not null,
  to_on date not null,
  placement_type text,
  placement_provider text,
  postcode text,
  urn text,
  end_reason text,
  primary key (authority_id, child_id, period_number, number)
);

create table permanence_achieved (
  authority_id smallint not null,
  child_id uuid not null,
  period_number smallint not null,
  route text not null,
  achieved_on date not null,
  days_from_entry integer,                 -- null when the entry date is not known
  primary key (authority_id, child_id, period_number, achieved_on)
);

create table clock_occurrence (
  authority_id smallint not null,
  child_id uuid not null,
  rule text not null,
  version smallint not null,
  period_number smallint not null,
  sequence smallint not null,
  trigger_on date,
  due_on date,
  ending text not null,                    -- open, met, not required, refused, cannot tell
  ended_on date,
  primary key (authority_id, child_id, rule, period_number, sequence)
);

-- Where a child stood between two days, legal status and permanence evidence included: one row of the tracker, so that the tracker as at any day is one range scan.
create table standing (
  authority_id smallint not null,
  child_id uuid not null,
  from_on date not null,
  to_on date not null,
  code text not null,
  born_on date,
  sex text,
  period_number smallint not null,
  in_care_since date not null,
  start_known boolean not null,
  legal_status text,
  legal_status_since date not null,
  placement_type text,
  home_since date not null,
  home_number smallint not null,
  away text,
  route text,
  legal text not null,
  physical text not null,
  permanence_achieved boolean not null,
  next_due_on date,
  next_due_rule text,
  drift_from_on date,
  drift_rule text,
  worker text,
  unaccompanied boolean not null,
  primary key (authority_id, child_id, from_on)
);
-- Holds all that the tracker filters, sorts and counts by: those standing on a day lie together in it, and only the rows
-- of the page itself are fetched from the table, where they lie scattered among the past.
create index standing_by_day on standing (authority_id, to_on, from_on) include (
  child_id, code, born_on, in_care_since, legal_status, placement_type, route, next_due_on, drift_from_on, worker
);


-- The serving role owns nothing and cannot bypass row-level security. Inside a transaction the request sets
-- holdfast.authority; an unset value reads as '' and so matches no row.
grant usage on schema public to holdfast_app;
grant select on all tables in schema public to holdfast_app;
revoke all on installation from holdfast_app;

-- Facts: inserted, and superseded once. Nothing else about them can be changed, by anybody the service runs as.
create function keep_fact() returns trigger language plpgsql as $$
begin
  if old.superseded_at is not null then
    raise exception 'a superseded fact is never changed';
  end if;
  if to_jsonb(new) - 'superseded_at' - 'superseded_by' is distinct from to_jsonb(old) - 'superseded_at' - 'superseded_by' then
    raise exception 'a fact is never changed, only superseded';
  end if;
  return new;
end $$;

do $$
declare
  fact text;
  derived text;
  guarded text;
begin
  foreach fact in array array[
    'child_details', 'episode', 'unaccompanied_child', 'review', 'outcomes_year', 'care_leaver_year', 'adoption',
    'adoption_decision', 'previous_permanence', 'missing_episode', 'social_worker_episode',
    'deprivation_of_liberty_order'
  ] loop
    execute format('grant insert, update (superseded_at, superseded_by) on %I to holdfast_app', fact);
    execute format('create trigger keep_fact before update on %I for each row execute function keep_fact()', fact);
  end loop;
  foreach derived in array array[
    'period_of_care', 'home', 'permanence_achieved', 'clock_occurrence', 'standing', 'worker', 'return_import'
  ] loop
    execute format('grant insert, update, delete on %I to holdfast_app', derived);
  end loop;
  for guarded in
    select table_name from information_schema.columns
    where table_schema = 'public' and column_name = 'authority_id'
  loop
    execute format('alter table %I enable row level security', guarded);
    execute format('alter table %I force row level security', guarded);
    execute format(
      -- The setting is read in a sub-select, so once a statement and not once a row.
      $policy$create policy authority_wall on %I
        using (authority_id = (select nullif(current_setting('holdfast.authority', true), '')::smallint))
        with check (authority_id = (select nullif(current_setting('holdfast.authority', true), '')::smallint))$policy$,
      guarded);
  end loop;
end $$;

grant insert on child, audit_event to holdfast_app;
grant insert, update (status, decided_by, decided_at, held_fact_id) on difference to holdfast_app;
grant insert, update, delete on web_session to holdfast_app;

-- Signing in: the person whose name was typed can be found before their authority is known, and nobody else.
create policy signing_in on person for select
  using (sign_in_name = (select nullif(current_setting('holdfast.sign_in_name', true), '')));
create policy signing_in on authority for select using (true);
