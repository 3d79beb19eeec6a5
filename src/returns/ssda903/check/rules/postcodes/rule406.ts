import { casePlaces } from './places.ts'
import { placementDistance } from '../../placement.ts'
import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { isOrWasUnaccompanied } from '../../unaccompanied.ts'

export const rule406: ChildRule = {
  code: '406',
  meaning: 'The child is or was an unaccompanied asylum-seeking child, and has a distance from home.',
  mend: 'Leave the home postcode blank; the placement postcode stays.',
  who: 'returns team',
  fields: ['PL_DISTANCE'],
  years: { from: 2023 },
  // Without the UASC table it could find nothing, and that would pass for a return without fault.
  reads: { Episodes: ['HOME_POST', 'PL_POST'], UASC: [] },
  readsLastIfGiven: { UASC: [] },
  needs: ['postcodes'],
  check: eachRow('Episodes', (row, context, child) => isOrWasUnaccompanied(child) && placementDistance(row, context) !== null),
}

export const cases: readonly RuleCase[] = [
  {
    says: 'an unaccompanied child with both postcodes',
    places: casePlaces,
    given: { Episodes: [{ HOME_POST: 'N22 1AA', PL_POST: 'N17 2BB' }], UASC: [{}] },
    fires: [['Episodes', 0]],
  },
  {
    says: 'no longer unaccompanied',
    places: casePlaces,
    given: { Episodes: [{ HOME_POST: 'N22 1AA', PL_POST: 'N17 2BB' }], UASC: [{ DUC: '01/05/2025' }] },
    fires: [['Episodes', 0]],
  },
  {
    says: 'unaccompanied last year',
    places: casePlaces,
    given: { Episodes: [{ HOME_POST: 'N22 1AA', PL_POST: 'N17 2BB' }] },
    last: { UASC: [{}] },
    fires: [['Episodes', 0]],
  },
  { says: 'no home postcode', places: casePlaces, given: { Episodes: [{ PL_POST: 'N17 2BB' }], UASC: [{}] }, fires: [] },
  {
    says: 'never unaccompanied',
    places: casePlaces,
    given: { Episodes: [{ HOME_POST: 'N22 1AA', PL_POST: 'N17 2BB' }] },
    fires: [],
  },
]
