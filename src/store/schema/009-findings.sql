-- What the DfE's rules find in what is held, year by year (docs/reference/check.md). A finding that goes is kept with the day
-- it went, so that the work of a year can be shown; one that comes back is a new row.
create table finding (
  authority_id smallint not null references authority,
  collection_year smallint not null,
  child_id uuid not null,
  rule text not null,
  fact_type text not null,
  -- what makes the fact the same fact through its corrections (core/reconciliation/shapes.ts): for explanations
  fact_key text not null,
  fact_id uuid not null,
  last_year boolean not null,              -- a row of the return of the year before
  fields text[] not null,                  -- columns of the return, as the rule names them
  found_at timestamptz not null,
  gone_at timestamptz,
  foreign key (authority_id, child_id) references child
);
create unique index finding_now on finding (authority_id, collection_year, child_id, rule, fact_id, last_year) where gone_at is null;
create index finding_by_rule on finding (authority_id, collection_year, rule) where gone_at is null;
create index finding_in_year on finding (authority_id, collection_year, found_at, gone_at);

-- What the rules that look at all children together read of each: they are asked again as a whole, and cheaply.
create table check_part (
  authority_id smallint not null references authority,
  collection_year smallint not null,
  child_id uuid not null,
  facts jsonb not null,
  primary key (authority_id, collection_year, child_id),
  foreign key (authority_id, child_id) references child
);

-- How far the checks of a year are, and what could not be asked. `basis` is what they rested on (rules, tables brought in,
-- list of providers): when that changes, everything is checked anew.
create table check_year (
  authority_id smallint not null references authority,
  collection_year smallint not null,
  checked_at timestamptz not null,
  basis text not null,
  rules_run smallint not null,
  children integer not null,
  not_run jsonb not null,                  -- [{rule, reason}]
  defects jsonb not null,                  -- [{rule, message, children}]
  primary key (authority_id, collection_year)
);

-- Ofsted's list of registered providers, as it was given; the newest counts, the older stay.
create table provider_list (
  authority_id smallint not null references authority,
  given_at timestamptz not null default clock_timestamp(),
  given_by uuid not null,
  name text not null,
  providers integer not null,
  content text not null,
  primary key (authority_id, given_at),
  foreign key (authority_id, given_by) references person
);

grant select, insert, update (gone_at) on finding to holdfast_app;
grant select, insert, update, delete on check_part to holdfast_app;
grant select, insert, update on check_year to holdfast_app;
grant select, insert on provider_list to holdfast_app;

do $$
declare
  guarded text;
begin
  foreach guarded in array array['finding', 'check_part', 'check_year', 'provider_list'] loop
    execute format('alter table %I enable row level security', guarded);
    execute format('alter table %I force row level security', guarded);
    execute format(
      $policy$create policy authority_wall on %I
        using (authority_id = (select nullif(current_setting('holdfast.authority', true), '')::smallint))
        with check (authority_id = (select nullif(current_setting('holdfast.authority', true), '')::smallint))$policy$,
      guarded);
  end loop;
  foreach guarded in array array['finding', 'check_part'] loop
    execute format(
      $policy$create policy child_wall on %I as restrictive
        using (
          ((select current_setting('holdfast.reach', true)) = 'all'
            or child_id in (select unnest(nullif(current_setting('holdfast.children', true), '')::uuid[])))
          and ((select coalesce(current_setting('holdfast.hidden', true), '')) = ''
            or child_id not in (select unnest(nullif(current_setting('holdfast.hidden', true), '')::uuid[]))))$policy$,
      guarded);
  end loop;
end $$;
