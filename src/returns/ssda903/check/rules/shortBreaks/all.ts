import type { Rule } from '../../rule.ts'
import { rule365 } from './rule365.ts'
import { rule366 } from './rule366.ts'
import { rule367 } from './rule367.ts'
import { rule382 } from './rule382.ts'
import { rule384 } from './rule384.ts'
import { rule426 } from './rule426.ts'

/** Rules about series of short breaks (legal status V3 and V4). */
export const shortBreakRules: readonly Rule[] = [rule365, rule366, rule367, rule382, rule384, rule426]
