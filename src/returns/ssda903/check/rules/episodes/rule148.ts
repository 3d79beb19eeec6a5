import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { isBlank } from '../../rows.ts'

export const rule148: ChildRule = {
  code: '148',
  meaning: 'The episode has a day on which it ended without a reason, or a reason without a day.',
  mend: 'Give both the day and the reason it ended, or neither while it goes on.',
  who: 'social worker',
  fields: ['DEC', 'REC'],
  years: { from: 2023 },
  reads: { Episodes: ['DEC', 'REC'] },
  check: eachRow('Episodes', (episode) => isBlank(episode, 'DEC') !== isBlank(episode, 'REC')),
}

export const cases: readonly RuleCase[] = [
  { says: 'a day without a reason', given: { Episodes: [{ DEC: '01/06/2025' }] }, fires: [['Episodes', 0]] },
  { says: 'a reason without a day', given: { Episodes: [{ REC: 'X1' }] }, fires: [['Episodes', 0]] },
  { says: 'both', given: { Episodes: [{ DEC: '01/06/2025', REC: 'X1' }] }, fires: [] },
  { says: 'neither', given: { Episodes: [{ DEC: '', REC: '' }] }, fires: [] },
  { says: 'a reason and a day that cannot be read', given: { Episodes: [{ DEC: '31/06/2025', REC: 'X1' }] }, fires: [] },
  {
    says: 'a day that cannot be read without a reason',
    given: { Episodes: [{ DEC: '31/06/2025' }] },
    fires: [['Episodes', 0]],
  },
]
