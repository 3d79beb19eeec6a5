import type { Rule } from '../../rule.ts'
import { rule452 } from './rule452.ts'
import { rule453 } from './rule453.ts'
import { rule503E } from './rule503E.ts'
import { rule503F } from './rule503F.ts'
import { rule503G } from './rule503G.ts'
import { rule503H } from './rule503H.ts'
import { rule503J } from './rule503J.ts'

/** Rules that hold where the child was placed, and with whom, against last year's return. */
export const placementLastYearRules: readonly Rule[] = [rule452, rule453, rule503E, rule503F, rule503G, rule503H, rule503J]
