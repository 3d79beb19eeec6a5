import { neverUnder, neverUnderCases, placedWith } from './placedWith.ts'
import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

const barred = ['P1', 'A3', 'A4', 'A5', 'A6', 'K1', 'K2', 'U1', 'U2', 'U3', 'U4', 'U5', 'U6'] as const

export const rule529: ChildRule = {
  ...placedWith,
  code: '529',
  meaning: 'A placement with parents, for adoption, in foster care or in a children’s home is said to be other public provision (PR3).',
  mend: 'Check the provider code and the placement type: other public bodies, such as the NHS, provide none of these.',
  check: neverUnder('PR3', barred),
}

export const cases: readonly RuleCase[] = neverUnderCases('PR3', barred, 'R2')
