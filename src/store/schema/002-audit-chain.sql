-- The audit log as a chain of seals (docs/explanation/audit-log.md). Events are appended freely, by any number of
-- transactions at once; a sealing step shortly after writes down which events it found and a hash over them and over the
-- seal before, so that what is changed, taken out or put in later no longer fits.

-- Who looked at this child; what did this person look at: newest first.
create index audit_event_by_child on audit_event (authority_id, child_id, event_id) where child_id is not null;
create index audit_event_by_person on audit_event (authority_id, person_id, event_id);

create table audit_seal (
  authority_id smallint not null references authority,
  seal_number bigint not null,             -- 1, 2, 3 … without gaps
  sealed_at timestamptz not null,
  previous_hash bytea not null,            -- of the seal before; 32 zero bytes in the first
  event_ids bigint[] not null,             -- ascending
  fingerprints bytea not null,             -- 8 bytes an event, in that order: they tell which event was changed
  events_sealed bigint not null,           -- in this seal and all before it
  through_id bigint not null,              -- ids up to this one were given out to transactions older than sealed_in
  sealed_in xid8 not null,                 -- the transaction that sealed
  closed_through bigint not null,          -- up to here no event can arrive any more: ids in no seal were undone
  hash bytea not null,
  primary key (authority_id, seal_number)
);
create index audit_seal_by_through on audit_seal (authority_id, through_id);

-- Where an authority's chain ends: what the next seal goes on from. Kept apart from the seals, so that the newest cannot
-- be taken out without a trace. Sealing takes its row's lock; nobody else ever waits for it.
create table audit_head (
  authority_id smallint primary key references authority,
  seals bigint not null default 0,
  events_sealed bigint not null default 0,
  through_id bigint not null default 0,
  closed_through bigint not null default 0,
  hash bytea not null default decode(repeat('00', 32), 'hex')
);

create function audit_is_kept() returns trigger language plpgsql as $$
begin
  raise exception 'the audit log is only added to: % on % refused', lower(tg_op), tg_table_name;
end $$;

create function audit_head_goes_on() returns trigger language plpgsql as $$
begin
  if new.seals <> old.seals + 1 or new.events_sealed < old.events_sealed or new.through_id < old.through_id
    or new.closed_through < old.closed_through then
    raise exception 'the end of the audit chain only moves on, one seal at a time';
  end if;
  return new;
end $$;

do $$
declare
  kept text;
begin
  foreach kept in array array['audit_seal', 'audit_head'] loop
    execute format('alter table %I enable row level security', kept);
    execute format('alter table %I force row level security', kept);
    execute format(
      $policy$create policy authority_wall on %I
        using (authority_id = (select nullif(current_setting('holdfast.authority', true), '')::smallint))
        with check (authority_id = (select nullif(current_setting('holdfast.authority', true), '')::smallint))$policy$,
      kept);
  end loop;
  -- Not even the owner changes these by mistake; who means to has to take the trigger off first, and the chain tells.
  foreach kept in array array['audit_event', 'audit_seal'] loop
    execute format('create trigger audit_is_kept before update or delete on %I for each row execute function audit_is_kept()', kept);
    execute format('create trigger audit_is_not_emptied before truncate on %I for each statement execute function audit_is_kept()', kept);
  end loop;
end $$;
create trigger audit_head_goes_on before update on audit_head for each row execute function audit_head_goes_on();
create trigger audit_is_kept before delete on audit_head for each row execute function audit_is_kept();
create trigger audit_is_not_emptied before truncate on audit_head for each statement execute function audit_is_kept();

-- The serving role says who did what; the number and the moment of an event are never its to choose.
revoke insert on audit_event from holdfast_app;
grant insert (authority_id, person_id, event, child_id, detail) on audit_event to holdfast_app;
grant select, insert on audit_seal to holdfast_app;
grant select, insert (authority_id), update (seals, events_sealed, through_id, closed_through, hash) on audit_head to holdfast_app;
