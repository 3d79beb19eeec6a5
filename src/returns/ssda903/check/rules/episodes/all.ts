import type { Rule } from '../../rule.ts'
import { rule1009 } from './rule1009.ts'
import { rule1012 } from './rule1012.ts'
import { rule141 } from './rule141.ts'
import { rule143 } from './rule143.ts'
import { rule144 } from './rule144.ts'
import { rule145 } from './rule145.ts'
import { rule146 } from './rule146.ts'
import { rule147 } from './rule147.ts'
import { rule148 } from './rule148.ts'
import { rule149 } from './rule149.ts'
import { rule302 } from './rule302.ts'
import { rule352 } from './rule352.ts'
import { rule353 } from './rule353.ts'
import { rule354 } from './rule354.ts'
import { rule355 } from './rule355.ts'
import { rule356 } from './rule356.ts'
import { rule385 } from './rule385.ts'

/** Rules about an episode by itself: its codes, its dates, whether it belongs in the return. */
export const episodeRules: readonly Rule[] = [
  rule1009, rule1012, rule141, rule143, rule144, rule145, rule146, rule147, rule148, rule149, rule302, rule352, rule353,
  rule354, rule355, rule356, rule385,
]
