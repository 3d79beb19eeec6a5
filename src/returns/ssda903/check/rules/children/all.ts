import type { Rule } from '../../rule.ts'
import { rule101 } from './rule101.ts'
import { rule102 } from './rule102.ts'
import { rule103 } from './rule103.ts'
import { rule202 } from './rule202.ts'
import { rule203 } from './rule203.ts'
import { rule204 } from './rule204.ts'
import { rule232 } from './rule232.ts'
import { rule301 } from './rule301.ts'
import { rule351 } from './rule351.ts'
import { ruleEPI } from './ruleEPI.ts'

/** Rules about who the child is: sex, date of birth, ethnicity. */
export const childRules: readonly Rule[] = [
  rule101, rule102, rule103, rule202, rule203, rule204, rule232, rule301, rule351, ruleEPI,
]
