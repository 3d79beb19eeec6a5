import type { Rule } from '../../rule.ts'
import { rule131 } from './rule131.ts'
import { rule132 } from './rule132.ts'
import { rule133 } from './rule133.ts'
import { rule153 } from './rule153.ts'
import { rule215 } from './rule215.ts'
import { rule344 } from './rule344.ts'
import { rule345 } from './rule345.ts'
import { rule347 } from './rule347.ts'
import { rule348 } from './rule348.ts'
import { rule391 } from './rule391.ts'
import { rule628 } from './rule628.ts'
import { rule1000 } from './rule1000.ts'
import { rule1001 } from './rule1001.ts'
import { rule1002 } from './rule1002.ts'
import { rule1007 } from './rule1007.ts'
import { rule1010 } from './rule1010.ts'
import { rule1011 } from './rule1011.ts'
import { rule1014 } from './rule1014.ts'
import { rule1016 } from './rule1016.ts'
import { rule3001 } from './rule3001.ts'

/** Rules about care leavers: how they do (OC3), and what is no longer asked of them. */
export const careLeaverRules: readonly Rule[] = [
  rule131, rule132, rule133, rule153, rule215, rule344, rule345, rule347, rule348, rule391, rule628, rule1000,
  rule1001, rule1002, rule1007, rule1010, rule1011, rule1014, rule1016, rule3001,
]
