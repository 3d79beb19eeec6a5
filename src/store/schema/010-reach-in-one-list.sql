-- The child wall with one list where there were two: beneath every table of every query its sub-selects are planned and
-- worked out again, so each costs at every turn. `holdfast.children` now holds the children reached ('listed'), already
-- without the hidden ones, or the only ones not reached ('all but'). Unset, it still reaches nobody: true and false are both
-- told apart from null. `holdfast.hidden` is left for family links, which no list of children can answer.
do $$
declare
  guarded record;
begin
  for guarded in
    select p.tablename as name, a.attnotnull as of_a_child
      from pg_policies p
      join pg_attribute a on a.attrelid = format('%I.%I', p.schemaname, p.tablename)::regclass and a.attname = 'child_id'
     where p.schemaname = 'public' and p.policyname = 'child_wall' and p.tablename <> 'family_link'
  loop
    execute format('drop policy child_wall on %I', guarded.name);
    execute format(
      $policy$create policy child_wall on %I as restrictive
        -- Uncorrelated sub-selects: worked out once a statement and looked up by hash, however long the list.
        using (%s (child_id in (select unnest(nullif(current_setting('holdfast.children', true), '')::uuid[])))
          = (select case current_setting('holdfast.reach', true) when 'listed' then true when 'all but' then false end))$policy$,
      guarded.name, case when guarded.of_a_child then '' else 'child_id is null or' end);  -- a panel, a sitting: of no child
  end loop;
end $$;

-- Sets the reach of the transaction: those given less the hidden; or, given null, everyone but the hidden.
create function set_reach(reached uuid[], hidden uuid[]) returns void language sql as $$
  select set_config('holdfast.reach', case when reached is null then 'all but' else 'listed' end, true),
         set_config('holdfast.children', listed, true),
         set_config('holdfast.hidden', case when cardinality(hidden) > 0 then hidden::text else '' end, true)
    from (select case when cardinality(children) > 0 then children::text else '' end as listed
            from (select case when reached is null then hidden
                              when cardinality(hidden) > 0 then array(select unnest(reached) except select unnest(hidden))
                              else reached end as children) less) as list
$$;

-- As in 006, in the words of the wall above.
create or replace function narrow_reach(
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
  perform set_reach(reached, hidden);
end $$;

-- Puts the reach aside under a number, to be taken up again, and then reaches everyone; or, of those reached, only the
-- children given. The children never travel.
create function put_reach_aside(number integer) returns void language sql as $$
  select set_config('holdfast.reach_' || number, current_setting('holdfast.reach'), true),
         set_config('holdfast.children_' || number, current_setting('holdfast.children'), true),
         set_config('holdfast.hidden_' || number, current_setting('holdfast.hidden'), true)
$$;

create function widen_reach(aside integer) returns void language plpgsql as $$
begin
  perform put_reach_aside(aside);
  perform set_reach(null, '{}');
end $$;

-- Everyone but the hidden: for what is asked about a child whom the transaction reaches and rests on children it does not.
create function reach_beyond(aside integer) returns void language plpgsql as $$
begin
  perform put_reach_aside(aside);
  perform set_reach(null, coalesce(nullif(current_setting('holdfast.hidden'), '')::uuid[], '{}'));
end $$;

create function narrow_reach_among(aside integer, among uuid[]) returns void language plpgsql as $$
declare
  listed constant boolean := current_setting('holdfast.reach') = 'listed';
  children constant uuid[] := nullif(current_setting('holdfast.children'), '')::uuid[];
begin
  perform put_reach_aside(aside);
  perform set_reach(
    array(select a from unnest(among) a where (a in (select unnest(children))) = listed),
    coalesce(nullif(current_setting('holdfast.hidden'), '')::uuid[], '{}'));
end $$;

create function take_reach_up(aside integer) returns void language sql as $$
  select set_config('holdfast.reach', current_setting('holdfast.reach_' || aside), true),
         set_config('holdfast.children', current_setting('holdfast.children_' || aside), true),
         set_config('holdfast.hidden', current_setting('holdfast.hidden_' || aside), true)
$$;

-- Every tie and lock of a person to one child (store/access/subject.ts). A function, like ties_held, for one plan a connection.
create function subject_of_ask(of_authority smallint, of_person uuid, of_child uuid, on_day date, at_moment timestamptz)
returns table (ties json, restricted boolean, named boolean, own_family boolean, glass json)
language plpgsql stable set plan_cache_mode = 'force_generic_plan' as $$
#variable_conflict use_column
begin
  return query select
    (select json_agg(json_build_object('held_as', t.held_as, 'relationship', t.relationship)) from ties_on(of_authority, of_person, on_day, of_child) t),
    exists (select from restriction r where r.authority_id = of_authority and r.child_id = of_child and r.from_on <= on_day and r.to_on > on_day),
    exists (select from restriction_named n
             where n.authority_id = of_authority and n.child_id = of_child and n.person_id = of_person and n.from_on <= on_day and n.to_on > on_day),
    exists (select from family_lock f where f.authority_id = of_authority and f.child_id = of_child and f.person_id = of_person),
    -- UTC text as the core reads it; JSON would write an offset.
    (select json_build_object('reason', g.reason, 'resources', g.resources,
              'from', to_char(g.from_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
              'until', to_char(g.until_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))
       from break_glass g
      where g.authority_id = of_authority and g.person_id = of_person and g.child_id = of_child and g.from_at <= at_moment and g.until_at > at_moment
      order by g.until_at desc limit 1);
end $$;
