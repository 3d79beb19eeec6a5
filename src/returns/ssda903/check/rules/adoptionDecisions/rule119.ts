import { isBlank } from '../../rows.ts'
import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule119: ChildRule = {
  code: '119',
  meaning: 'Of a reversed decision that the child should be placed for adoption, either the day or the reason is missing.',
  mend: 'Give both the day and the reason of the reversal; neither if the decision stands.',
  who: 'adoption team',
  fields: ['REASON_PLACED_CEASED', 'DATE_PLACED_CEASED'],
  years: { from: 2023 },
  reads: { PlacedAdoption: ['REASON_PLACED_CEASED', 'DATE_PLACED_CEASED'] },
  check: eachRow('PlacedAdoption', (row) => isBlank(row, 'DATE_PLACED_CEASED') !== isBlank(row, 'REASON_PLACED_CEASED')),
}

export const cases: readonly RuleCase[] = [
  { says: 'a reason without a day', given: { PlacedAdoption: [{ REASON_PLACED_CEASED: 'RD1' }] }, fires: [['PlacedAdoption', 0]] },
  { says: 'a day without a reason', given: { PlacedAdoption: [{ DATE_PLACED_CEASED: '01/05/2025' }] }, fires: [['PlacedAdoption', 0]] },
  { says: 'both', given: { PlacedAdoption: [{ DATE_PLACED_CEASED: '01/05/2025', REASON_PLACED_CEASED: 'RD1' }] }, fires: [] },
  {
    says: 'a day that cannot be read is given',
    given: { PlacedAdoption: [{ DATE_PLACED_CEASED: '31/04/2025', REASON_PLACED_CEASED: 'RD1' }] },
    fires: [],
  },
  { says: 'neither', given: { PlacedAdoption: [{ DATE_PLACED: '01/05/2025' }] }, fires: [] },
]
