import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { tooYoungFor } from './tooYoung.ts'

export const rule374: ChildRule = {
  code: '374',
  meaning: 'The young person was under 14 when they went into residential employment.',
  mend: 'Put right the placement, the day the episode began or the date of birth.',
  who: 'placements team',
  fields: ['DECOM', 'PLACE'],
  years: { from: 2023 },
  reads: { Episodes: ['DECOM', 'PLACE'], Header: ['DOB'] },
  check: tooYoungFor(['P3'], 14),
}

export const cases: readonly RuleCase[] = [
  {
    says: 'the day before the 14th birthday',
    given: { Header: [{ DOB: '02/06/2011' }], Episodes: [{ DECOM: '01/06/2025', PLACE: 'P3' }] },
    fires: [['Episodes', 0]],
  },
  {
    says: 'on the birthday',
    given: { Header: [{ DOB: '01/06/2011' }], Episodes: [{ DECOM: '01/06/2025', PLACE: 'P3' }] },
    fires: [],
  },
  {
    says: 'another placement',
    given: { Header: [{ DOB: '02/06/2011' }], Episodes: [{ DECOM: '01/06/2025', PLACE: 'U4' }] },
    fires: [],
  },
]
