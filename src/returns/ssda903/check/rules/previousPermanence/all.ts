import type { Rule } from '../../rule.ts'
import { rule630 } from './rule630.ts'
import { rule631 } from './rule631.ts'
import { rule632 } from './rule632.ts'
import { rule633 } from './rule633.ts'
import { rule634 } from './rule634.ts'
import { rule635 } from './rule635.ts'

/** Rules about the permanence a child had before coming into care, asked since 1 April 2016. */
export const previousPermanenceRules: readonly Rule[] = [rule630, rule631, rule632, rule633, rule634, rule635]
