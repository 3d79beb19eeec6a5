import type { Rule } from '../../rule.ts'
import { rule115 } from './rule115.ts'
import { rule116 } from './rule116.ts'
import { rule117 } from './rule117.ts'
import { rule118 } from './rule118.ts'
import { rule119 } from './rule119.ts'
import { rule120 } from './rule120.ts'
import { rule184 } from './rule184.ts'
import { rule522 } from './rule522.ts'
import { rule523 } from './rule523.ts'
import { rule525 } from './rule525.ts'
import { rule551 } from './rule551.ts'
import { rule552 } from './rule552.ts'
import { rule553 } from './rule553.ts'
import { rule554 } from './rule554.ts'
import { rule555 } from './rule555.ts'
import { rule556 } from './rule556.ts'
import { rule557 } from './rule557.ts'
import { rule558 } from './rule558.ts'
import { rule559 } from './rule559.ts'
import { rule560 } from './rule560.ts'
import { rule561 } from './rule561.ts'
import { rule563 } from './rule563.ts'
import { rule579 } from './rule579.ts'
import { rule583 } from './rule583.ts'
import { rule584 } from './rule584.ts'
import { rule1003 } from './rule1003.ts'

/** Rules about decisions that a child should be placed for adoption (PlacedAdoption), made and reversed. */
export const adoptionDecisionRules: readonly Rule[] = [
  rule115, rule116, rule117, rule118, rule119, rule120, rule184, rule522, rule523, rule525, rule551, rule552,
  rule553, rule554, rule555, rule556, rule557, rule558, rule559, rule560, rule561, rule563, rule579, rule583,
  rule584, rule1003,
]
