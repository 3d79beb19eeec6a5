import { NO_URN } from '../../providers.ts'
import { isWithFamily } from '../../placementTypes.ts'
import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule242: ChildRule = {
  code: '242',
  meaning: 'Seven X stand for the URN in a placement that is neither adoption nor foster care.',
  mend: 'Give the URN, or leave it blank where the provider has none: seven X are for regional adoption agencies alone.',
  who: 'placements team',
  fields: ['URN'],
  years: { from: 2026 },
  reads: { Episodes: ['PLACE', 'URN'] },
  // Regional adoption agencies place for adoption (A3 to A6), and with carers who may adopt (U1 to U6; format notes 2.2).
  check: eachRow('Episodes', (row, { codes }) => row.URN === NO_URN && !isWithFamily(row) && codes('PLACE').has(row.PLACE)),
}

export const cases: readonly RuleCase[] = [
  { says: 'a children’s home', given: { Episodes: [{ PLACE: 'K2', URN: 'XXXXXXX' }] }, fires: [['Episodes', 0]] },
  { says: 'in hospital', given: { Episodes: [{ PLACE: 'R2', URN: 'XXXXXXX' }] }, fires: [['Episodes', 0]] },
  {
    says: 'placed for adoption and fostered',
    given: { Episodes: [{ PLACE: 'A6', URN: 'XXXXXXX' }, { PLACE: 'U5', URN: 'XXXXXXX' }] },
    fires: [],
  },
  { says: 'a number', given: { Episodes: [{ PLACE: 'K2', URN: 'SC111111' }] }, fires: [] },
  { says: 'a placement type that does not exist', given: { Episodes: [{ PLACE: 'K9', URN: 'XXXXXXX' }] }, fires: [] },
]
