import type { Rule } from '../../rule.ts'
import { rule104 } from './rule104.ts'
import { rule105 } from './rule105.ts'
import { rule205A } from './rule205A.ts'
import { rule205B } from './rule205B.ts'
import { rule205C } from './rule205C.ts'
import { rule205D } from './rule205D.ts'
import { rule231 } from './rule231.ts'
import { rule303 } from './rule303.ts'
import { rule304 } from './rule304.ts'

/** Rules about unaccompanied asylum-seeking children and when that status ceased. */
export const unaccompaniedRules: readonly Rule[] = [
  rule104, rule105, rule205A, rule205B, rule205C, rule205D, rule231, rule303, rule304,
]
