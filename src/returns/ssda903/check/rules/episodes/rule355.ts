import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule355: ChildRule = {
  code: '355',
  meaning: 'The episode begins and ends on the same day.',
  mend: 'Put right the dates, or take the episode out: the return has no room for less than a day.',
  who: 'social worker',
  fields: ['DECOM', 'DEC'],
  years: { from: 2023 },
  reads: { Episodes: ['DECOM', 'DEC'] },
  check: eachRow('Episodes', ({ DECOM, DEC }) => DECOM !== null && DECOM === DEC),
}

export const cases: readonly RuleCase[] = [
  { says: 'the same day', given: { Episodes: [{ DECOM: '01/06/2025', DEC: '01/06/2025' }] }, fires: [['Episodes', 0]] },
  { says: 'the next day', given: { Episodes: [{ DECOM: '01/06/2025', DEC: '02/06/2025' }] }, fires: [] },
  { says: 'an episode that goes on', given: { Episodes: [{ DECOM: '01/06/2025' }] }, fires: [] },
  { says: 'neither date given', given: { Episodes: [{}] }, fires: [] },
]
