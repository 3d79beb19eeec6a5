import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule120: ChildRule = {
  code: '120',
  meaning: 'The reason why the decision that the child should be placed for adoption was reversed is not one of the codes.',
  mend: 'Give RD1 to RD4.',
  who: 'adoption team',
  fields: ['REASON_PLACED_CEASED'],
  years: { from: 2023 },
  reads: { PlacedAdoption: ['REASON_PLACED_CEASED'] },
  check: eachRow(
    'PlacedAdoption',
    ({ REASON_PLACED_CEASED }, { codes }) => REASON_PLACED_CEASED !== '' && !codes('REASON_PLACED_CEASED').has(REASON_PLACED_CEASED),
  ),
}

export const cases: readonly RuleCase[] = [
  { says: 'a code that does not exist', given: { PlacedAdoption: [{ REASON_PLACED_CEASED: 'RD5' }] }, fires: [['PlacedAdoption', 0]] },
  {
    says: 'every code there is',
    given: {
      PlacedAdoption: [
        { REASON_PLACED_CEASED: 'RD1' }, { REASON_PLACED_CEASED: 'RD2' }, { REASON_PLACED_CEASED: 'RD3' }, { REASON_PLACED_CEASED: 'RD4' },
      ],
    },
    fires: [],
  },
  { says: 'no reason', given: { PlacedAdoption: [{ REASON_PLACED_CEASED: '' }] }, fires: [] },
]
