import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { lacksReason } from './order.ts'

/** The list of 2026 drops 'or has not been entered'. */
const BLANK_UNTIL = 2025

export const ruleSW13STG1: ChildRule = {
  code: 'SW13STG1',
  meaning: 'The reason for the change of social worker is not one of the codes.',
  mend: 'Give one of the codes for why the worker changed; FCONTA for the first.',
  who: 'returns team',
  fields: ['SW_REASON'],
  years: { from: 2024 },
  reads: { SWEpisodes: ['SW_REASON', 'SW_DECOM'] },
  // Up to 2025 a missing reason counts too, for episodes from 1 April 2023 on, since when it is asked.
  check: eachRow('SWEpisodes', (row, { codes, ruleYear }) =>
    row.SW_REASON === '' ? ruleYear <= BLANK_UNTIL && lacksReason(row) : !codes('SW_REASON').has(row.SW_REASON),
  ),
}

export const cases: readonly RuleCase[] = [
  { says: 'a code that does not exist', given: { SWEpisodes: [{ SW_REASON: 'SWLAZY' }] }, fires: [['SWEpisodes', 0]] },
  { says: 'codes', given: { SWEpisodes: [{ SW_REASON: 'MANAGE' }, { SW_REASON: 'FCONTA' }, { SW_REASON: 'OTHERS' }] }, fires: [] },
  { says: 'blank in 2026', given: { SWEpisodes: [{ SW_DECOM: '01/05/2025' }] }, fires: [] },
  { says: 'blank in 2025', year: 2025, given: { SWEpisodes: [{ SW_DECOM: '01/05/2024' }] }, fires: [['SWEpisodes', 0]] },
  { says: 'blank in 2025, began before it was asked', year: 2025, given: { SWEpisodes: [{ SW_DECOM: '31/03/2023' }] }, fires: [] },
]
