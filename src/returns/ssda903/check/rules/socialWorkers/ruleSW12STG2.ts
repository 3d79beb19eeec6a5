import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { episodeAtYearEnd } from '../../yearEnd.ts'
import { inOrder } from './order.ts'

export const ruleSW12STG2: ChildRule = {
  code: 'SW12STG2',
  meaning: 'The child was looked after on 31 March, and their social workers are not returned from the beginning of the year.',
  mend: 'Add the social workers the child had since 1 April, also from before care began.',
  who: 'returns team',
  fields: ['SW_DECOM'],
  years: { from: 2024 },
  reads: { SWEpisodes: ['SW_DECOM', 'SW_DEC', 'SW_REASON'], Episodes: ['DECOM', 'DEC', 'LS'] },
  // Where the first worker came with first contact or a re-referral there was none before: nothing is left out.
  check: (child, context, mark) => {
    const first = inOrder(child.SWEpisodes)?.[0]
    if (first === undefined || first.SW_DECOM <= context.start || first.SW_REASON === 'FCONTA') return
    if (episodeAtYearEnd(child, context) !== undefined) mark(first)
  },
}

export const cases: readonly RuleCase[] = [
  {
    says: 'the first began on 2 April',
    given: { SWEpisodes: [{ SW_DECOM: '02/04/2025' }], Episodes: [{ DECOM: '01/05/2020', LS: 'C2' }] },
    fires: [['SWEpisodes', 0]],
  },
  {
    says: 'the first began on 1 April',
    given: { SWEpisodes: [{ SW_DECOM: '01/04/2025' }], Episodes: [{ DECOM: '01/05/2020', LS: 'C2' }] },
    fires: [],
  },
  {
    says: 'came in late, and had a worker before',
    given: { SWEpisodes: [{ SW_DECOM: '01/12/2025', SW_REASON: 'TSPROC' }], Episodes: [{ DECOM: '01/12/2025', LS: 'V2' }] },
    fires: [['SWEpisodes', 0]],
  },
  {
    says: 'came in late, not known before',
    given: { SWEpisodes: [{ SW_DECOM: '01/12/2025', SW_REASON: 'FCONTA' }], Episodes: [{ DECOM: '01/12/2025', LS: 'V2' }] },
    fires: [],
  },
  {
    says: 'left on 31 March',
    given: { SWEpisodes: [{ SW_DECOM: '02/04/2025' }], Episodes: [{ DECOM: '01/05/2020', LS: 'C2', DEC: '31/03/2026', REC: 'E4A' }] },
    fires: [],
  },
  {
    says: 'a start that cannot be read may be earlier',
    given: { SWEpisodes: [{ SW_DECOM: '31/04/2025' }, { SW_DECOM: '01/09/2025' }], Episodes: [{ DECOM: '01/05/2020', LS: 'C2' }] },
    fires: [],
  },
]
