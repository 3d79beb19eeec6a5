/** Permanence reached by leaving care, as the reason for ceasing (REC) tells it (domain 2.3). */
import type { Route } from './routes.ts'

/**
 * Reasons that evidence permanence. Not here, on purpose:
 * - E4B: an unplanned return home never counts as achieved by plan.
 * - E5, E6: supported living is achieved when the pathway plan is agreed and the move made; the return holds no
 *   pathway plan. To leave a success out of a count is mended by recording it, to count one that was none hides a young person
 *   who left for a bedsit, so it is left out.
 * - E2, E3, E7, E8, E9, E14, E15, E16: died, another authority, adult care, any other reason, custody, remand ended,
 *   found to be an adult, abroad: no permanence outcomes.
 */
const routeByReason: Readonly<Record<string, Route>> = {
  // A child adopted by family cannot be told from another: no code says so.
  E11: 'adoption',
  E12: 'adoption',
  E4A: 'return-home',
  E13: 'kin-informal',
  // A child arrangements order may also be to a parent, which is a return home; the code does not tell.
  E41: 'kin-cao',
  // To a carer who was no former foster carer, kin or not: the code of before 2018/19 does not tell.
  E44: 'other',
  E45: 'kin-sgo',
  E46: 'foster-carer-sgo',
  E47: 'kin-sgo',
  E48: 'other',
  E17: 'staying-put',
}

/**
 * The route by which leaving care for this reason is permanence, or null when it is none.
 *
 * @param lastPlacementType of the last home: tells for E43 (special guardianship to the former foster carer, before
 *   2018/19) whether the carer was a relative or friend (U1 to U3)
 */
export function routeOfLeaving(endReason: string, lastPlacementType: string | null): Route | null {
  if (endReason === 'E43') return /^U[123]$/.test(lastPlacementType ?? '') ? 'kin-sgo' : 'foster-carer-sgo'
  return routeByReason[endReason] ?? null
}
