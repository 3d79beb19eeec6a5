import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { staysLongerThan } from './longStay.ts'

export const rule375: ChildRule = {
  code: '375',
  meaning: 'A stay in hospital was recorded as a temporary placement, but lasted longer than six weeks.',
  mend: 'Put right the dates; a longer stay is a placement of its own (R2), not a temporary one.',
  who: 'placements team',
  fields: ['DECOM', 'PLACE'],
  years: { from: 2023 },
  // The list names the Header too, of which nothing is needed.
  reads: { Episodes: ['DECOM', 'RNE', 'PLACE', 'DEC', 'REC'] },
  check: staysLongerThan(42, 'T1'),
}

export const cases: readonly RuleCase[] = [
  { says: '43 days', given: { Episodes: [{ DECOM: '01/06/2025', PLACE: 'T1', DEC: '14/07/2025' }] }, fires: [['Episodes', 0]] },
  { says: '42 days', given: { Episodes: [{ DECOM: '01/06/2025', PLACE: 'T1', DEC: '13/07/2025' }] }, fires: [] },
  {
    says: '43 days, with a new legal status on the way',
    given: {
      Episodes: [
        { DECOM: '01/06/2025', RNE: 'P', PLACE: 'T1', DEC: '20/06/2025', REC: 'X1' },
        { DECOM: '20/06/2025', RNE: 'L', PLACE: 'T1', DEC: '14/07/2025', REC: 'X1' },
      ],
    },
    fires: [['Episodes', 0], ['Episodes', 1]],
  },
  {
    says: 'two stays with a month at home between them',
    given: {
      Episodes: [
        { DECOM: '01/06/2025', RNE: 'P', PLACE: 'T1', DEC: '01/07/2025', REC: 'X1' },
        { DECOM: '01/07/2025', RNE: 'P', PLACE: 'U4', DEC: '01/08/2025', REC: 'X1' },
        { DECOM: '01/08/2025', RNE: 'P', PLACE: 'T1', DEC: '01/09/2025', REC: 'X1' },
      ],
    },
    fires: [],
  },
  { says: 'still open on 31 March', given: { Episodes: [{ DECOM: '16/02/2026', PLACE: 'T1' }] }, fires: [['Episodes', 0]] },
  { says: 'open for 42 days on 31 March', given: { Episodes: [{ DECOM: '17/02/2026', PLACE: 'T1' }] }, fires: [] },
  { says: 'an end that cannot be read', given: { Episodes: [{ DECOM: '01/06/2025', PLACE: 'T1', DEC: 'July' }] }, fires: [] },
]
