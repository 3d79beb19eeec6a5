import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { notAsLeftOpen } from './family.ts'

export const ruleSW16aSTG2: ChildRule = {
  code: 'SW16aSTG2',
  // The message speaks of the reason: a slip, its field is the worker.
  meaning: "The first social worker of this year is not the one whose episode last year's return left open.",
  mend: 'Repeat the episode as it was last year, or correct the one that is wrong.',
  who: 'returns team',
  fields: ['SW_ID'],
  years: { from: 2025, to: 2025 },
  reads: { SWEpisodes: ['SW_ID', 'SW_DECOM', 'SW_DEC'] },
  readsLast: { SWEpisodes: ['SW_ID', 'SW_DECOM', 'SW_DEC'] },
  check: notAsLeftOpen('SW_ID'),
}

export const cases: readonly RuleCase[] = [
  {
    says: 'another worker',
    given: { SWEpisodes: [{ SW_ID: 'SW222', SW_DECOM: '01/05/2023' }] },
    last: { SWEpisodes: [{ SW_ID: 'SW111', SW_DECOM: '01/05/2023' }] },
    fires: [['SWEpisodes', 0]],
  },
  {
    says: 'the same worker, and then another',
    given: { SWEpisodes: [{ SW_ID: 'SW222', SW_DECOM: '01/09/2024' }, { SW_ID: 'SW111', SW_DECOM: '01/05/2023', SW_DEC: '01/09/2024' }] },
    last: { SWEpisodes: [{ SW_ID: 'SW111', SW_DECOM: '01/05/2023' }] },
    fires: [],
  },
  {
    says: 'none left open',
    given: { SWEpisodes: [{ SW_ID: 'SW222', SW_DECOM: '01/05/2024' }] },
    last: { SWEpisodes: [{ SW_ID: 'SW111', SW_DECOM: '01/05/2023', SW_DEC: '31/03/2024' }] },
    fires: [],
  },
  { says: 'none this year', given: { Header: [{}] }, last: { SWEpisodes: [{ SW_ID: 'SW111', SW_DECOM: '01/05/2023' }] }, fires: [] },
]
