import type { Rule } from '../../rule.ts'
import { rule383 } from './rule383.ts'
import { rule434 } from './rule434.ts'
import { rule435 } from './rule435.ts'
import { rule436 } from './rule436.ts'

/** Rules about what changes, and what stays, from one placement to the next. */
export const placementRules: readonly Rule[] = [rule383, rule434, rule435, rule436]
