import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule1009: ChildRule = {
  code: '1009',
  meaning: 'The reason for the change of placement is not one of the codes.',
  mend: 'Give one of the codes for the reason, or leave it blank where no placement changed.',
  who: 'returns team',
  fields: ['REASON_PLACE_CHANGE'],
  years: { from: 2023 },
  reads: { Episodes: ['REASON_PLACE_CHANGE'] },
  // Blank is right for most episodes; where it is not, rule 225 says so.
  check: eachRow('Episodes', ({ REASON_PLACE_CHANGE: reason }, { codes }) =>
    reason !== '' && !codes('REASON_PLACE_CHANGE').has(reason)),
}

export const cases: readonly RuleCase[] = [
  { says: 'a code that does not exist', given: { Episodes: [{ REASON_PLACE_CHANGE: 'MOVED' }] }, fires: [['Episodes', 0]] },
  { says: 'no reason', given: { Episodes: [{ REASON_PLACE_CHANGE: '' }] }, fires: [] },
  {
    says: 'codes that exist',
    given: { Episodes: [{ REASON_PLACE_CHANGE: 'CARPL' }, { REASON_PLACE_CHANGE: 'CUSTOD' }] },
    fires: [],
  },
]
