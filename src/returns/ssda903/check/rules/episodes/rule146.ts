import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule146: ChildRule = {
  code: '146',
  meaning: 'The type of placement is not one of the codes in use in this collection year.',
  mend: 'Give the code of the placement; codes that ended (H5, P2, Z1) have been replaced by others.',
  who: 'placements team',
  fields: ['PLACE'],
  // Redefined for 2025 and 2026 only in the codes it knows, which go by the year of the data.
  years: { from: 2023 },
  reads: { Episodes: ['PLACE'] },
  check: eachRow('Episodes', ({ PLACE }, { codes }) => !codes('PLACE').has(PLACE)),
}

export const cases: readonly RuleCase[] = [
  {
    says: 'codes of every kind',
    given: { Episodes: [{ PLACE: 'U4' }, { PLACE: 'K2' }, { PLACE: 'A6' }, { PLACE: 'T0' }] },
    fires: [],
  },
  { says: 'a code that does not exist', given: { Episodes: [{ PLACE: 'U9' }] }, fires: [['Episodes', 0]] },
  { says: 'no code', given: { Episodes: [{ PLACE: '' }] }, fires: [['Episodes', 0]] },
  {
    says: 'supported accommodation before it had its own code',
    year: 2024,
    given: { Episodes: [{ PLACE: 'H5' }, { PLACE: 'K3' }] },
    fires: [['Episodes', 1]],
  },
  {
    says: 'supported accommodation since',
    year: 2025,
    given: { Episodes: [{ PLACE: 'H5' }, { PLACE: 'K3' }] },
    fires: [['Episodes', 0]],
  },
  {
    says: 'other placements in their last year as one code',
    year: 2025,
    given: { Episodes: [{ PLACE: 'Z1' }, { PLACE: 'Z11' }] },
    fires: [['Episodes', 1]],
  },
  {
    says: 'other placements since',
    given: { Episodes: [{ PLACE: 'Z1' }, { PLACE: 'Z11' }, { PLACE: 'Z14' }] },
    fires: [['Episodes', 0]],
  },
]
