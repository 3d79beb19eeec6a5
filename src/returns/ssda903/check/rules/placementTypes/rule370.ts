import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { tooYoungFor } from './tooYoung.ts'

export const rule370: ChildRule = {
  code: '370',
  meaning: 'The young person was under 16 when they moved into independent living.',
  mend: 'Put right the placement, the day the episode began or the date of birth.',
  who: 'placements team',
  fields: ['DECOM', 'PLACE'],
  years: { from: 2023, to: 2024 },
  reads: { Episodes: ['DECOM', 'PLACE'], Header: ['DOB'] },
  check: tooYoungFor(['P2'], 16),
}

export const cases: readonly RuleCase[] = [
  {
    says: 'the day before the 16th birthday',
    given: { Header: [{ DOB: '02/06/2007' }], Episodes: [{ DECOM: '01/06/2023', PLACE: 'P2' }] },
    fires: [['Episodes', 0]],
  },
  {
    says: 'on the birthday',
    given: { Header: [{ DOB: '01/06/2007' }], Episodes: [{ DECOM: '01/06/2023', PLACE: 'P2' }] },
    fires: [],
  },
  {
    says: 'another placement',
    given: { Header: [{ DOB: '02/06/2007' }], Episodes: [{ DECOM: '01/06/2023', PLACE: 'U4' }] },
    fires: [],
  },
  {
    says: 'a start that cannot be read',
    given: { Header: [{ DOB: '02/06/2010' }], Episodes: [{ DECOM: 'June', PLACE: 'P2' }] },
    fires: [],
  },
]
