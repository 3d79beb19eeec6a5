-- How a person stands to children on a day (core/access/relationships.ts): one row a tie, held in a role; of one child when
-- one is named. A function, so that the day and the person reach every table inside it, and in PL/pgSQL with one plan kept
-- a connection: asked in every request, it would cost more to plan than to answer. Days are from the first inside to the
-- first no longer inside.

-- Panels (core/panels/records.ts): a person's seat and a child's item are both part of the panel. The seat's owner is the
-- person, its `as` the role they sit in; a tie from the day both are there until the seat is given up or the child has left.
create view panel_tie with (security_invoker = true) as
  select item.authority_id, item.child_id, seat.owner_id as person_id, seat.content ->> 'as' as held_as,
         greatest(item.first_recorded_at, seat.first_recorded_at)::date as from_on
    from record item
    join record seat on seat.authority_id = item.authority_id and seat.part_of = item.part_of
     and seat.type = 'panel seat' and seat.superseded_at is null and seat.owner_id is not null
     and coalesce(seat.state, '') <> 'given up'
   where item.type = 'panel item' and item.superseded_at is null and item.child_id is not null
     and coalesce(item.state, '') <> 'closed';

-- The ties of one person that are their own. What the return says of its workers holds until somebody is allocated here:
-- afterwards a worker of an old return must not keep a child who was given to somebody else.
create function ties_held(of_authority smallint, of_person uuid, on_day date, of_child uuid default null)
returns table (child_id uuid, held_as text, relationship text)
language plpgsql stable set plan_cache_mode = 'force_generic_plan' as $$
#variable_conflict use_column
begin
  return query
  select a.child_id, a.role,
         case when a.role = 'reviewing officer' then 'reviewing'
              when a.role in ('family finder', 'regional agency manager') then 'referred'
              else 'allocated' end
    from allocation a
   where a.authority_id = of_authority and a.person_id = of_person and a.from_on <= on_day and a.to_on > on_day
     and (of_child is null or a.child_id = of_child)
  union all
  select s.child_id, 'social worker', 'allocated'
    from person p
    join standing s on s.authority_id = p.authority_id and s.worker = p.worker and s.from_on <= on_day and s.to_on > on_day
   where p.authority_id = of_authority and p.person_id = of_person and p.worker is not null
     and (of_child is null or s.child_id = of_child)
     and not exists (select from allocation a where a.authority_id = of_authority and a.child_id = s.child_id
                        and a.role = 'social worker' and a.person_id is not null and a.from_on <= on_day)
  union all
  -- Teams: those the person manages, and those of a service they are in, for every role they hold.
  select of_team.child_id, mine.held_as, mine.relationship
    from (
      select m.team_id, 'team manager' as held_as, 'team' as relationship
        from team_member m
       where m.authority_id = of_authority and m.person_id = of_person and m.team_id is not null and m.manages
         and m.from_on <= on_day and m.to_on > on_day
      union all
      select t.team_id, r.role, 'service'
        from team_member m
        join team t on t.authority_id = m.authority_id and t.service_id = m.service_id
        join role_held r on r.authority_id = m.authority_id and r.person_id = m.person_id and r.from_on <= on_day and r.to_on > on_day
       where m.authority_id = of_authority and m.person_id = of_person and m.service_id is not null
         and m.from_on <= on_day and m.to_on > on_day
    ) mine
    join (
      -- allocated to the team
      select a.child_id, a.team_id
        from allocation a
       where a.authority_id = of_authority and a.team_id is not null and a.from_on <= on_day and a.to_on > on_day
         and (of_child is null or a.child_id = of_child)
      union all
      -- or to a social worker who is in it
      select a.child_id, m.team_id
        from allocation a
        join team_member m on m.authority_id = a.authority_id and m.person_id = a.person_id and m.team_id is not null
         and m.from_on <= on_day and m.to_on > on_day
       where a.authority_id = of_authority and a.role = 'social worker' and a.from_on <= on_day and a.to_on > on_day
         and (of_child is null or a.child_id = of_child)
      union all
      -- or to one of the council's team list, as the return has it
      select s.child_id, t.team_id
        from standing s
        join worker w on w.authority_id = s.authority_id and w.worker = s.worker
        join team t on t.authority_id = w.authority_id and t.name = w.team
       where s.authority_id = of_authority and s.from_on <= on_day and s.to_on > on_day
         and (of_child is null or s.child_id = of_child)
         and not exists (select from allocation a where a.authority_id = of_authority and a.child_id = s.child_id
                            and (a.role = 'social worker' or a.team_id is not null) and a.from_on <= on_day)
    ) of_team using (team_id)
  union all
  -- A service that answers for every child in care: virtual school, health.
  select s.child_id, r.role, 'service'
    from team_member m
    join service v on v.authority_id = m.authority_id and v.service_id = m.service_id and v.answers_for = 'all in care'
    join role_held r on r.authority_id = m.authority_id and r.person_id = m.person_id and r.from_on <= on_day and r.to_on > on_day
    join standing s on s.authority_id = m.authority_id and s.from_on <= on_day and s.to_on > on_day
   where m.authority_id = of_authority and m.person_id = of_person and m.from_on <= on_day and m.to_on > on_day
     and (of_child is null or s.child_id = of_child)
  union all
  select p.child_id, p.held_as, 'panel'
    from panel_tie p
   where p.authority_id = of_authority and p.person_id = of_person and p.from_on <= on_day
     and (of_child is null or p.child_id = of_child)
  union all
  -- A child of another authority whose profile was shared with this one: a tie to the profile, for the file is not here.
  select s.child_id, r.role, 'referred'
    from role_held r
    join profile_share s on s.to_authority_id = r.authority_id and s.withdrawn_at is null
   where r.authority_id = of_authority and r.person_id = of_person and r.from_on <= on_day and r.to_on > on_day
     and r.role in ('family finder', 'regional agency manager')
     and (of_child is null or s.child_id = of_child)
  union all
  select o.child_id, 'young person or family', 'own'
    from own_record o
   where o.authority_id = of_authority and o.person_id = of_person and o.from_on <= on_day and o.to_on > on_day
     and (of_child is null or o.child_id = of_child);
