import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const ruleSW07STG2: ChildRule = {
  code: 'SW07STG2',
  meaning: 'A social worker episode ended before the year of the return began or after it ended.',
  mend: 'Correct the date. An episode that was over before the year is left out; one that goes on has no end.',
  who: 'returns team',
  fields: ['SW_DEC'],
  years: { from: 2024 },
  reads: { SWEpisodes: ['SW_DEC'] },
  check: eachRow('SWEpisodes', ({ SW_DEC }, { start, end }) => SW_DEC !== null && (SW_DEC < start || SW_DEC > end)),
}

export const cases: readonly RuleCase[] = [
  { says: 'ended on 31 March before the year', given: { SWEpisodes: [{ SW_DEC: '31/03/2025' }] }, fires: [['SWEpisodes', 0]] },
  { says: 'ended on its first day', given: { SWEpisodes: [{ SW_DEC: '01/04/2025' }] }, fires: [] },
  { says: 'ended on its last day', given: { SWEpisodes: [{ SW_DEC: '31/03/2026' }] }, fires: [] },
  { says: 'ended on 1 April after it', given: { SWEpisodes: [{ SW_DEC: '01/04/2026' }] }, fires: [['SWEpisodes', 0]] },
  { says: 'open', given: { SWEpisodes: [{ SW_DEC: '' }] }, fires: [] },
]
