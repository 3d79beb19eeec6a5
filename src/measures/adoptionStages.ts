import { sql } from 'kysely'
import type { ChildId } from '../core/facts/factType.ts'
import type { LocalDate } from '../core/time/localDate.ts'
import { day } from './inCare.ts'
import { counts, leftOut, twelveMonths, type Case, type Measure, type MeasureQuestion } from './measure.ts'

/** The days of one adoption, null where the facts do not hold one. */
interface Adoption {
  readonly childId: ChildId
  readonly code: string
  readonly entry: LocalDate | null
  readonly decision: LocalDate | null
  readonly match: LocalDate | null
  readonly placed: LocalDate | null
  readonly order: LocalDate
}

type Mark = 'entry' | 'decision' | 'match' | 'placed' | 'order'

const missing: Readonly<Record<Mark, string>> = {
  entry: 'the day the child came into care is not held',
  decision: 'the decision that the child should be placed for adoption is not held',
  match: 'the day of the match is not held',
  placed: 'the day the child moved in with the adopters is not held',
  order: 'the day of the order is not held',
}

async function adoptions({ db, authorityId, window }: MeasureQuestion): Promise<readonly Adoption[]> {
  const rows = await db
    .selectFrom('period_of_care as period')
    .innerJoin('child', (join) =>
      join.onRef('child.authority_id', '=', 'period.authority_id').onRef('child.child_id', '=', 'period.child_id'))
    .leftJoin('adoption', (join) =>
      join
        .onRef('adoption.authority_id', '=', 'period.authority_id')
        .onRef('adoption.child_id', '=', 'period.child_id')
        .on('adoption.superseded_at', 'is', null))
    .select([
      'child.child_id', 'child.code', 'period.from_on', 'period.start_known', 'period.to_on', 'adoption.decided_on',
      'adoption.matched_on',
      // The decision that stood when the order was made: the latest one not reversed.
      sql<LocalDate | null>`(select max(decision.decided_on) from adoption_decision decision
        where decision.authority_id = period.authority_id and decision.child_id = period.child_id
          and decision.superseded_at is null and decision.ceased_on is null and decision.decided_on <= period.to_on)`.as('decision'),
      sql<LocalDate | null>`(select min(episode.started_on) from episode
        where episode.authority_id = period.authority_id and episode.child_id = period.child_id
          and episode.superseded_at is null and episode.placement_type in ('A3', 'A4', 'A5', 'A6')
          and episode.started_on >= period.from_on and episode.started_on < period.to_on)`.as('placed'),
    ])
    .where('period.authority_id', '=', authorityId)
    .where('period.end_reason', 'in', ['E11', 'E12'])
    .where('period.to_on', '>=', day(window.from ?? window.to))
    .where('period.to_on', '<=', day(window.to))
    .orderBy('child.code')
    .execute()
  return rows.flatMap((row) =>
    row.to_on === null
      ? []
      : [{
          childId: row.child_id,
          code: row.code,
          entry: row.start_known ? row.from_on : null,
          decision: row.decision ?? row.decided_on,
          match: row.matched_on,
          placed: row.placed,
          order: row.to_on,
        }],
  )
}

function stage(id: string, title: string, from: Mark, to: Mark, words: string): Measure {
  return {
    id,
    title,
    definition: `Mean days ${words}, over children whose adoption order was made in the 12 months that end on the day. A child for whom either day is not held is left out and counted as such.`,
    source: 'DfE, children looked after in England: average duration of each stage of the adoption process',
    version: 1,
    unit: 'days',
    of: 'adoptions',
    window: twelveMonths,
    async cases(question) {
      return (await adoptions(question)).map((adoption): Case => {
        const start = adoption[from]
        const end = adoption[to]
        if (start === null) return leftOut(adoption, missing[from])
        if (end === null) return leftOut(adoption, missing[to])
        return counts(adoption, end - start)
      })
    },
  }
}

/** The six durations that the DfE publishes, from entry to care to the adoption order. */
export const adoptionStages: readonly Measure[] = [
  stage('adoption-entry-to-decision', 'Adoption: entry to care to decision', 'entry', 'decision',
    'from coming into care to the decision that the child should be placed for adoption'),
  stage('adoption-decision-to-match', 'Adoption: decision to match', 'decision', 'match',
    'from the decision that the child should be placed for adoption to the match with the adopters'),
  stage('adoption-match-to-placement', 'Adoption: match to placement', 'match', 'placed',
    'from the match to the day the child was placed for adoption'),
  stage('adoption-entry-to-placement', 'Adoption: entry to care to placement', 'entry', 'placed',
    'from coming into care to the day the child was placed for adoption'),
  stage('adoption-placement-to-order', 'Adoption: placement to order', 'placed', 'order',
    'from the day the child was placed for adoption to the adoption order'),
  stage('adoption-entry-to-order', 'Adoption: entry to care to order', 'entry', 'order',
    'from coming into care to the adoption order'),
]
