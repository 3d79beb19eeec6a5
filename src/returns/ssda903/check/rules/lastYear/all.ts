import type { Rule } from '../../rule.ts'
import { rule502 } from './rule502.ts'
import { rule503A } from './rule503A.ts'
import { rule503B } from './rule503B.ts'
import { rule503C } from './rule503C.ts'
import { rule503D } from './rule503D.ts'
import { rule562 } from './rule562.ts'
import { ruleNoE } from './ruleNoE.ts'

/** Rules that hold this year's episodes against last year's return. */
export const lastYearRules: readonly Rule[] = [rule502, rule503A, rule503B, rule503C, rule503D, rule562, ruleNoE]
