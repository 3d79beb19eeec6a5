import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule141: ChildRule = {
  code: '141',
  meaning: 'The day the episode began is missing, or is not a date.',
  mend: 'Give the day the episode began as DD/MM/YYYY.',
  who: 'returns team',
  fields: ['DECOM'],
  years: { from: 2023 },
  reads: { Episodes: ['DECOM'] },
  // A blank is no valid date either, and no other rule asks for the start of an episode.
  check: eachRow('Episodes', ({ DECOM }) => DECOM === null),
}

export const cases: readonly RuleCase[] = [
  { says: 'a day that does not exist', given: { Episodes: [{ DECOM: '31/06/2025' }] }, fires: [['Episodes', 0]] },
  { says: 'words instead of a date', given: { Episodes: [{ DECOM: 'in June' }] }, fires: [['Episodes', 0]] },
  { says: 'no date', given: { Episodes: [{ DECOM: '' }] }, fires: [['Episodes', 0]] },
  { says: 'a date', given: { Episodes: [{ DECOM: '30/06/2025' }] }, fires: [] },
]
