import { sql } from 'kysely'
import type { ChildId } from '../core/facts/factType.ts'
import type { LocalDate } from '../core/time/localDate.ts'
import { day } from './inCare.ts'
import { counts, leftOut, twelveMonths, type Case, type Measure, type MeasureQuestion } from './measure.ts'
import { placedForAdoption } from './placedForAdoption.ts'

/** The days of one adoption, null where the facts do not hold one. */
interface Adoption {
  readonly childId: ChildId
  readonly code: string
  readonly entry: LocalDate | null
  readonly decision: LocalDate | null
  readonly match: LocalDate | null
  readonly placed: LocalDate | null
  readonly order: LocalDate | null
}

type Mark = 'entry' | 'decision' | 'match' | 'placed' | 'order'

const missing: Readonly<Record<Mark, string>> = {
  entry: 'the day the child came into care is not held',
  decision: 'the decision that the child should be placed for adoption is not held',
  match: 'the day of the match is not held',
  placed: 'the day the child moved in with the adopters is not held',
  order: 'the day of the order is not held',
}

/**
 * The adoptions whose order was made in the window.
 *
 * - The decision is the one given with the adoption (AD1), which the return wants equal to that of the decision table
 *   (rule 523); for want of it, the latest decision of this time in care that was not reversed.
 * - Placed is the first day as placed for adoption in the last home: with the adopters the order names. An earlier
 *   adoptive home that broke down is not it, and with foster carers who adopt it is not the day of moving in.
 */
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
    .select((eb) => [
      'child.child_id', 'child.code', 'period.from_on', 'period.start_known', 'period.to_on', 'adoption.decided_on',
      'adoption.matched_on',
      eb.selectFrom('adoption_decision as decision')
        .select(sql<LocalDate | null>`max(decision.decided_on)`.as('on'))
        .whereRef('decision.authority_id', '=', 'period.authority_id')
        .whereRef('decision.child_id', '=', 'period.child_id')
        .where('decision.superseded_at', 'is', null)
        .where('decision.ceased_on', 'is', null)
        .whereRef('decision.decided_on', '<=', 'period.to_on')
        .where((one) => one.or([
          one('decision.decided_on', '>=', one.ref('period.from_on')), one('period.start_known', '=', false),
        ]))
        .as('decision'),
      eb.selectFrom('standing')
        .select(sql<LocalDate | null>`min(standing.from_on)`.as('on'))
        .whereRef('standing.authority_id', '=', 'period.authority_id')
        .whereRef('standing.child_id', '=', 'period.child_id')
        .whereRef('standing.period_number', '=', 'period.number')
        .where('standing.placement_type', 'in', placedForAdoption)
        .where('standing.home_number', '=', (one) =>
          one.selectFrom('home')
            .select(sql<number>`max(home.number)`.as('last'))
            .whereRef('home.authority_id', '=', 'period.authority_id')
            .whereRef('home.child_id', '=', 'period.child_id')
            .whereRef('home.period_number', '=', 'period.number'))
        .as('placed'),
    ])
    .where('period.authority_id', '=', authorityId)
    .where('period.end_reason', 'in', ['E11', 'E12'])
    .where('period.to_on', '>=', day(window.from ?? window.to))
    .where('period.to_on', '<=', day(window.to))
    .orderBy('child.code')
    .execute()
  return rows.map((row) => ({
    childId: row.child_id,
    code: row.code,
    entry: row.start_known ? row.from_on : null,
    decision: row.decided_on ?? row.decision,
    match: row.matched_on,
    placed: row.placed,
    order: row.to_on,
  }))
}

function stage(id: string, title: string, from: Mark, to: Mark, words: string): Measure {
  return {
    id,
    title,
    definition: `Mean number of days ${words}, over children whose adoption order was made in the 12 months that end on the day. A child for whom either day is not held, or who has the two in the wrong order, is left out and counted as such.`,
    source: 'DfE, children looked after in England: average time between the stages of adoption',
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
        // A slip in one date of a dozen adoptions would move the mean by weeks.
        if (end < start) return leftOut(adoption, 'the two days are in the wrong order')
        return counts(adoption, end - start)
      })
    },
  }
}

const decision = 'the decision that the child should be placed for adoption'
const movingIn = 'the day the child was placed with the adopters'

/** The six durations that the DfE publishes, from entry to care to the adoption order. */
export const adoptionStages: readonly Measure[] = [
  stage('adoption-entry-to-decision', 'Adoption: entry to care to decision', 'entry', 'decision',
    `from coming into care to ${decision}`),
  stage('adoption-decision-to-match', 'Adoption: decision to match', 'decision', 'match',
    `from ${decision} to the match with the adopters`),
  stage('adoption-match-to-placement', 'Adoption: match to placement', 'match', 'placed',
    `from the match with the adopters to ${movingIn}`),
  stage('adoption-entry-to-placement', 'Adoption: entry to care to placement', 'entry', 'placed',
    `from coming into care to ${movingIn}`),
  stage('adoption-placement-to-order', 'Adoption: placement to order', 'placed', 'order',
    `from ${movingIn} to the adoption order`),
  stage('adoption-entry-to-order', 'Adoption: entry to care to order', 'entry', 'order',
    'from coming into care to the adoption order'),
]
