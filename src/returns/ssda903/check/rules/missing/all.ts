import type { Rule } from '../../rule.ts'
import { rule1004 } from './rule1004.ts'
import { rule1005 } from './rule1005.ts'
import { rule1006 } from './rule1006.ts'
import { rule564 } from './rule564.ts'
import { rule565 } from './rule565.ts'
import { rule566 } from './rule566.ts'
import { rule567 } from './rule567.ts'
import { rule570 } from './rule570.ts'
import { rule571 } from './rule571.ts'
import { rule574 } from './rule574.ts'
import { rule575 } from './rule575.ts'
import { rule576 } from './rule576.ts'
import { rule577 } from './rule577.ts'
import { rule578 } from './rule578.ts'
import { rule580 } from './rule580.ts'
import { rule581 } from './rule581.ts'
import { rule586 } from './rule586.ts'

/** Rules about children missing, or away from where they live without authorisation. */
export const missingRules: readonly Rule[] = [
  rule1004, rule1005, rule1006, rule564, rule565, rule566, rule567, rule570, rule571, rule574, rule575, rule576, rule577, rule578,
  rule580, rule581, rule586,
]
