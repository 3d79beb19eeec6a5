import type { Rule } from '../../rule.ts'
import { rule166 } from './rule166.ts'
import { rule167 } from './rule167.ts'
import { rule399 } from './rule399.ts'
import { rule440 } from './rule440.ts'
import { rule441 } from './rule441.ts'

/** Rules about reviews of a child's case. */
export const reviewRules: readonly Rule[] = [rule166, rule167, rule399, rule440, rule441]
