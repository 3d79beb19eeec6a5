import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const ruleSW09STG2: ChildRule = {
  code: 'SW09STG2',
  meaning: 'A social worker episode ended on the day it began, or before it.',
  mend: 'Correct the dates, or take the episode away.',
  who: 'returns team',
  fields: ['SW_DECOM', 'SW_DEC'],
  years: { from: 2024 },
  reads: { SWEpisodes: ['SW_DECOM', 'SW_DEC'] },
  // An end before the start lasted less than 24 hours too, and no other rule speaks of it.
  check: eachRow('SWEpisodes', ({ SW_DECOM, SW_DEC }) => SW_DECOM !== null && SW_DEC !== null && SW_DEC <= SW_DECOM),
}

export const cases: readonly RuleCase[] = [
  { says: 'the same day', given: { SWEpisodes: [{ SW_DECOM: '01/05/2025', SW_DEC: '01/05/2025' }] }, fires: [['SWEpisodes', 0]] },
  { says: 'the day before', given: { SWEpisodes: [{ SW_DECOM: '01/05/2025', SW_DEC: '30/04/2025' }] }, fires: [['SWEpisodes', 0]] },
  { says: 'the next day', given: { SWEpisodes: [{ SW_DECOM: '01/05/2025', SW_DEC: '02/05/2025' }] }, fires: [] },
  {
    says: 'open, or an end that cannot be read',
    given: { SWEpisodes: [{ SW_DECOM: '01/05/2025' }, { SW_DECOM: '01/05/2025', SW_DEC: '31/06/2025' }] },
    fires: [],
  },
]
