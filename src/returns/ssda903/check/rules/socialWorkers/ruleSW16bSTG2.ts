import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { notAsLeftOpen } from './family.ts'

export const ruleSW16bSTG2: ChildRule = {
  code: 'SW16bSTG2',
  meaning: "The first social worker of this year did not begin on the day that last year's return gave for the open episode.",
  mend: 'Repeat the episode as it was last year, or correct the one that is wrong.',
  who: 'returns team',
  fields: ['SW_DECOM'],
  years: { from: 2025, to: 2025 },
  reads: { SWEpisodes: ['SW_DECOM', 'SW_DEC'] },
  readsLast: { SWEpisodes: ['SW_DECOM', 'SW_DEC'] },
  check: notAsLeftOpen('SW_DECOM'),
}

export const cases: readonly RuleCase[] = [
  {
    says: 'from 1 April instead of the true start',
    given: { SWEpisodes: [{ SW_DECOM: '01/04/2024' }] },
    last: { SWEpisodes: [{ SW_DECOM: '01/05/2023' }] },
    fires: [['SWEpisodes', 0]],
  },
  {
    says: 'the same',
    given: { SWEpisodes: [{ SW_DECOM: '01/05/2023' }] },
    last: { SWEpisodes: [{ SW_DECOM: '01/02/2023', SW_DEC: '01/05/2023' }, { SW_DECOM: '01/05/2023' }] },
    fires: [],
  },
  {
    says: 'none left open',
    given: { SWEpisodes: [{ SW_DECOM: '01/04/2024' }] },
    last: { SWEpisodes: [{ SW_DECOM: '01/05/2023', SW_DEC: '31/03/2024' }] },
    fires: [],
  },
  {
    says: 'a start that cannot be read',
    given: { SWEpisodes: [{ SW_DECOM: '31/04/2024' }] },
    last: { SWEpisodes: [{ SW_DECOM: '01/05/2023' }] },
    fires: [],
  },
]
