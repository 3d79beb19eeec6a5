-- Unusual access (core/audit/unusual): what the rules found in the log, kept for a person to review. A review is a record of
-- its own (type 'review of unusual access', part of the finding); a finding is never changed and never taken back.

create table unusual_access_run (
  authority_id smallint not null references authority,
  through_seal bigint not null,              -- events up to this seal have been looked at
  looks bigint not null,
  found bigint not null,
  ran_at timestamptz not null default clock_timestamp(),
  primary key (authority_id, through_seal)
);

create table unusual_access (
  authority_id smallint not null references authority,
  finding_id uuid not null,
  rule text not null,
  key text not null,                         -- the same finding made again has the same
  people uuid[] not null,
  child_id uuid,                             -- null: about no one child. No reference: a refused look may name none that is held
  event_ids bigint[] not null,
  words text not null,
  happened_at timestamptz not null,          -- the last of its events
  found_at timestamptz not null default clock_timestamp(),
  primary key (authority_id, finding_id),
  unique (authority_id, key)
);
create index unusual_access_newest on unusual_access (authority_id, happened_at desc);

-- The log by time: what happened between two days, and the export of a stretch of it.
create index audit_event_by_time on audit_event (authority_id, happened_at);

grant select, insert on unusual_access_run to holdfast_app;
grant select on unusual_access to holdfast_app;
grant insert (authority_id, finding_id, rule, key, people, child_id, event_ids, words, happened_at) on unusual_access to holdfast_app;

do $$
declare
  guarded text;
begin
  foreach guarded in array array['unusual_access_run', 'unusual_access'] loop
    execute format('alter table %I enable row level security', guarded);
    execute format('alter table %I force row level security', guarded);
    execute format(
      $policy$create policy authority_wall on %I
        using (authority_id = (select nullif(current_setting('holdfast.authority', true), '')::smallint))
        with check (authority_id = (select nullif(current_setting('holdfast.authority', true), '')::smallint))$policy$,
      guarded);
    execute format('create trigger audit_is_kept before update or delete on %I for each row execute function audit_is_kept()', guarded);
    execute format('create trigger audit_is_not_emptied before truncate on %I for each statement execute function audit_is_kept()', guarded);
  end loop;
end $$;

create policy child_wall on unusual_access as restrictive
  using (
    child_id is null or (
      ((select current_setting('holdfast.reach', true)) = 'all'
        or child_id in (select unnest(nullif(current_setting('holdfast.children', true), '')::uuid[])))
      and ((select coalesce(current_setting('holdfast.hidden', true), '')) = ''
        or child_id not in (select unnest(nullif(current_setting('holdfast.hidden', true), '')::uuid[])))));
