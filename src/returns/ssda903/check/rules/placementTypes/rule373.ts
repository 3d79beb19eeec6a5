import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { tooYoungFor } from './tooYoung.ts'

export const rule373: ChildRule = {
  code: '373',
  meaning: 'The child was under 4 when they were placed in a residential school.',
  mend: 'Put right the placement, the day the episode began or the date of birth.',
  who: 'placements team',
  fields: ['DECOM', 'PLACE'],
  years: { from: 2023 },
  reads: { Episodes: ['DECOM', 'PLACE'], Header: ['DOB'] },
  check: tooYoungFor(['S1'], 4),
}

export const cases: readonly RuleCase[] = [
  {
    says: 'the day before the 4th birthday',
    given: { Header: [{ DOB: '02/06/2021' }], Episodes: [{ DECOM: '01/06/2025', PLACE: 'S1' }] },
    fires: [['Episodes', 0]],
  },
  {
    says: 'on the birthday',
    given: { Header: [{ DOB: '01/06/2021' }], Episodes: [{ DECOM: '01/06/2025', PLACE: 'S1' }] },
    fires: [],
  },
  {
    says: 'another placement',
    given: { Header: [{ DOB: '02/06/2021' }], Episodes: [{ DECOM: '01/06/2025', PLACE: 'U4' }] },
    fires: [],
  },
]
