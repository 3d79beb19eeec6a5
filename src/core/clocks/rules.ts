/** Every rule, in the order in which a child's page lists them. */
import type { ClockRule, RuleId } from './clock.ts'
import { a1 } from './rules/a1.ts'
import { a2 } from './rules/a2.ts'
import { adoptionMatch } from './rules/adoptionMatch.ts'
import { careProceedings } from './rules/careProceedings.ts'
import { healthFirst } from './rules/healthFirst.ts'
import { pathwayAssessment } from './rules/pathwayAssessment.ts'
import { permanencePlan } from './rules/permanencePlan.ts'
import { review1 } from './rules/review1.ts'
import { review2 } from './rules/review2.ts'
import { reviewN } from './rules/reviewN.ts'
import { stableHome } from './rules/stableHome.ts'
import { visitFirst } from './rules/visitFirst.ts'
import { visitPlacedForAdoption } from './rules/visitPlacedForAdoption.ts'

const byId: Readonly<Record<RuleId, ClockRule>> = {
  'review-1': review1,
  'review-2': review2,
  'review-n': reviewN,
  'permanence-plan-by-review-2': permanencePlan,
  'health-first': healthFirst,
  'pathway-assessment': pathwayAssessment,
  'care-proceedings-26': careProceedings,
  'adoption-match-6m': adoptionMatch,
  'a1-426': a1,
  'a2-121': a2,
  'stable-home-14m': stableHome,
  'visit-first': visitFirst,
  'visit-placed-for-adoption': visitPlacedForAdoption,
}

export const clockRules: readonly ClockRule[] = Object.values(byId)

/** The rule of an id. */
export function ruleOf(id: RuleId): ClockRule {
  return byId[id]
}

/** The rule of an id from outside (an address, a stored row); undefined when there is none. */
export function ruleById(id: string): ClockRule | undefined {
  return clockRules.find((rule) => rule.id === id)
}
