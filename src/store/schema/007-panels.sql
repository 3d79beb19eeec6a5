-- Panels. A panel's seats and its children's places on its list (core/panels/records.ts) are records that are part of the
-- panel's own record: the two together are the tie. It holds from the day the child came to the panel, or the person to the
-- seat, by the record itself and not by the moment somebody typed it, until the place is closed: for a child who leaves that
-- is when the minutes of the last sitting are signed off.
create or replace view panel_tie with (security_invoker = true) as
  select item.authority_id, item.child_id, seat.owner_id as person_id, seat.content ->> 'as' as held_as,
         greatest(coalesce(item.happened_on, item.first_recorded_at::date), coalesce(seat.happened_on, seat.first_recorded_at::date)) as from_on
    from record item
    join record seat on seat.authority_id = item.authority_id and seat.part_of = item.part_of
     and seat.type = 'panel seat' and seat.superseded_at is null and seat.owner_id is not null
     and coalesce(seat.state, '') <> 'given up'
   where item.type = 'panel item' and item.superseded_at is null and item.child_id is not null
     and coalesce(item.state, '') not in ('told', 'withdrawn', 'closed');
