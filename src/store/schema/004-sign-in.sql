-- Signing in: tries that failed, second factors, identities at the council's provider, sessions by person, forms kept for
-- those who were signed out. All of it is read before anybody's authority is known, so it belongs to the installation, as
-- web_session does: the administrative login alone reads it, and the serving role has no right on it.

-- Whose session it is, so that a person's can be listed and ended. Who leaves their sessions by any way keeps the row,
-- emptied, until it would have expired: a request still under way cannot bring it back.
alter table web_session
  add column person_id uuid generated always as ((content #>> '{person,personId}')::uuid) stored,
  add column ended boolean not null default false;
create index web_session_by_person on web_session (person_id) where person_id is not null;

-- Whoever is disabled, by whatever way, is signed out.
create function end_sessions_of_disabled() returns trigger language plpgsql as $$
begin
  update web_session set ended = true, content = '{}' where person_id = new.person_id;
  return null;
end $$;
create trigger end_sessions_of_disabled after update of disabled_at on person
  for each row when (new.disabled_at is not null) execute function end_sessions_of_disabled();

-- Tries since the last that was right. `who` is a keyed hash, so that a name that was typed, which may be somebody's
-- password in the wrong field, stands nowhere; and a name that nobody has is counted like any other.
create table sign_in_tries (
  who bytea primary key,
  tries integer not null,
  last_at timestamptz not null default now(),
  shut_until timestamptz not null default now()
);
create index sign_in_tries_by_last on sign_in_tries (last_at);

-- The subject a provider knows a person by, from the first time it vouched for their sign-in name.
create table sign_in_identity (
  issuer text not null,
  subject text not null,
  sign_in_name text not null references person (sign_in_name) on update cascade on delete cascade,
  bound_at timestamptz not null default now(),
  primary key (issuer, subject),
  unique (issuer, sign_in_name)
);

create table second_factor (
  person_id uuid primary key,
  secret bytea not null,                     -- sealed with a key that is not in this table
  confirmed_at timestamptz,                  -- null until the first right code
  last_step bigint not null default 0        -- the 30-second step of the newest code used: no code counts twice (RFC 6238, 5.2)
);

create table recovery_code (
  person_id uuid not null,
  code_hash bytea not null,
  used_at timestamptz,
  primary key (person_id, code_hash)
);

-- What somebody typed and could not send, sealed with a key that is in their browser's cookie and nowhere here.
create table kept_form (
  kept_id uuid primary key,
  browser bytea not null,                    -- a hash of that key: it finds, and opens nothing
  person_id uuid not null,
  kind text not null check (kind in ('posted', 'draft')),
  place bytea not null,                      -- a keyed hash of the address: one draft a form, any number posted
  sealed bytea not null,
  kept_at timestamptz not null default now(),
  unique (browser, person_id, kind, place)
);
create index kept_form_by_time on kept_form (kept_at);

-- Said aloud, because what is granted elsewhere may one day be granted on everything.
revoke all on sign_in_tries, sign_in_identity, second_factor, recovery_code, kept_form from holdfast_app;
