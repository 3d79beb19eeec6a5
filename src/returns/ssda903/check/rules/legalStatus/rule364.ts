import { lastsLongerThan } from '../../chain.ts'
import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule364: ChildRule = {
  code: '364',
  meaning: 'The child was kept in the authority’s accommodation for the police (PACE) longer than the Act allows.',
  mend: 'End the episode when police detention ended, and begin another under what followed it, such as a remand.',
  who: 'social worker',
  fields: ['LS', 'DECOM', 'DEC'],
  years: { from: 2023 },
  reads: { Episodes: ['DECOM', 'RNE', 'LS', 'DEC', 'REC'] },
  // UNCERTAIN: the message names sections 41 to 46 of the Police and Criminal Evidence Act 1984 and no figure. The longest
  // that they let anybody be kept is 96 hours (s.44(3)); after a charge the next sitting of a court follows (s.46).
  check: lastsLongerThan(4, ({ LS }) => LS === 'J2', () => true),
}

export const cases: readonly RuleCase[] = [
  { says: 'five days', given: { Episodes: [{ DECOM: '01/06/2025', LS: 'J2', DEC: '06/06/2025' }] }, fires: [['Episodes', 0]] },
  { says: 'four days', given: { Episodes: [{ DECOM: '01/06/2025', LS: 'J2', DEC: '05/06/2025' }] }, fires: [] },
  { says: 'a remand', given: { Episodes: [{ DECOM: '01/06/2025', LS: 'J1', DEC: '06/06/2025' }] }, fires: [] },
]
