import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule149: ChildRule = {
  code: '149',
  meaning: 'The reason the episode ended is not one of the codes.',
  mend: 'Give one of the codes for how the episode ended, or leave it blank while the episode goes on.',
  who: 'returns team',
  fields: ['REC'],
  years: { from: 2023 },
  reads: { Episodes: ['REC'] },
  check: eachRow('Episodes', ({ REC }, { codes }) => REC !== '' && !codes('REC').has(REC)),
}

export const cases: readonly RuleCase[] = [
  { says: 'a code that does not exist', given: { Episodes: [{ REC: 'E99' }] }, fires: [['Episodes', 0]] },
  { says: 'a special guardianship code that ended in 2018', given: { Episodes: [{ REC: 'E43' }] }, fires: [['Episodes', 0]] },
  { says: 'an episode that goes on', given: { Episodes: [{ REC: '' }] }, fires: [] },
  { says: 'codes that exist', given: { Episodes: [{ REC: 'X1' }, { REC: 'E4A' }, { REC: 'E17' }] }, fires: [] },
]
