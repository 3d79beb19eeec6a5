import { casePlaces } from '../postcodes/places.ts'
import { isOutsideEngland, placementAuthority } from '../../placement.ts'
import { isSetting } from '../../placementTypes.ts'
import { givesUrn } from '../../providers.ts'
import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule243: ChildRule = {
  code: '243',
  meaning: 'The child lives in a home or other setting outside England, which Ofsted cannot have registered, and a URN is given.',
  mend: 'Leave the URN blank, or check the placement postcode.',
  who: 'placements team',
  fields: ['URN'],
  years: { from: 2026 },
  reads: { Episodes: ['PLACE', 'PL_POST', 'URN'] },
  needs: ['postcodes'],
  // UNCERTAIN: the message does not say how it is told who is registered. Ofsted registers settings in England alone (Care
  // Standards Act 2000 s.5); placement types it never registers are rule 222's, numbers it does not know rule 1008's.
  // Carers outside England may be of an English service, so they are left out.
  check: eachRow('Episodes', (row, context) => givesUrn(row) && isSetting(row) && isOutsideEngland(placementAuthority(row, context))),
}

export const cases: readonly RuleCase[] = [
  {
    says: 'a children’s home in Wales',
    places: casePlaces,
    given: { Episodes: [{ PLACE: 'K2', PL_POST: 'CF10 4DD', URN: 'SC111111' }] },
    fires: [['Episodes', 0]],
  },
  {
    says: 'a school in Northern Ireland',
    places: casePlaces,
    given: { Episodes: [{ PLACE: 'S1', PL_POST: 'BT1 5GS', URN: 'SC111111' }] },
    fires: [['Episodes', 0]],
  },
  {
    says: 'in England',
    places: casePlaces,
    given: { Episodes: [{ PLACE: 'K2', PL_POST: 'EN1 3CC', URN: 'SC111111' }] },
    fires: [],
  },
  {
    says: 'foster carers in Wales',
    places: casePlaces,
    given: { Episodes: [{ PLACE: 'U4', PL_POST: 'CF10 4DD', URN: 'SC222222' }] },
    fires: [],
  },
  { says: 'no URN', places: casePlaces, given: { Episodes: [{ PLACE: 'K2', PL_POST: 'CF10 4DD' }] }, fires: [] },
  {
    says: 'not known where',
    places: casePlaces,
    given: { Episodes: [{ PLACE: 'K2', PL_POST: 'ZZ9 9ZZ', URN: 'SC111111' }] },
    fires: [],
  },
]
