/** What the drift signals ask of the derived rows and the family records, for many children at once. */
import type pg from 'pg'
import type { KnownForSignals } from '../../app/signals.ts'
import { beyond } from '../access/reach.ts'
import { readSqlDate } from '../postgres.ts'
import { prepared } from '../prepared.ts'
import { addMonths, formatIso, type LocalDate } from '../../core/time/localDate.ts'

interface Row {
  readonly child_id: string
  readonly in_care_since: LocalDate
  readonly start_known: boolean
  readonly legal_status: string | null
  readonly legal_status_since: LocalDate
  readonly placement_type: string | null
  readonly home_since: LocalDate
  readonly moved_on: readonly string[] | null
  readonly second_held: LocalDate | null
  readonly second_due: LocalDate | null
  readonly last_review: LocalDate | null
  readonly matched_on: LocalDate | null
  readonly has_family: boolean
}

/**
 * What is known on a day of those of the children who are in care on it (and whom the transaction reaches). A brother or
 * sister is another child in care on the day, linked as one or by a shared parent; apart is another postcode.
 */
export async function knownForSignals(
  client: pg.ClientBase, authorityId: number, childIds: readonly string[], day: LocalDate,
): Promise<readonly KnownForSignals[]> {
  const { rows } = await client.query<Row>(prepared(
    `select a.child_id, a.in_care_since, a.start_known, a.legal_status, a.legal_status_since, a.placement_type, a.home_since,
       (select array_agg(h.from_on::text order by h.from_on) from home h
         where h.authority_id = $1 and h.child_id = a.child_id and h.period_number = a.period_number and h.number > 1
           and h.from_on > $4 and h.from_on <= $3) as moved_on,
       (select c.ended_on from clock_occurrence c
         where c.authority_id = $1 and c.child_id = a.child_id and c.rule = 'review-2' and c.period_number = a.period_number
           and c.ending = 'met' and c.ended_on <= $3 limit 1) as second_held,
       (select c.due_on from clock_occurrence c
         where c.authority_id = $1 and c.child_id = a.child_id and c.rule = 'review-2' and c.period_number = a.period_number limit 1) as second_due,
       (select max(r.held_on) from review r
         where r.authority_id = $1 and r.child_id = a.child_id and r.superseded_at is null and r.held_on >= a.in_care_since and r.held_on <= $3) as last_review,
       (select max(d.matched_on) from adoption d
         where d.authority_id = $1 and d.child_id = a.child_id and d.superseded_at is null and d.matched_on <= $3) as matched_on,
       exists (select from family_link l where l.authority_id = $1 and l.kind <> 'declared' and (l.a = a.child_id or l.b = a.child_id)) as has_family
     from standing a
     where a.authority_id = $1 and a.child_id = any ($2) and a.from_on <= $3 and a.to_on > $3`,
    [authorityId, childIds, formatIso(day), formatIso(addMonths(day, -12))],
  ))
  const apart = await siblingsApart(client, authorityId, rows.filter((row) => row.has_family).map((row) => row.child_id), day)
  return rows.map((row) => ({
    childId: row.child_id, inCareSince: row.in_care_since, startKnown: row.start_known, legalStatus: row.legal_status,
    legalStatusSince: row.legal_status_since, placementType: row.placement_type, homeSince: row.home_since,
    movedOn: (row.moved_on ?? []).map(readSqlDate).filter((one) => one !== null),
    secondReview: { heldOn: row.second_held, dueOn: row.second_due }, lastReviewOn: row.last_review, matchedOn: row.matched_on,
    siblingsApart: row.has_family ? apart.get(row.child_id) ?? 0 : null,
  }))
}

/** How many brothers and sisters in care live elsewhere, by child, for those of whom any does; whether or not the reader works with them. */
async function siblingsApart(
  client: pg.ClientBase, authorityId: number, childIds: readonly string[], day: LocalDate,
): Promise<ReadonlyMap<string, number>> {
  if (childIds.length === 0) return new Map()
  const { rows } = await beyond(client, () => client.query<{ child_id: string; apart: number }>(prepared(
    `with kin as (
       select c.child_id, case when l.a = c.child_id then l.b else l.a end as sibling
         from unnest($2::uuid[]) c(child_id)
         join family_link l on l.authority_id = $1 and l.kind = 'sibling' and (l.a = c.child_id or l.b = c.child_id)
       union
       select c.child_id, other.b
         from unnest($2::uuid[]) c(child_id)
         join family_link mine on mine.authority_id = $1 and mine.kind = 'parent' and mine.b = c.child_id
         join family_link other on other.authority_id = $1 and other.kind = 'parent' and other.a = mine.a and other.b <> c.child_id
     ), here as (
       select distinct on (h.child_id) h.child_id, h.postcode from home h
        where h.authority_id = $1 and h.from_on <= $3 and h.to_on > $3
          and h.child_id in (select child_id from kin union select sibling from kin)
        order by h.child_id, h.from_on desc
     )
     select k.child_id, count(distinct k.sibling)::int as apart
       from kin k
       join standing o on o.authority_id = $1 and o.child_id = k.sibling and o.from_on <= $3 and o.to_on > $3
       left join here mine on mine.child_id = k.child_id
       left join here theirs on theirs.child_id = k.sibling
      where mine.postcode is distinct from theirs.postcode
      group by k.child_id`,
    [authorityId, childIds, formatIso(day)],
  )))
  return new Map(rows.map((row) => [row.child_id, row.apart]))
}
