import type { Rule } from '../../rule.ts'
import { rule142 } from './rule142.ts'
import { rule357 } from './rule357.ts'
import { rule388 } from './rule388.ts'
import { rule431 } from './rule431.ts'
import { rule432 } from './rule432.ts'
import { rule433 } from './rule433.ts'
import { rule437 } from './rule437.ts'
import { rule501 } from './rule501.ts'
import { rule504 } from './rule504.ts'

/** Rules about how episodes follow one another within a year. */
export const continuityRules: readonly Rule[] = [
  rule142, rule357, rule388, rule431, rule432, rule433, rule437, rule501, rule504,
]
