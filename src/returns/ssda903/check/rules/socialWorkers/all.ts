import type { Rule } from '../../rule.ts'
import { ruleSW01STG1 } from './ruleSW01STG1.ts'
import { ruleSW02STG1 } from './ruleSW02STG1.ts'
import { ruleSW03STG1 } from './ruleSW03STG1.ts'
import { ruleSW04STG1 } from './ruleSW04STG1.ts'
import { ruleSW05STG1 } from './ruleSW05STG1.ts'
import { ruleSW06STG2 } from './ruleSW06STG2.ts'
import { ruleSW07STG2 } from './ruleSW07STG2.ts'
import { ruleSW08STG2 } from './ruleSW08STG2.ts'
import { ruleSW09STG2 } from './ruleSW09STG2.ts'
import { ruleSW108STG2 } from './ruleSW108STG2.ts'
import { ruleSW10STG2 } from './ruleSW10STG2.ts'
import { ruleSW11STG2 } from './ruleSW11STG2.ts'
import { ruleSW11bSTG2 } from './ruleSW11bSTG2.ts'
import { ruleSW12STG2 } from './ruleSW12STG2.ts'
import { ruleSW13STG1 } from './ruleSW13STG1.ts'
import { ruleSW14STG2 } from './ruleSW14STG2.ts'
import { ruleSW15STG2 } from './ruleSW15STG2.ts'
import { ruleSW16aSTG2 } from './ruleSW16aSTG2.ts'
import { ruleSW16bSTG2 } from './ruleSW16bSTG2.ts'
import { ruleSW16cSTG2 } from './ruleSW16cSTG2.ts'
import { ruleSW17STG2 } from './ruleSW17STG2.ts'

/** Rules about which social worker the child had and when, asked since 2023/24. */
export const socialWorkerRules: readonly Rule[] = [
  ruleSW01STG1, ruleSW02STG1, ruleSW03STG1, ruleSW04STG1, ruleSW05STG1, ruleSW06STG2, ruleSW07STG2, ruleSW08STG2,
  ruleSW09STG2, ruleSW108STG2, ruleSW10STG2, ruleSW11STG2, ruleSW11bSTG2, ruleSW12STG2, ruleSW13STG1, ruleSW14STG2,
  ruleSW15STG2, ruleSW16aSTG2, ruleSW16bSTG2, ruleSW16cSTG2, ruleSW17STG2,
]
