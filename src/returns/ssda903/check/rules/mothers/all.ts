import type { Rule } from '../../rule.ts'
import { rule165 } from './rule165.ts'
import { rule171 } from './rule171.ts'
import { rule174 } from './rule174.ts'
import { rule207 } from './rule207.ts'
import { rule393 } from './rule393.ts'
import { rule607 } from './rule607.ts'
import { rule611 } from './rule611.ts'
import { rule612 } from './rule612.ts'
import { rule620 } from './rule620.ts'
import { rule621 } from './rule621.ts'
import { rule624 } from './rule624.ts'
import { rule625 } from './rule625.ts'
import { rule626 } from './rule626.ts'

/** Rules about girls and young women in care who are mothers, and their first child. */
export const motherRules: readonly Rule[] = [
  rule165, rule171, rule174, rule207, rule393, rule607, rule611, rule612, rule620, rule621, rule624, rule625, rule626,
]
