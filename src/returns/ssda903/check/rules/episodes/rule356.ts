import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule356: ChildRule = {
  code: '356',
  meaning: 'The episode ends before it begins.',
  mend: 'Put right the day it began or the day it ended.',
  who: 'returns team',
  fields: ['DECOM'],
  years: { from: 2023 },
  reads: { Episodes: ['DECOM', 'DEC'] },
  check: eachRow('Episodes', ({ DECOM, DEC }) => DECOM !== null && DEC !== null && DEC < DECOM),
}

export const cases: readonly RuleCase[] = [
  { says: 'ends the day before', given: { Episodes: [{ DECOM: '02/06/2025', DEC: '01/06/2025' }] }, fires: [['Episodes', 0]] },
  { says: 'ends the same day', given: { Episodes: [{ DECOM: '01/06/2025', DEC: '01/06/2025' }] }, fires: [] },
  { says: 'an episode that goes on', given: { Episodes: [{ DECOM: '01/06/2025' }] }, fires: [] },
  { says: 'an end that cannot be read', given: { Episodes: [{ DECOM: '01/06/2025', DEC: '31/05' }] }, fires: [] },
]
