import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { tooYoungFor } from './tooYoung.ts'

export const rule371: ChildRule = {
  code: '371',
  meaning: 'The young person was under 16 when they moved into supported accommodation.',
  mend: 'Put right the placement, the day the episode began or the date of birth.',
  who: 'placements team',
  fields: ['DECOM', 'PLACE'],
  years: { from: 2023 },
  reads: { Episodes: ['DECOM', 'PLACE'], Header: ['DOB'] },
  // Semi-independent living (H5) until 2024; supported accommodation (K3), which the rule names since 2025.
  check: tooYoungFor(['H5', 'K3'], 16),
}

export const cases: readonly RuleCase[] = [
  {
    says: 'the day before the 16th birthday',
    given: { Header: [{ DOB: '02/06/2009' }], Episodes: [{ DECOM: '01/06/2025', PLACE: 'K3' }] },
    fires: [['Episodes', 0]],
  },
  {
    says: 'on the birthday',
    given: { Header: [{ DOB: '01/06/2009' }], Episodes: [{ DECOM: '01/06/2025', PLACE: 'K3' }] },
    fires: [],
  },
  {
    says: 'by the code of the year',
    year: 2024,
    given: {
      Header: [{ DOB: '02/06/2007' }],
      Episodes: [{ DECOM: '01/06/2023', PLACE: 'H5' }, { DECOM: '01/06/2023', PLACE: 'K3' }],
    },
    fires: [['Episodes', 0]],
  },
  {
    says: 'the old code since',
    given: { Header: [{ DOB: '02/06/2009' }], Episodes: [{ DECOM: '01/06/2025', PLACE: 'H5' }] },
    fires: [],
  },
]
