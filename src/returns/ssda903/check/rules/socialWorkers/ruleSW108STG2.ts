import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { openBeforeNext } from './family.ts'

/** The lists of 2024 and 2025 call SW08STG2 by this code; it is one rule. */
export const ruleSW108STG2: ChildRule = {
  code: 'SW108STG2',
  meaning: 'A new social worker began, and the episode of the one before has no end.',
  mend: 'Give the day on which the worker before ended.',
  who: 'returns team',
  fields: ['SW_DEC'],
  years: { from: 2024, to: 2025 },
  reads: { SWEpisodes: ['SW_DECOM', 'SW_DEC'] },
  check: openBeforeNext,
}

export const cases: readonly RuleCase[] = [
  { says: 'no end', given: { SWEpisodes: [{ SW_DECOM: '01/05/2024' }, { SW_DECOM: '01/09/2024' }] }, fires: [['SWEpisodes', 0]] },
  { says: 'ended', given: { SWEpisodes: [{ SW_DECOM: '01/05/2024', SW_DEC: '01/09/2024' }, { SW_DECOM: '01/09/2024' }] }, fires: [] },
  { says: 'the only one', given: { SWEpisodes: [{ SW_DECOM: '01/05/2024' }] }, fires: [] },
]
