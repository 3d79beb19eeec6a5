import { lastsLongerThan } from '../../chain.ts'
import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule365: ChildRule = {
  code: '365',
  meaning: 'A single short break lasted longer than 17 days.',
  mend: 'Put right the dates; if the child stayed longer it was no short break: give the legal status that held.',
  who: 'social worker',
  fields: ['LS', 'DECOM', 'DEC'],
  years: { from: 2023 },
  reads: { Episodes: ['DECOM', 'RNE', 'LS', 'DEC', 'REC'] },
  // Care Planning, Placement and Case Review (England) Regulations 2010 reg. 48. V3 alone: V4 records an agreement, not a
  // placement. The limit is on each placement, so episodes are not added up (a change within a break is rule 366's).
  check: lastsLongerThan(17, ({ LS }) => LS === 'V3', () => false),
}

export const cases: readonly RuleCase[] = [
  { says: '18 days', given: { Episodes: [{ DECOM: '01/06/2025', LS: 'V3', DEC: '19/06/2025' }] }, fires: [['Episodes', 0]] },
  { says: '17 days', given: { Episodes: [{ DECOM: '01/06/2025', LS: 'V3', DEC: '18/06/2025' }] }, fires: [] },
  { says: 'open on 31 March', given: { Episodes: [{ DECOM: '13/03/2026', LS: 'V3' }] }, fires: [['Episodes', 0]] },
  {
    says: 'an agreement recorded as V4',
    given: { Episodes: [{ DECOM: '01/06/2025', LS: 'V4', DEC: '01/12/2025' }] },
    fires: [],
  },
]
