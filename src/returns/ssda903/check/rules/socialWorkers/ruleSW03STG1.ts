import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { isBlank } from '../../rows.ts'
import { lacksReason } from './order.ts'

export const ruleSW03STG1: ChildRule = {
  code: 'SW03STG1',
  meaning: 'A social worker episode does not say who the worker was, when it began or why the worker changed.',
  mend: 'Fill in what is missing. The reason is asked for episodes that began on or after 1 April 2023.',
  who: 'returns team',
  fields: ['SW_DECOM', 'SW_ID', 'SW_REASON'],
  years: { from: 2024, to: 2025 },
  reads: { SWEpisodes: ['SW_DECOM', 'SW_ID', 'SW_REASON'] },
  check: ({ SWEpisodes }, _, mark) => {
    for (const row of SWEpisodes) {
      const missing = [
        ...(isBlank(row, 'SW_DECOM') ? ['SW_DECOM'] : []),
        ...(row.SW_ID === '' ? ['SW_ID'] : []),
        ...(lacksReason(row) ? ['SW_REASON'] : []),
      ]
      if (missing.length > 0) mark(row, missing)
    }
  },
}

export const cases: readonly RuleCase[] = [
  {
    says: 'all but the start missing',
    given: { SWEpisodes: [{ SW_DECOM: '01/05/2024' }] },
    fires: [['SWEpisodes', 0, ['SW_ID', 'SW_REASON']]],
  },
  { says: 'no start', given: { SWEpisodes: [{ SW_ID: 'SW123', SW_REASON: 'MANAGE' }] }, fires: [['SWEpisodes', 0, ['SW_DECOM']]] },
  {
    says: 'no reason, began on 1 April 2023',
    given: { SWEpisodes: [{ SW_ID: 'SW123', SW_DECOM: '01/04/2023' }] },
    fires: [['SWEpisodes', 0, ['SW_REASON']]],
  },
  { says: 'no reason, began on 31 March 2023', given: { SWEpisodes: [{ SW_ID: 'SW123', SW_DECOM: '31/03/2023' }] }, fires: [] },
  { says: 'a start that cannot be read is not missing', given: { SWEpisodes: [{ SW_ID: 'SW123', SW_DECOM: '31/04/2024' }] }, fires: [] },
  { says: 'complete', given: { SWEpisodes: [{ SW_ID: 'SW123', SW_DECOM: '01/05/2024', SW_REASON: 'MANAGE' }] }, fires: [] },
]
