import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { isUnreadable } from '../../rows.ts'

export const ruleSW05STG1: ChildRule = {
  code: 'SW05STG1',
  // The message says 'began': a slip, its field is the end.
  meaning: 'The day on which a social worker episode ended is not a date.',
  mend: 'Give it as day, month and year, or leave it blank while the worker goes on.',
  who: 'returns team',
  fields: ['SW_DEC'],
  years: { from: 2024 },
  reads: { SWEpisodes: ['SW_DEC'] },
  check: eachRow('SWEpisodes', (row) => isUnreadable(row, 'SW_DEC')),
}

export const cases: readonly RuleCase[] = [
  { says: 'no such day', given: { SWEpisodes: [{ SW_DEC: '31/04/2025' }] }, fires: [['SWEpisodes', 0]] },
  { says: 'a date', given: { SWEpisodes: [{ SW_DEC: '30/04/2025' }] }, fires: [] },
  { says: 'blank: the worker goes on', given: { SWEpisodes: [{ SW_DEC: '' }] }, fires: [] },
]
