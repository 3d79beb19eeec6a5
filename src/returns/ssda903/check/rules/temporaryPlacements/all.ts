import type { Rule } from '../../rule.ts'
import { rule375 } from './rule375.ts'
import { rule376 } from './rule376.ts'
import { rule377 } from './rule377.ts'
import { rule379 } from './rule379.ts'
import { rule380 } from './rule380.ts'
import { rule381 } from './rule381.ts'

/** Rules about temporary placements (T0 to T4): how long, how often, and not at either end of care. */
export const temporaryPlacementRules: readonly Rule[] = [rule375, rule376, rule377, rule379, rule380, rule381]
