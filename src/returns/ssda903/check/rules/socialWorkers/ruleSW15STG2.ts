import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { lacksReason } from './order.ts'

export const ruleSW15STG2: ChildRule = {
  code: 'SW15STG2',
  meaning: 'It is not said why the social worker changed.',
  mend: 'Give the code for the reason. It is asked for episodes that began on or after 1 April 2023.',
  who: 'returns team',
  fields: ['SW_REASON'],
  years: { from: 2025, to: 2025 },
  reads: { SWEpisodes: ['SW_REASON', 'SW_DECOM'] },
  check: eachRow('SWEpisodes', lacksReason),
}

export const cases: readonly RuleCase[] = [
  { says: 'blank, began on 1 April 2023', given: { SWEpisodes: [{ SW_DECOM: '01/04/2023' }] }, fires: [['SWEpisodes', 0]] },
  { says: 'blank, began the day before', given: { SWEpisodes: [{ SW_DECOM: '31/03/2023' }] }, fires: [] },
  { says: 'given', given: { SWEpisodes: [{ SW_DECOM: '01/05/2024', SW_REASON: 'ABSENC' }] }, fires: [] },
  { says: 'a start that cannot be read', given: { SWEpisodes: [{ SW_DECOM: '31/04/2024' }] }, fires: [] },
]
