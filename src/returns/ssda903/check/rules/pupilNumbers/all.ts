import type { Rule } from '../../rule.ts'
import { rule168 } from './rule168.ts'
import { rule208 } from './rule208.ts'
import { rule209 } from './rule209.ts'
import { rule210 } from './rule210.ts'
import { rule442 } from './rule442.ts'
import { rule444 } from './rule444.ts'

/** Rules about the unique pupil number. */
export const pupilNumberRules: readonly Rule[] = [rule168, rule208, rule209, rule210, rule442, rule444]
