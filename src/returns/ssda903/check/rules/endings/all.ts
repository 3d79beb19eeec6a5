import type { Rule } from '../../rule.ts'
import { rule199 } from './rule199.ts'
import { rule386 } from './rule386.ts'
import { rule387 } from './rule387.ts'
import { rule389 } from './rule389.ts'
import { rule390 } from './rule390.ts'
import { rule407 } from './rule407.ts'
import { rule460 } from './rule460.ts'
import { rule516 } from './rule516.ts'

/** Rules about the reason an episode ended: whether it can be true of this child. */
export const endingRules: readonly Rule[] = [
  rule199, rule386, rule387, rule389, rule390, rule407, rule460, rule516,
]
