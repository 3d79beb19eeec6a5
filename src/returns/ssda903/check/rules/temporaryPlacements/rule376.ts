import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { staysLongerThan } from './longStay.ts'

export const rule376: ChildRule = {
  code: '376',
  meaning: 'A temporary placement while the foster carers were on holiday lasted longer than three weeks.',
  mend: 'Put right the dates; a longer stay is a placement of its own.',
  who: 'placements team',
  fields: ['DECOM', 'PLACE'],
  years: { from: 2023 },
  // The list names the Header too, of which nothing is needed.
  reads: { Episodes: ['DECOM', 'RNE', 'PLACE', 'DEC', 'REC'] },
  check: staysLongerThan(21, 'T3'),
}

export const cases: readonly RuleCase[] = [
  { says: '22 days', given: { Episodes: [{ DECOM: '01/06/2025', PLACE: 'T3', DEC: '23/06/2025' }] }, fires: [['Episodes', 0]] },
  { says: '21 days', given: { Episodes: [{ DECOM: '01/06/2025', PLACE: 'T3', DEC: '22/06/2025' }] }, fires: [] },
  {
    says: 'the child’s own holiday',
    given: { Episodes: [{ DECOM: '01/06/2025', PLACE: 'T2', DEC: '23/06/2025' }] },
    fires: [],
  },
]