end $$;

-- The same, and those of the people they stand in for that day, in a role they hold themselves. What is one's own copy is
-- nobody's to hand over.
create function ties_on(of_authority smallint, of_person uuid, on_day date, of_child uuid default null)
returns table (child_id uuid, held_as text, relationship text) language sql stable as $$
  select * from ties_held(of_authority, of_person, on_day, of_child)
  union all
  select t.child_id, t.held_as, 'deputy'
    from deputy d
    cross join lateral ties_held(of_authority, d.person_id, on_day, of_child) t
    join role_held r on r.authority_id = d.authority_id and r.person_id = d.stands_in and r.role = t.held_as
     and r.from_on <= on_day and r.to_on > on_day
   where d.authority_id = of_authority and d.stands_in = of_person and d.withdrawn_at is null
     and d.from_on <= on_day and d.to_on > on_day and t.relationship <> 'own'
$$;

-- Holds the transaction, which must reach everyone when this is asked, to the children whom a person reaches for an act
-- (store/access/reach.ts): those of the ties that suffice, or all; those `decided`, where it is decided already. Less the
-- hidden: restricted and not naming the person, where `closed` to others; of the person's own family. The children go from
-- the ties into the setting inside the database: a service's thousands never travel.
create function narrow_reach(
  of_authority smallint, of_person uuid, on_day date, scope text, tie_roles text[], tie_relationships text[],
  closed boolean, only_named boolean, decided uuid[])
returns void language plpgsql set plan_cache_mode = 'force_generic_plan' as $$
#variable_conflict use_column
declare
  reached uuid[] := decided;   -- null: everyone
  named uuid[];
  hidden uuid[];
begin
  if decided is null and scope <> 'all' then
    reached := array(
      select distinct t.child_id from ties_on(of_authority, of_person, on_day) t
       where (t.held_as, t.relationship) in (select * from unnest(tie_roles, tie_relationships)));
  end if;
  if decided is null and only_named then
    named := array(
      select child_id from restriction_named
       where authority_id = of_authority and person_id = of_person and from_on <= on_day and to_on > on_day);
    reached := case when reached is null then named else array(select unnest(reached) intersect select unnest(named)) end;
  end if;
  hidden := array(select child_id from family_lock where authority_id = of_authority and person_id = of_person);
  if closed then
    hidden := hidden || array(
      select r.child_id from restriction r
       where r.authority_id = of_authority and r.from_on <= on_day and r.to_on > on_day and r.child_id <> all (coalesce(decided, '{}'))
         and not exists (
           select from restriction_named n where n.authority_id = of_authority and n.child_id = r.child_id
              and n.person_id = of_person and n.from_on <= on_day and n.to_on > on_day));
  end if;
  perform set_config('holdfast.reach', case when reached is null then 'all' else 'listed' end, true),
          set_config('holdfast.children', case when cardinality(reached) > 0 then reached::text else '' end, true),
          set_config('holdfast.hidden', case when cardinality(hidden) > 0 then hidden::text else '' end, true);
end $$;

grant select on panel_tie to holdfast_app;
