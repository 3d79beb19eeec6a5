import type { Rule } from '../../rule.ts'
import { rule225 } from './rule225.ts'
import { rule226 } from './rule226.ts'
import { rule233 } from './rule233.ts'
import { rule234 } from './rule234.ts'

/** Rules about why a placement changed (REASON_PLACE_CHANGE). */
export const placementChangeRules: readonly Rule[] = [rule225, rule226, rule233, rule234]
