import { isSamePostcode } from '../../placement.ts'
import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule392d: ChildRule = {
  code: '392d',
  meaning: 'The child lives at the home postcode, but is not placed with parents (P1).',
  mend: 'Check both postcodes and the placement type. Relatives may live in the same postcode: then tell the DfE so.',
  who: 'placements team',
  fields: ['HOME_POST', 'PL_POST', 'PLACE'],
  years: { from: 2023 },
  reads: { Episodes: ['HOME_POST', 'PL_POST', 'PLACE'] },
  // A temporary placement away from P1 repeats the usual placement's postcode and fires too: the message excepts P1 alone.
  check: eachRow(
    'Episodes',
    ({ HOME_POST, PL_POST, PLACE }, { codes }) => isSamePostcode(HOME_POST, PL_POST) && PLACE !== 'P1' && codes('PLACE').has(PLACE),
  ),
}

export const cases: readonly RuleCase[] = [
  {
    says: 'fostered at home',
    given: { Episodes: [{ PLACE: 'U6', HOME_POST: 'N22 1AA', PL_POST: 'N22 1AA' }] },
    fires: [['Episodes', 0]],
  },
  {
    says: 'the same without its space',
    given: { Episodes: [{ PLACE: 'U3', HOME_POST: 'N22 1AA', PL_POST: 'N221AA' }] },
    fires: [['Episodes', 0]],
  },
  {
    says: 'placed with parents',
    given: { Episodes: [{ PLACE: 'P1', HOME_POST: 'N22 1AA', PL_POST: 'N22 1AA' }] },
    fires: [],
  },
  { says: 'elsewhere', given: { Episodes: [{ PLACE: 'U6', HOME_POST: 'N22 1AA', PL_POST: 'N17 2BB' }] }, fires: [] },
  { says: 'neither given', given: { Episodes: [{ PLACE: 'U6' }] }, fires: [] },
  {
    says: 'a placement type that does not exist',
    given: { Episodes: [{ PLACE: 'P9', HOME_POST: 'N22 1AA', PL_POST: 'N22 1AA' }] },
    fires: [],
  },
]
