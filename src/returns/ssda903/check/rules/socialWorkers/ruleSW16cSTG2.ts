import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { notAsLeftOpen } from './family.ts'

export const ruleSW16cSTG2: ChildRule = {
  code: 'SW16cSTG2',
  meaning: "The first social worker of this year has another reason than the episode that last year's return left open.",
  mend: 'Repeat the episode as it was last year, or correct the one that is wrong.',
  who: 'returns team',
  fields: ['SW_REASON'],
  years: { from: 2025, to: 2025 },
  reads: { SWEpisodes: ['SW_REASON', 'SW_DECOM', 'SW_DEC'] },
  readsLast: { SWEpisodes: ['SW_REASON', 'SW_DECOM', 'SW_DEC'] },
  check: notAsLeftOpen('SW_REASON'),
}

export const cases: readonly RuleCase[] = [
  {
    says: 'another reason',
    given: { SWEpisodes: [{ SW_DECOM: '01/05/2023', SW_REASON: 'OTHERS' }] },
    last: { SWEpisodes: [{ SW_DECOM: '01/05/2023', SW_REASON: 'MANAGE' }] },
    fires: [['SWEpisodes', 0]],
  },
  {
    says: 'the same',
    given: { SWEpisodes: [{ SW_DECOM: '01/05/2023', SW_REASON: 'MANAGE' }] },
    last: { SWEpisodes: [{ SW_DECOM: '01/05/2023', SW_REASON: 'MANAGE' }] },
    fires: [],
  },
  {
    says: 'none in either, from before it was asked',
    given: { SWEpisodes: [{ SW_DECOM: '01/05/2022' }] },
    last: { SWEpisodes: [{ SW_DECOM: '01/05/2022' }] },
    fires: [],
  },
]
