import { neverUnder, neverUnderCases, placedWith } from './placedWith.ts'
import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

const barred = ['P1', 'R2', 'R5'] as const

export const rule527: ChildRule = {
  ...placedWith,
  code: '527',
  meaning: 'A placement with parents, in hospital or in a young offender institution is said to be the authority’s own provision (PR1).',
  mend: 'Check the provider code and the placement type: the authority itself provides none of these.',
  check: neverUnder('PR1', barred),
}

export const cases: readonly RuleCase[] = neverUnderCases('PR1', barred, 'K2')
