/** Children in care on a day with what the demonstration's invented lives are made from, and whose children they are. */
import type pg from 'pg'
import type { Route } from '../../core/permanence/routes.ts'
import type { ChildInCare } from '../../core/standing/childInCare.ts'
import { formatIso, type LocalDate } from '../../core/time/localDate.ts'
import { readSqlDate } from '../postgres.ts'

interface Somebody {
  readonly personId: string
  readonly name: string
}

export interface InCare {
  readonly child: ChildInCare
  /** The earliest running clock. */
  readonly nextDueOn: LocalDate | null
  readonly worker: Somebody | null
  readonly teamManager: Somebody | null
  readonly officer: Somebody | null
}

interface Row {
  readonly child_id: string
  readonly code: string
  readonly born_on: LocalDate
  readonly sex: string | null
  readonly ethnicity: string | null
  readonly in_care_since: LocalDate
  readonly legal_status: string | null
  readonly legal_status_since: LocalDate
  readonly placement_type: string | null
  readonly home_since: LocalDate
  readonly route: Route | null
  readonly permanence_achieved: boolean
  readonly unaccompanied: boolean
  readonly next_due_on: LocalDate | null
  readonly reviews: readonly { readonly fact: string; readonly on: string; readonly participation: string | null }[] | null
  readonly next_review: LocalDate | null
  readonly worker_id: string | null
  readonly worker_name: string | null
  readonly manager_id: string | null
  readonly manager_name: string | null
  readonly officer_id: string | null
  readonly officer_name: string | null
}

/** In the order of their codes. Children without a date of birth are left out. */
export async function childrenInCare(client: pg.ClientBase, authorityId: number, day: LocalDate): Promise<readonly InCare[]> {
  const { rows } = await client.query<Row>(
    `select s.child_id, s.code, s.born_on, s.sex, d.ethnicity, s.in_care_since, s.legal_status, s.legal_status_since, s.placement_type, s.home_since,
            s.route, s.permanence_achieved, s.unaccompanied, s.next_due_on,
            (select json_agg(json_build_object('fact', r.fact_id, 'on', r.held_on::text, 'participation', r.participation) order by r.held_on)
               from review r where r.authority_id = $1 and r.child_id = s.child_id and r.superseded_at is null
                and r.held_on >= s.in_care_since and r.held_on <= $2) as reviews,
            (select min(c.due_on) from clock_occurrence c
              where c.authority_id = $1 and c.child_id = s.child_id and c.rule in ('review-1', 'review-2', 'review-n')
                and c.trigger_on <= $2 and (c.ending = 'open' or c.ended_on > $2)) as next_review,
            p.person_id as worker_id, p.name as worker_name, m.person_id as manager_id, m.name as manager_name, o.person_id as officer_id, o.name as officer_name
       from standing s
       left join child_details d on d.authority_id = $1 and d.child_id = s.child_id and d.superseded_at is null
       left join person p on p.authority_id = $1 and p.worker = s.worker
       left join worker w on w.authority_id = $1 and w.worker = s.worker
       left join lateral (
         select person.person_id, person.name from team t join team_member tm on tm.authority_id = $1 and tm.team_id = t.team_id and tm.manages
           join person on person.authority_id = $1 and person.person_id = tm.person_id
          where t.authority_id = $1 and t.name = w.team order by tm.from_on limit 1) m on true
       left join lateral (
         select person.person_id, person.name from allocation a join person on person.authority_id = $1 and person.person_id = a.person_id
          where a.authority_id = $1 and a.child_id = s.child_id and a.role = 'reviewing officer' and a.from_on <= $2 and a.to_on > $2 limit 1) o on true
      where s.authority_id = $1 and s.from_on <= $2 and s.to_on > $2 and s.born_on is not null
      order by s.code, s.child_id`,
    [authorityId, formatIso(day)],
  )
  const person = (personId: string | null, name: string | null): Somebody | null => (personId === null ? null : { personId, name: name ?? '' })
  return rows.map((row): InCare => ({
    child: {
      childId: row.child_id, code: row.code, bornOn: row.born_on, sex: row.sex === '1' || row.sex === 'M' ? 'male' : row.sex === '2' || row.sex === 'F' ? 'female' : null,
      ethnicity: row.ethnicity, inCareSince: row.in_care_since, legalStatus: row.legal_status, legalStatusSince: row.legal_status_since,
      placementType: row.placement_type, homeSince: row.home_since, route: row.route, achieved: row.permanence_achieved, unaccompanied: row.unaccompanied,
      reviews: (row.reviews ?? []).flatMap(({ fact, on, participation }) => {
        const heldOn = readSqlDate(on)
        return heldOn === null ? [] : [{ factId: fact, heldOn, participation }]
      }),
      nextReviewDue: row.next_review,
    },
    nextDueOn: row.next_due_on,
    worker: person(row.worker_id, row.worker_name), teamManager: person(row.manager_id, row.manager_name), officer: person(row.officer_id, row.officer_name),
  }))
}
