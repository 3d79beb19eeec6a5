import { neverUnder, neverUnderCases, placedWith } from './placedWith.ts'
import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

const barred = ['P1'] as const

export const rule530: ChildRule = {
  ...placedWith,
  code: '530',
  meaning: 'A placement with parents is said to be private provision (PR4).',
  mend: 'Give PR0 for a placement with parents, or check the placement type.',
  check: neverUnder('PR4', barred),
}

export const cases: readonly RuleCase[] = neverUnderCases('PR4', barred, 'K2')
