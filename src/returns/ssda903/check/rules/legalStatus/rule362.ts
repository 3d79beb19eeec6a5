import { lastsLongerThan } from '../../chain.ts'
import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule362: ChildRule = {
  code: '362',
  meaning: 'An emergency protection order lasted longer than 21 days.',
  mend: 'End the episode when the order ended, and begin another under what followed it.',
  who: 'social worker',
  fields: ['DECOM', 'LS', 'DEC'],
  years: { from: 2023 },
  reads: { Episodes: ['DECOM', 'RNE', 'LS', 'DEC', 'REC'] },
  // The law is stricter: 8 days and one extension of up to 7 (Children Act 1989 s.45). The rule's own figure is 21.
  check: lastsLongerThan(21, ({ LS }) => LS === 'L2', () => true),
}

export const cases: readonly RuleCase[] = [
  { says: '22 days', given: { Episodes: [{ DECOM: '01/06/2025', LS: 'L2', DEC: '23/06/2025' }] }, fires: [['Episodes', 0]] },
  { says: '21 days', given: { Episodes: [{ DECOM: '01/06/2025', LS: 'L2', DEC: '22/06/2025' }] }, fires: [] },
  {
    says: '22 days in two placements',
    given: {
      Episodes: [
        { DECOM: '01/06/2025', RNE: 'S', LS: 'L2', DEC: '10/06/2025', REC: 'X1' },
        { DECOM: '10/06/2025', RNE: 'P', LS: 'L2', DEC: '23/06/2025', REC: 'X1' },
        { DECOM: '23/06/2025', RNE: 'L', LS: 'C1' },
      ],
    },
    fires: [['Episodes', 0], ['Episodes', 1]],
  },
  { says: 'another status', given: { Episodes: [{ DECOM: '01/06/2025', LS: 'C1', DEC: '23/06/2025' }] }, fires: [] },
]
