import type { Rule } from '../../rule.ts'
import { rule358 } from './rule358.ts'
import { rule359 } from './rule359.ts'
import { rule361 } from './rule361.ts'
import { rule362 } from './rule362.ts'
import { rule363 } from './rule363.ts'
import { rule364 } from './rule364.ts'
import { rule378 } from './rule378.ts'
import { rule408 } from './rule408.ts'
import { rule445 } from './rule445.ts'
import { rule446 } from './rule446.ts'
import { rule451 } from './rule451.ts'

/** Rules about what the law lets a legal status be: for whom, where, for how long. */
export const legalStatusRules: readonly Rule[] = [
  rule358, rule359, rule361, rule362, rule363, rule364, rule378, rule408, rule445, rule446, rule451,
]
