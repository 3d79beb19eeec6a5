import { lastsLongerThan } from '../../chain.ts'
import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule361: ChildRule = {
  code: '361',
  meaning: 'Police protection lasted longer than the 72 hours that the Children Act 1989 allows.',
  mend: 'End the episode when police protection ended, and begin another under what followed it.',
  who: 'social worker',
  fields: ['DECOM', 'LS', 'DEC'],
  years: { from: 2023 },
  reads: { Episodes: ['DECOM', 'RNE', 'LS', 'DEC', 'REC'] },
  // Children Act 1989 s.46(6). The return has days only: 72 hours never reach past the third day after the first. A move
  // to another placement does not begin the time anew.
  check: lastsLongerThan(3, ({ LS }) => LS === 'L1', () => true),
}

export const cases: readonly RuleCase[] = [
  { says: 'four days', given: { Episodes: [{ DECOM: '01/06/2025', LS: 'L1', DEC: '05/06/2025' }] }, fires: [['Episodes', 0]] },
  { says: 'three days', given: { Episodes: [{ DECOM: '01/06/2025', LS: 'L1', DEC: '04/06/2025' }] }, fires: [] },
  {
    says: 'four days in two placements',
    given: {
      Episodes: [
        { DECOM: '01/06/2025', RNE: 'S', LS: 'L1', DEC: '03/06/2025', REC: 'X1' },
        { DECOM: '03/06/2025', RNE: 'P', LS: 'L1', DEC: '05/06/2025', REC: 'E4A' },
      ],
    },
    fires: [['Episodes', 0], ['Episodes', 1]],
  },
  {
    says: 'two days, home, and taken again',
    given: {
      Episodes: [
        { DECOM: '01/06/2025', RNE: 'S', LS: 'L1', DEC: '03/06/2025', REC: 'E4A' },
        { DECOM: '04/06/2025', RNE: 'S', LS: 'L1', DEC: '06/06/2025', REC: 'E4A' },
      ],
    },
    fires: [],
  },
  {
    says: 'still open on 31 March',
    given: { Episodes: [{ DECOM: '27/03/2026', LS: 'L1' }, { CHILD: '2', DECOM: '28/03/2026', LS: 'L1' }] },
    fires: [['Episodes', 0]],
  },
  {
    says: 'an end that is missing, as another episode follows',
    given: { Episodes: [{ DECOM: '01/06/2025', RNE: 'S', LS: 'L1' }, { DECOM: '03/06/2025', RNE: 'L', LS: 'C1' }] },
    fires: [],
  },
  { says: 'an end that cannot be read', given: { Episodes: [{ DECOM: '01/06/2025', LS: 'L1', DEC: 'June' }] }, fires: [] },
  { says: 'another status', given: { Episodes: [{ DECOM: '01/06/2025', LS: 'C1', DEC: '05/06/2025' }] }, fires: [] },
]
