import type { Rule } from '../../rule.ts'
import { rule217 } from './rule217.ts'
import { rule217t } from './rule217t.ts'
import { rule336 } from './rule336.ts'
import { rule370 } from './rule370.ts'
import { rule371 } from './rule371.ts'
import { rule372 } from './rule372.ts'
import { rule373 } from './rule373.ts'
import { rule374 } from './rule374.ts'

/** Rules about whether a type of placement can be true of this child: their age, what went before, the day. */
export const placementTypeRules: readonly Rule[] = [
  rule217, rule217t, rule336, rule370, rule371, rule372, rule373, rule374,
]
