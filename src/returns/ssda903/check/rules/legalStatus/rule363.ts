import { lastsLongerThan } from '../../chain.ts'
import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule363: ChildRule = {
  code: '363',
  meaning: 'A child assessment order lasted longer than the 7 days that the Children Act 1989 allows.',
  mend: 'End the episode when the order ended, and begin another under what followed it.',
  who: 'social worker',
  fields: ['LS', 'DECOM', 'DEC'],
  years: { from: 2023 },
  reads: { Episodes: ['DECOM', 'RNE', 'LS', 'DEC', 'REC'] },
  // Children Act 1989 s.43(5).
  check: lastsLongerThan(7, ({ LS }) => LS === 'L3', () => true),
}

export const cases: readonly RuleCase[] = [
  { says: '8 days', given: { Episodes: [{ DECOM: '01/06/2025', LS: 'L3', DEC: '09/06/2025' }] }, fires: [['Episodes', 0]] },
  { says: '7 days', given: { Episodes: [{ DECOM: '01/06/2025', LS: 'L3', DEC: '08/06/2025' }] }, fires: [] },
  { says: 'another status', given: { Episodes: [{ DECOM: '01/06/2025', LS: 'C1', DEC: '09/06/2025' }] }, fires: [] },
]
