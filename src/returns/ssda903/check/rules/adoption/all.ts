import type { Rule } from '../../rule.ts'
import { rule112 } from './rule112.ts'
import { rule113 } from './rule113.ts'
import { rule114 } from './rule114.ts'
import { rule134 } from './rule134.ts'
import { rule151 } from './rule151.ts'
import { rule175 } from './rule175.ts'
import { rule176 } from './rule176.ts'
import { rule177 } from './rule177.ts'
import { rule331 } from './rule331.ts'
import { rule333 } from './rule333.ts'
import { rule334 } from './rule334.ts'
import { rule335 } from './rule335.ts'
import { rule511 } from './rule511.ts'
import { rule514 } from './rule514.ts'
import { rule517 } from './rule517.ts'
import { rule518 } from './rule518.ts'
import { rule519 } from './rule519.ts'
import { rule520 } from './rule520.ts'
import { rule521 } from './rule521.ts'
import { rule524 } from './rule524.ts'
import { rule582 } from './rule582.ts'
import { rule601 } from './rule601.ts'
import { rule602 } from './rule602.ts'

/** Rules about the details of an adoption (AD1) and the order it ended with. */
export const adoptionRules: readonly Rule[] = [
  rule112, rule113, rule114, rule134, rule151, rule175, rule176, rule177, rule331, rule333, rule334, rule335,
  rule511, rule514, rule517, rule518, rule519, rule520, rule521, rule524, rule582, rule601, rule602,
]
