import type { Rule } from '../../rule.ts'
import { rule164 } from './rule164.ts'
import { rule169 } from './rule169.ts'
import { rule179 } from './rule179.ts'
import { rule214 } from './rule214.ts'
import { rule392a } from './rule392a.ts'
import { rule392b } from './rule392b.ts'
import { rule392c } from './rule392c.ts'
import { rule392d } from './rule392d.ts'
import { rule398 } from './rule398.ts'
import { rule406 } from './rule406.ts'
import { rule411 } from './rule411.ts'
import { rule420 } from './rule420.ts'
import { rule454 } from './rule454.ts'

/** Rules about the two postcodes, and what is worked out from them: the authority, the location and the distance. */
export const postcodeRules: readonly Rule[] = [
  rule164, rule169, rule179, rule214, rule392a, rule392b, rule392c, rule392d, rule398, rule406, rule411, rule420, rule454,
]
