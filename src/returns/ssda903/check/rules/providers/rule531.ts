import { neverUnder, neverUnderCases, placedWith } from './placedWith.ts'
import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

const barred = ['P1'] as const

export const rule531: ChildRule = {
  ...placedWith,
  code: '531',
  meaning: 'A placement with parents is said to be provision of the voluntary sector (PR5).',
  mend: 'Give PR0 for a placement with parents, or check the placement type.',
  check: neverUnder('PR5', barred),
}

export const cases: readonly RuleCase[] = neverUnderCases('PR5', barred, 'K2')
