-- Who works here, whose child is whose, and what no tie opens: teams, roles with dates, allocations, deputies, restricted
-- records, family ties, broken glass, notices. And the child wall: row-level security that ends at the child.
--
-- to_on is the first day no longer inside, 'infinity' while open, as in the derived tables.

create table service (
  authority_id smallint not null references authority,
  service_id uuid not null,
  name text not null,
  -- whom it answers for: the children of its teams, or every child in care (virtual school, health)
  answers_for text not null default 'its teams' check (answers_for in ('its teams', 'all in care')),
  ended_on date not null default 'infinity',
  primary key (authority_id, service_id),
  unique (authority_id, name)
);

create table team (
  authority_id smallint not null references authority,
  team_id uuid not null,
  service_id uuid,
  name text not null,                        -- as the council's team list writes it: what ties the return's workers to it
  ended_on date not null default 'infinity',
  primary key (authority_id, team_id),
  unique (authority_id, name),
  foreign key (authority_id, service_id) references service
);

-- The worker's number in the return (SW_ID), by which the children of a return are theirs before anybody allocates one;
-- the address for digests; their own address and surname only as far as they give them, to notice looks at neighbours and family.
alter table person
  add column worker text,
  add column email text,
  add column family_name text,
  add column home_postcode text,
  add column manager_id uuid;
create unique index person_by_worker on person (authority_id, worker) where worker is not null;

create table role_held (
  authority_id smallint not null references authority,
  held_id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  role text not null,
  from_on date not null default '1900-01-01',
  to_on date not null default 'infinity',
  given_by uuid,
  given_at timestamptz not null default now(),
  primary key (authority_id, held_id),
  foreign key (authority_id, person_id) references person
);
create index role_held_by_person on role_held (authority_id, person_id);
insert into role_held (authority_id, person_id, role)
  select authority_id, person_id, unnest(roles) from person;
alter table person drop column roles;

create table team_member (
  authority_id smallint not null references authority,
  member_id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  team_id uuid,                              -- one of the two: a member of a team, or of the service itself
  service_id uuid,
  manages boolean not null default false,
  from_on date not null,
  to_on date not null default 'infinity',
  recorded_by uuid,
  recorded_at timestamptz not null default now(),
  primary key (authority_id, member_id),
  foreign key (authority_id, person_id) references person,
  foreign key (authority_id, team_id) references team,
  foreign key (authority_id, service_id) references service,
  check ((team_id is null) <> (service_id is null))
);
create index team_member_by_person on team_member (authority_id, person_id);

-- Whose child: to a person in a role, or to a team. History is kept: an allocation ends, it is never rewritten.
create table allocation (
  authority_id smallint not null references authority,
  allocation_id uuid not null default gen_random_uuid(),
  child_id uuid not null,
  role text not null,                        -- in which role: social worker, reviewing officer, family finder …; team manager for a team
  person_id uuid,
  team_id uuid,
  from_on date not null,
  to_on date not null default 'infinity',
  reason text,
  recorded_by uuid,
  recorded_at timestamptz not null default now(),
  ended_by uuid,
  primary key (authority_id, allocation_id),
  foreign key (authority_id, child_id) references child,
  foreign key (authority_id, person_id) references person,
  foreign key (authority_id, team_id) references team,
  check ((person_id is null) <> (team_id is null))
);
create index allocation_by_child on allocation (authority_id, child_id);
create index allocation_by_person on allocation (authority_id, person_id) where person_id is not null;

-- Somebody stands in for somebody, from a day to a day: always with an end.
create table deputy (
  authority_id smallint not null references authority,
  deputy_id uuid not null default gen_random_uuid(),
  person_id uuid not null,                   -- who is away
  stands_in uuid not null,                   -- who stands in
  from_on date not null,
  to_on date not null check (to_on < 'infinity'),
  reason text,
  recorded_by uuid,
  recorded_at timestamptz not null default now(),
  withdrawn_at timestamptz,
  primary key (authority_id, deputy_id),
  foreign key (authority_id, person_id) references person,
  foreign key (authority_id, stands_in) references person,
  check (person_id <> stands_in and from_on < to_on)
);
create index deputy_by_stand_in on deputy (authority_id, stands_in);

