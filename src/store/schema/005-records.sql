-- What people write in Holdfast: plans, reviews, meetings, panels, concerns, a child's own words, actions. One table: a kind
-- of record is declared in the core (core/records/recordType.ts), which is also what reads and checks its content. Every
-- change is a new version; the older stays, so that "as known at" works and nothing is ever lost by an edit.
create table record (
  authority_id smallint not null references authority,
  record_id uuid not null,
  version integer not null,
  type text not null,
  child_id uuid,                             -- null: about the authority
  part_of uuid,                              -- the record it belongs to
  content jsonb not null,
  -- copies of declared fields, to look for, sort and count by
  state text,
  owner_id uuid,
  due_on date,
  happened_on date,
  recorded_by uuid not null,
  recorded_at timestamptz not null default clock_timestamp(),
  first_recorded_by uuid not null,
  first_recorded_at timestamptz not null,
  superseded_at timestamptz,
  primary key (authority_id, record_id, version),
  foreign key (authority_id, child_id) references child
);
create unique index record_now on record (authority_id, record_id) where superseded_at is null;
create index record_of_child on record (authority_id, child_id, type) where superseded_at is null;
create index record_part_of on record (authority_id, part_of) where superseded_at is null and part_of is not null;
create index record_by_type on record (authority_id, type, state, due_on) where superseded_at is null;
create index record_by_owner on record (authority_id, owner_id, type, state, due_on) where superseded_at is null and owner_id is not null;

create function keep_record() returns trigger language plpgsql as $$
begin
  if old.superseded_at is not null or new.superseded_at is null
    or to_jsonb(new) - 'superseded_at' is distinct from to_jsonb(old) - 'superseded_at' then
    raise exception 'a version of a record is never changed, only superseded';
  end if;
  return new;
end $$;
create trigger keep_record before update on record for each row execute function keep_record();

grant select, insert, update (superseded_at) on record to holdfast_app;
alter table record enable row level security;
alter table record force row level security;
create policy authority_wall on record
  using (authority_id = (select nullif(current_setting('holdfast.authority', true), '')::smallint))
  with check (authority_id = (select nullif(current_setting('holdfast.authority', true), '')::smallint));
create policy child_wall on record as restrictive
  using (
    child_id is null or (
      ((select current_setting('holdfast.reach', true)) = 'all'
        or child_id in (select unnest(nullif(current_setting('holdfast.children', true), '')::uuid[])))
      and ((select coalesce(current_setting('holdfast.hidden', true), '')) = ''
        or child_id not in (select unnest(nullif(current_setting('holdfast.hidden', true), '')::uuid[])))));

-- A person's own saved filters.
create table saved_view (
  authority_id smallint not null references authority,
  view_id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  name text not null,
  address text not null,
  made_at timestamptz not null default now(),
  primary key (authority_id, view_id),
  unique (authority_id, person_id, name),
  foreign key (authority_id, person_id) references person
);
grant select, insert, delete on saved_view to holdfast_app;
alter table saved_view enable row level security;
alter table saved_view force row level security;
create policy authority_wall on saved_view
  using (authority_id = (select nullif(current_setting('holdfast.authority', true), '')::smallint))
  with check (authority_id = (select nullif(current_setting('holdfast.authority', true), '')::smallint));
