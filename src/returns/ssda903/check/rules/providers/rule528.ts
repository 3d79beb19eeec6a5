import { neverUnder, neverUnderCases, placedWith } from './placedWith.ts'
import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

const barred = ['P1', 'R2', 'R5'] as const

export const rule528: ChildRule = {
  ...placedWith,
  code: '528',
  meaning: 'A placement with parents, in hospital or in a young offender institution is said to be another authority’s provision (PR2).',
  mend: 'Check the provider code and the placement type: no authority provides any of these.',
  check: neverUnder('PR2', barred),
}

export const cases: readonly RuleCase[] = neverUnderCases('PR2', barred, 'K2')
