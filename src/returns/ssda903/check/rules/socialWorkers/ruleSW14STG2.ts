import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { isOpen } from './order.ts'

/**
 * As the message says, without exception: it names also the worker the child still has, whose episode is rightly open.
 * The DfE dropped it after 2025 and from 2026 asks for just such an open episode (SW17STG2).
 */
export const ruleSW14STG2: ChildRule = {
  code: 'SW14STG2',
  meaning: 'A social worker episode has no end.',
  mend: 'Give the day it ended. If the worker goes on after 31 March, there is nothing to do.',
  who: 'returns team',
  fields: ['SW_DEC'],
  years: { from: 2024, to: 2025 },
  reads: { SWEpisodes: ['SW_DEC'] },
  check: eachRow('SWEpisodes', isOpen),
}

export const cases: readonly RuleCase[] = [
  { says: 'open', given: { SWEpisodes: [{ SW_DECOM: '01/05/2024' }] }, fires: [['SWEpisodes', 0]] },
  { says: 'ended', given: { SWEpisodes: [{ SW_DECOM: '01/05/2024', SW_DEC: '01/09/2024' }] }, fires: [] },
  { says: 'an end that cannot be read', given: { SWEpisodes: [{ SW_DECOM: '01/05/2024', SW_DEC: 'now' }] }, fires: [] },
]
