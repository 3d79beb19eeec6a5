import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { staysLongerThan } from './longStay.ts'

export const rule379: ChildRule = {
  code: '379',
  meaning: 'A temporary placement for no named reason (T4) lasted longer than seven days.',
  mend: 'Put right the dates, or the type: a longer stay is a placement of its own.',
  who: 'placements team',
  fields: ['DECOM', 'PLACE'],
  years: { from: 2023 },
  // The list names the Header too, of which nothing is needed.
  reads: { Episodes: ['DECOM', 'RNE', 'PLACE', 'DEC', 'REC'] },
  check: staysLongerThan(7, 'T4'),
}

export const cases: readonly RuleCase[] = [
  { says: '8 days', given: { Episodes: [{ DECOM: '01/06/2025', PLACE: 'T4', DEC: '09/06/2025' }] }, fires: [['Episodes', 0]] },
  { says: '7 days', given: { Episodes: [{ DECOM: '01/06/2025', PLACE: 'T4', DEC: '08/06/2025' }] }, fires: [] },
  { says: 'another type', given: { Episodes: [{ DECOM: '01/06/2025', PLACE: 'T0', DEC: '09/06/2025' }] }, fires: [] },
]
