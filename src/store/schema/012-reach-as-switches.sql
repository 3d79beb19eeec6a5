-- The child wall without a list to hash. Beneath every table of every statement a sub-select that makes a set costs more
-- than most of what it guards, and a list of thousands of ids takes longer to read than the children's rows. The reach is
-- now a line of switches: each child stands at a number of their own; passing a switch turns the reach on or off. A child is
-- reached when the switches at or below their number are odd in number, which `width_bucket` counts by halving.
--
--   nobody            {}
--   these children    {their number, the number after it, …}
--   all but these     {the least number, their number, the number after it, …}
--
-- `holdfast.reach` is 'everyone', and then no switch is looked at, or 'switched', and they stand in `holdfast.switches`.
-- Unset, both are null, and nobody is reached.

-- A child's number on the line. The index makes it one child's alone in an authority, so that the line says neither more nor
-- less than a list of ids would; rows of other authorities stand behind a wall of their own. Halved, so that there is always
-- a number after it and a number before all.
create function child_number(child uuid) returns bigint language sql immutable parallel safe as $$ select uuid_hash_extended(child, 0) >> 1 $$;
create unique index child_number_alone on child (authority_id, child_number(child_id));

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
        -- The sub-selects are worked out once a statement.
        using (%s (select current_setting('holdfast.reach', true) = 'everyone')
          or width_bucket(child_number(child_id), (select nullif(current_setting('holdfast.switches', true), '')::bigint[])) %% 2 = 1)$policy$,
      guarded.name, case when guarded.of_a_child then '' else 'child_id is null or' end);  -- a panel, a sitting: of no child
  end loop;
end $$;

-- The switches that turn the reach over at these children and nowhere else. A child named twice would be turned over twice.
create function switches_around(children uuid[]) returns bigint[] language plpgsql immutable as $$
begin
  return array(
    select unnest(array[number, number + 1]) as switch
      from (select distinct child_number(child) as number from unnest(children) child order by 1) each
     order by 1);
end $$;

-- Sets the reach of the transaction: those given less the hidden; or, given null, everyone but the hidden.
create or replace function set_reach(reached uuid[], hidden uuid[]) returns void language plpgsql as $$
declare
  some_hidden constant boolean := cardinality(hidden) > 0;
  switches bigint[];   -- null: everyone
begin
  if reached is not null then
    switches := switches_around(case when some_hidden then array(select unnest(reached) except select unnest(hidden)) else reached end);
  elsif some_hidden then
    switches := array_prepend(-9223372036854775808, switches_around(hidden));
  end if;
  perform set_config('holdfast.reach', case when switches is null then 'everyone' else 'switched' end, true),
          set_config('holdfast.switches', coalesce('{' || array_to_string(switches, ',') || '}', ''), true),
          set_config('holdfast.hidden', case when some_hidden then hidden::text else '' end, true);
end $$;

-- As in 010, in the words of the wall above.
create or replace function put_reach_aside(number integer) returns void language sql as $$
  select set_config('holdfast.reach_' || number, current_setting('holdfast.reach'), true),
         set_config('holdfast.switches_' || number, current_setting('holdfast.switches'), true),
         set_config('holdfast.hidden_' || number, current_setting('holdfast.hidden'), true)
$$;

create or replace function take_reach_up(aside integer) returns void language sql as $$
  select set_config('holdfast.reach', current_setting('holdfast.reach_' || aside), true),
         set_config('holdfast.switches', current_setting('holdfast.switches_' || aside), true),
         set_config('holdfast.hidden', current_setting('holdfast.hidden_' || aside), true)
$$;

create or replace function narrow_reach_among(aside integer, among uuid[]) returns void language plpgsql as $$
declare
  everyone constant boolean := current_setting('holdfast.reach') = 'everyone';
  switches constant bigint[] := nullif(current_setting('holdfast.switches'), '')::bigint[];
begin
  perform put_reach_aside(aside);
  perform set_reach(
    array(select a from unnest(among) a where everyone or width_bucket(child_number(a), switches) % 2 = 1),
    coalesce(nullif(current_setting('holdfast.hidden'), '')::uuid[], '{}'));
end $$;
