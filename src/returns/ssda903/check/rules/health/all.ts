import type { Rule } from '../../rule.ts'
import { rule157 } from './rule157.ts'
import { rule158 } from './rule158.ts'
import { rule159 } from './rule159.ts'
import { rule180 } from './rule180.ts'
import { rule181 } from './rule181.ts'
import { rule182 } from './rule182.ts'
import { rule185 } from './rule185.ts'
import { rule186 } from './rule186.ts'
import { rule187 } from './rule187.ts'
import { rule188 } from './rule188.ts'
import { rule189 } from './rule189.ts'
import { rule190 } from './rule190.ts'
import { rule191 } from './rule191.ts'
import { rule192 } from './rule192.ts'
import { rule193 } from './rule193.ts'
import { rule196 } from './rule196.ts'
import { rule197B } from './rule197B.ts'
import { rule197a } from './rule197a.ts'
import { rule198 } from './rule198.ts'
import { rule542 } from './rule542.ts'
import { rule543 } from './rule543.ts'
import { rule544 } from './rule544.ts'
import { rule545 } from './rule545.ts'
import { rule546 } from './rule546.ts'
import { rule547 } from './rule547.ts'

/** Rules about health and outcomes of children looked after for twelve months (OC2). */
export const healthRules: readonly Rule[] = [
  rule157, rule158, rule159, rule180, rule181, rule182, rule185, rule186, rule187, rule188, rule189, rule190,
  rule191, rule192, rule193, rule196, rule197B, rule197a, rule198, rule542, rule543, rule544, rule545, rule546,
  rule547,
]
