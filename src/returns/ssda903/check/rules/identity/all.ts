import type { Rule } from '../../rule.ts'
import { ruleINT01 } from './ruleINT01.ts'
import { ruleINT02 } from './ruleINT02.ts'
import { ruleINT03 } from './ruleINT03.ts'
import { ruleINT04 } from './ruleINT04.ts'
import { ruleINT05 } from './ruleINT05.ts'
import { ruleINT06 } from './ruleINT06.ts'
import { ruleINT07 } from './ruleINT07.ts'
import { ruleINT08 } from './ruleINT08.ts'
import { ruleINT09 } from './ruleINT09.ts'
import { ruleINT11 } from './ruleINT11.ts'
import { ruleINT12 } from './ruleINT12.ts'
import { ruleINT13 } from './ruleINT13.ts'
import { ruleINT14 } from './ruleINT14.ts'
import { ruleINT15 } from './ruleINT15.ts'
import { ruleINT16 } from './ruleINT16.ts'
import { ruleINT17 } from './ruleINT17.ts'
import { ruleINT18 } from './ruleINT18.ts'
import { ruleINT21 } from './ruleINT21.ts'
import { ruleINT31 } from './ruleINT31.ts'
import { ruleINT32 } from './ruleINT32.ts'
import { ruleINT33 } from './ruleINT33.ts'
import { ruleINT34 } from './ruleINT34.ts'
import { ruleINT35 } from './ruleINT35.ts'
import { ruleINT36 } from './ruleINT36.ts'

/** Rules about whether the tables speak of the same children: each in the Header, once, born on one day. */
export const identityRules: readonly Rule[] = [
  ruleINT01, ruleINT02, ruleINT03, ruleINT04, ruleINT05, ruleINT06, ruleINT07, ruleINT08, ruleINT09,
  ruleINT11, ruleINT12, ruleINT13, ruleINT14, ruleINT15, ruleINT16, ruleINT17, ruleINT18, ruleINT21,
  ruleINT31, ruleINT32, ruleINT33, ruleINT34, ruleINT35, ruleINT36,
]