-- A young person, parent or carer who reads their own copy.
create table own_record (
  authority_id smallint not null references authority,
  child_id uuid not null,
  person_id uuid not null,
  from_on date not null,
  to_on date not null default 'infinity',
  primary key (authority_id, child_id, person_id),
  foreign key (authority_id, child_id) references child,
  foreign key (authority_id, person_id) references person
);

-- A restricted record opens only to those it names, and does not exist for anybody else.
create table restriction (
  authority_id smallint not null references authority,
  restriction_id uuid not null default gen_random_uuid(),
  child_id uuid not null,
  reason text not null,
  from_on date not null,
  to_on date not null default 'infinity',
  set_by uuid not null,
  set_at timestamptz not null default now(),
  ended_by uuid,
  primary key (authority_id, restriction_id),
  foreign key (authority_id, child_id) references child
);
create index restriction_by_child on restriction (authority_id, child_id);

create table restriction_named (
  authority_id smallint not null references authority,
  child_id uuid not null,
  person_id uuid not null,
  from_on date not null,
  to_on date not null default 'infinity',
  added_by uuid,
  added_at timestamptz not null default now(),
  primary key (authority_id, child_id, person_id, from_on),
  foreign key (authority_id, child_id) references child,
  foreign key (authority_id, person_id) references person
);

-- People in family records: parents, relatives, friends who matter. Not workers and not children in care themselves.
create table family_person (
  authority_id smallint not null references authority,
  family_person_id uuid not null,
  name text not null,
  sex text check (sex in ('female', 'male')),  -- null: not written down
  born_on date,
  died_on date,
  postcode text,
  worker_person_id uuid,                     -- this relative is a person who signs in
  recorded_by uuid,
  recorded_at timestamptz not null default now(),
  primary key (authority_id, family_person_id)
);

-- How two are related. a and b are ids of children, family people or people who sign in. `parent`: a is a parent of b.
create table family_link (
  authority_id smallint not null references authority,
  link_id uuid not null default gen_random_uuid(),
  kind text not null check (kind in ('parent', 'sibling', 'partner', 'household', 'relative', 'declared')),
  a uuid not null,
  b uuid not null,
  words text,                                -- "maternal aunt", "former foster carer"
  parental_responsibility boolean not null default false,
  from_on date not null default '1900-01-01',
  to_on date not null default 'infinity',
  recorded_by uuid,
  recorded_at timestamptz not null default now(),
  ended_by uuid,
  primary key (authority_id, link_id),
  check (a <> b)
);
create index family_link_a on family_link (authority_id, a);
create index family_link_b on family_link (authority_id, b);

-- Worked out from the links by the core (two degrees) whenever a link or a declaration changes: no page opens these.
create table family_lock (
  authority_id smallint not null references authority,
  person_id uuid not null,
  child_id uuid not null,
  primary key (authority_id, person_id, child_id)
);

create table break_glass (
  authority_id smallint not null references authority,
  use_id uuid not null,
  person_id uuid not null,
  child_id uuid not null,
  reason text not null,
  resources text[] not null default '{}',    -- empty: the whole record
  from_at timestamptz not null,
  until_at timestamptz not null,
  told uuid[] not null default '{}',         -- who was told at once
  reviewed_by uuid,
  reviewed_at timestamptz,
  review text,
  justified boolean,
  primary key (authority_id, use_id),
  check (until_at > from_at and until_at <= from_at + interval '24 hours')
);
create index break_glass_by_person on break_glass (authority_id, person_id, until_at);

-- What Holdfast tells a person: shown to them when they next open a page, and gathered for their digest.
create table notice (
  authority_id smallint not null references authority,
  notice_id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  words text not null,
  address text,                              -- where in Holdfast
  child_id uuid,
  made_at timestamptz not null default now(),
  read_at timestamptz,
  primary key (authority_id, notice_id)
);
create index notice_by_person on notice (authority_id, person_id, made_at desc);

-- One child's agreed profile, shared with another authority (a regional adoption agency is one): that, and not the file.
create table profile_share (
  authority_id smallint not null references authority,
  share_id uuid not null default gen_random_uuid(),
  child_id uuid not null,
  to_authority_id smallint not null references authority,
  profile jsonb not null,
  shared_by uuid not null,
  shared_at timestamptz not null default now(),
  withdrawn_by uuid,
  withdrawn_at timestamptz,
  primary key (authority_id, share_id),
  foreign key (authority_id, child_id) references child,
  check (authority_id <> to_authority_id)
);
create index profile_share_to on profile_share (to_authority_id) where withdrawn_at is null;

