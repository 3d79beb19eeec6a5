import { casePlaces } from './places.ts'
import { isUnknownPostcode } from '../../placement.ts'
import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule392c: ChildRule = {
  code: '392c',
  meaning: 'A postcode that is given does not exist.',
  mend: 'Check the postcode; a new one may not stand in the directory yet.',
  who: 'placements team',
  fields: ['HOME_POST', 'PL_POST'],
  years: { from: 2023 },
  reads: { Episodes: ['HOME_POST', 'PL_POST'] },
  needs: ['postcodes'],
  check({ Episodes }, { places }, mark) {
    for (const row of Episodes) {
      const home = isUnknownPostcode(row.HOME_POST, places)
      const placement = isUnknownPostcode(row.PL_POST, places)
      if (home || placement) mark(row, [...(home ? ['HOME_POST'] : []), ...(placement ? ['PL_POST'] : [])])
    }
  },
}

export const cases: readonly RuleCase[] = [
  {
    says: 'both',
    places: casePlaces,
    given: { Episodes: [{ HOME_POST: 'ZZ9 9ZZ', PL_POST: 'N22' }] },
    fires: [['Episodes', 0]],
  },
  {
    says: 'the home postcode',
    places: casePlaces,
    given: { Episodes: [{ HOME_POST: 'ZZ9 9ZZ', PL_POST: 'N22 1AA' }] },
    fires: [['Episodes', 0, ['HOME_POST']]],
  },
  {
    says: 'the placement postcode',
    places: casePlaces,
    given: { Episodes: [{ HOME_POST: 'N22 1AA', PL_POST: 'ZZ9 9ZZ' }] },
    fires: [['Episodes', 0, ['PL_POST']]],
  },
  {
    says: 'with and without the space',
    places: casePlaces,
    given: { Episodes: [{ HOME_POST: 'N221AA', PL_POST: 'N17 2BB' }] },
    fires: [],
  },
  { says: 'none given', places: casePlaces, given: { Episodes: [{}] }, fires: [] },
  {
    says: 'Northern Ireland, whose postcodes the directory leaves out',
    places: casePlaces,
    given: { Episodes: [{ HOME_POST: 'BT1 5GS', PL_POST: 'N17 2BB' }] },
    fires: [],
  },
]
