import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { isUnreadable } from '../../rows.ts'

export const rule147: ChildRule = {
  code: '147',
  meaning: 'The day the episode ended is not a date.',
  mend: 'Give the day the episode ended as DD/MM/YYYY, or leave it blank while the episode goes on.',
  who: 'returns team',
  fields: ['DEC'],
  years: { from: 2023 },
  reads: { Episodes: ['DEC'] },
  check: eachRow('Episodes', (episode) => isUnreadable(episode, 'DEC')),
}

export const cases: readonly RuleCase[] = [
  { says: 'a day that does not exist', given: { Episodes: [{ DEC: '29/02/2026' }] }, fires: [['Episodes', 0]] },
  { says: 'words instead of a date', given: { Episodes: [{ DEC: 'not yet' }] }, fires: [['Episodes', 0]] },
  { says: 'an episode that goes on', given: { Episodes: [{ DEC: '' }] }, fires: [] },
  { says: 'a date', given: { Episodes: [{ DEC: '28/02/2026' }] }, fires: [] },
]