grant select on service, team, role_held, team_member, allocation, deputy, own_record, restriction, restriction_named,
  family_person, family_link, family_lock, break_glass, notice, profile_share to holdfast_app;
grant insert on service, team, role_held, team_member, allocation, deputy, own_record, restriction, restriction_named,
  family_person, family_link, family_lock, break_glass, notice, profile_share, person to holdfast_app;
grant update (name, service_id, ended_on) on team to holdfast_app;
grant update (name, answers_for, ended_on) on service to holdfast_app;
grant update (to_on) on role_held, team_member, own_record, restriction_named to holdfast_app;
grant update (to_on, ended_by) on allocation, restriction, family_link to holdfast_app;
grant update (withdrawn_at) on deputy to holdfast_app;
grant update (name, sex, born_on, died_on, postcode, worker_person_id) on family_person to holdfast_app;
grant delete on family_lock to holdfast_app;
grant update (told, reviewed_by, reviewed_at, review, justified) on break_glass to holdfast_app;
grant update (read_at) on notice to holdfast_app;
grant update (withdrawn_by, withdrawn_at) on profile_share to holdfast_app;
grant update (name, sign_in_name, worker, email, family_name, home_postcode, manager_id, password_hash, disabled_at) on person to holdfast_app;

-- The authority wall, on every table above.
do $$
declare
  guarded text;
begin
  foreach guarded in array array[
    'service', 'team', 'role_held', 'team_member', 'allocation', 'deputy', 'own_record', 'restriction', 'restriction_named',
    'family_person', 'family_link', 'family_lock', 'break_glass', 'notice', 'profile_share'
  ] loop
    execute format('alter table %I enable row level security', guarded);
    execute format('alter table %I force row level security', guarded);
    execute format(
      $policy$create policy authority_wall on %I
        using (authority_id = (select nullif(current_setting('holdfast.authority', true), '')::smallint))
        with check (authority_id = (select nullif(current_setting('holdfast.authority', true), '')::smallint))$policy$,
      guarded);
  end loop;
end $$;

-- A shared profile is read by the authority it was shared with, until it is withdrawn; nobody there can change it.
create policy shared_with on profile_share for select
  using (to_authority_id = (select nullif(current_setting('holdfast.authority', true), '')::smallint) and withdrawn_at is null);

-- Signing in: the roles of the person whose name was typed.
create policy signing_in on role_held for select
  using (person_id = (select person_id from person
                       where sign_in_name = (select nullif(current_setting('holdfast.sign_in_name', true), ''))));

-- The child wall, beside the authority wall: a transaction says how far it reaches. 'all', or the children listed; and
-- never the hidden ones (restricted and not naming the person, or of their own family). Unset, it reaches nobody. Left out
-- are the registers by which the wall itself is worked out, and the audit log, which must tell of refused looks too.
do $$
declare
  guarded text;
begin
  for guarded in
    select c.table_name from information_schema.columns c
      join information_schema.tables t using (table_schema, table_name)
     where c.table_schema = 'public' and c.column_name = 'child_id' and t.table_type = 'BASE TABLE'
       and c.table_name not in ('audit_event', 'restriction', 'restriction_named', 'family_lock', 'break_glass', 'notice', 'profile_share')
  loop
    execute format(
      $policy$create policy child_wall on %I as restrictive
        -- Uncorrelated sub-selects: worked out once a statement and looked up by hash, however long the list.
        using (
          ((select current_setting('holdfast.reach', true)) = 'all'
            or child_id in (select unnest(nullif(current_setting('holdfast.children', true), '')::uuid[])))
          and ((select coalesce(current_setting('holdfast.hidden', true), '')) = ''
            or child_id not in (select unnest(nullif(current_setting('holdfast.hidden', true), '')::uuid[]))))$policy$,
      guarded);
  end loop;
end $$;

-- Family links join people of any kind, so a list of children cannot say which are reached; those of a hidden child are not.
create policy child_wall on family_link as restrictive
  using (
    (select coalesce(current_setting('holdfast.hidden', true), '')) = ''
    or (a not in (select unnest(nullif(current_setting('holdfast.hidden', true), '')::uuid[]))
      and b not in (select unnest(nullif(current_setting('holdfast.hidden', true), '')::uuid[]))));
