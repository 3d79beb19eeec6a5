import type { Rule } from '../../rule.ts'
import { rule1008 } from './rule1008.ts'
import { rule1015 } from './rule1015.ts'
import { rule178 } from './rule178.ts'
import { rule213 } from './rule213.ts'
import { rule218 } from './rule218.ts'
import { rule219 } from './rule219.ts'
import { rule221 } from './rule221.ts'
import { rule222 } from './rule222.ts'
import { rule224 } from './rule224.ts'
import { rule227 } from './rule227.ts'
import { rule228 } from './rule228.ts'
import { rule229 } from './rule229.ts'
import { rule230 } from './rule230.ts'
import { rule241 } from './rule241.ts'
import { rule242 } from './rule242.ts'
import { rule243 } from './rule243.ts'
import { rule526 } from './rule526.ts'
import { rule527 } from './rule527.ts'
import { rule528 } from './rule528.ts'
import { rule529 } from './rule529.ts'
import { rule530 } from './rule530.ts'
import { rule531 } from './rule531.ts'
import { rule550 } from './rule550.ts'

/** Rules about who provides a placement: the provider code and the number in Ofsted's list. */
export const providerRules: readonly Rule[] = [
  rule1008, rule1015, rule178, rule213, rule218, rule219, rule221, rule222, rule224, rule227, rule228, rule229, rule230, rule241,
  rule242, rule243, rule526, rule527, rule528, rule529, rule530, rule531, rule550,
]
