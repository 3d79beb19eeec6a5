import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { openBeforeNext } from './family.ts'

/** Up to 2025 the lists call it SW108STG2. */
export const ruleSW08STG2: ChildRule = {
  code: 'SW08STG2',
  meaning: 'A new social worker began, and the episode of the one before has no end.',
  mend: 'Give the day on which the worker before ended.',
  who: 'returns team',
  fields: ['SW_DEC'],
  years: { from: 2026 },
  reads: { SWEpisodes: ['SW_DECOM', 'SW_DEC'] },
  check: openBeforeNext,
}

export const cases: readonly RuleCase[] = [
  { says: 'no end', given: { SWEpisodes: [{ SW_DECOM: '01/05/2025' }, { SW_DECOM: '01/09/2025' }] }, fires: [['SWEpisodes', 0]] },
  {
    says: 'in another order in the file',
    given: { SWEpisodes: [{ SW_DECOM: '01/09/2025' }, { SW_DECOM: '01/05/2025' }] },
    fires: [['SWEpisodes', 1]],
  },
  { says: 'ended', given: { SWEpisodes: [{ SW_DECOM: '01/05/2025', SW_DEC: '01/09/2025' }, { SW_DECOM: '01/09/2025' }] }, fires: [] },
  {
    says: 'an end that cannot be read',
    given: { SWEpisodes: [{ SW_DECOM: '01/05/2025', SW_DEC: '31/09/2025' }, { SW_DECOM: '01/09/2025' }] },
    fires: [],
  },
  {
    says: 'two of one day, one of them ended',
    given: { SWEpisodes: [{ SW_DECOM: '01/05/2025' }, { SW_DECOM: '01/05/2025', SW_DEC: '02/05/2025' }] },
    fires: [],
  },
  { says: 'a start that cannot be read', given: { SWEpisodes: [{ SW_DECOM: '01/05/2025' }, { SW_DECOM: 'later' }] }, fires: [] },
]
