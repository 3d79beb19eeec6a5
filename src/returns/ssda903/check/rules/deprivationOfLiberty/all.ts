import type { Rule } from '../../rule.ts'
import { rule700 } from './rule700.ts'
import { rule701 } from './rule701.ts'
import { rule702 } from './rule702.ts'
import { rule703 } from './rule703.ts'
import { rule704 } from './rule704.ts'
import { rule705 } from './rule705.ts'
import { rule706 } from './rule706.ts'
import { rule707 } from './rule707.ts'
import { rule708 } from './rule708.ts'
import { rule709 } from './rule709.ts'
import { rule710 } from './rule710.ts'

/** Rules about deprivation of liberty orders, returned since 2026/27. */
export const deprivationOfLibertyRules: readonly Rule[] = [
  rule700, rule701, rule702, rule703, rule704, rule705, rule706, rule707, rule708, rule709, rule710,
]
