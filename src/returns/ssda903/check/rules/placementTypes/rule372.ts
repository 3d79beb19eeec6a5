import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { tooYoungFor } from './tooYoung.ts'

export const rule372: ChildRule = {
  code: '372',
  meaning: 'The child was under 10 when they went into youth custody or prison.',
  mend: 'Put right the placement, the day the episode began or the date of birth.',
  who: 'placements team',
  fields: ['DECOM', 'PLACE'],
  years: { from: 2023 },
  reads: { Episodes: ['DECOM', 'PLACE'], Header: ['DOB'] },
  check: tooYoungFor(['R5'], 10),
}

export const cases: readonly RuleCase[] = [
  {
    says: 'the day before the 10th birthday',
    given: { Header: [{ DOB: '02/06/2015' }], Episodes: [{ DECOM: '01/06/2025', PLACE: 'R5' }] },
    fires: [['Episodes', 0]],
  },
  {
    says: 'on the birthday',
    given: { Header: [{ DOB: '01/06/2015' }], Episodes: [{ DECOM: '01/06/2025', PLACE: 'R5' }] },
    fires: [],
  },
  {
    says: 'a secure children’s home',
    given: { Header: [{ DOB: '02/06/2015' }], Episodes: [{ DECOM: '01/06/2025', PLACE: 'K1' }] },
    fires: [],
  },
]
