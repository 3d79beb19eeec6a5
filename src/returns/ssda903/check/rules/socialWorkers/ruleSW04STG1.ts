import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const ruleSW04STG1: ChildRule = {
  code: 'SW04STG1',
  meaning: 'The day on which a social worker began is blank or is not a date.',
  mend: 'Give it as day, month and year.',
  who: 'returns team',
  fields: ['SW_DECOM'],
  years: { from: 2024 },
  reads: { SWEpisodes: ['SW_DECOM'] },
  // Every social worker episode began some day, and since rule SW03STG1 was dropped no other rule asks for it.
  check: eachRow('SWEpisodes', ({ SW_DECOM }) => SW_DECOM === null),
}

export const cases: readonly RuleCase[] = [
  { says: 'no such day', given: { SWEpisodes: [{ SW_DECOM: '31/04/2025' }] }, fires: [['SWEpisodes', 0]] },
  { says: 'blank', given: { SWEpisodes: [{ SW_DECOM: '' }] }, fires: [['SWEpisodes', 0]] },
  { says: 'a date', given: { SWEpisodes: [{ SW_DECOM: '30/04/2025' }] }, fires: [] },
]
