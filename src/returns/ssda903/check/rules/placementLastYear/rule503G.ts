import { differ } from './differs.ts'
import { carriedOverDiffers } from '../../openLastYear.ts'
import { placementDistance } from '../../placement.ts'
import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { casePlaces } from '../postcodes/places.ts'

export const rule503G: ChildRule = {
  code: '503G',
  meaning: 'How far the child lives from home is not what it was last year, when the episode was still open.',
  mend: 'Give the same postcodes as last year; if the child moved, end the episode and begin another. If last year’s were wrong, tell the DfE.',
  who: 'placements team',
  fields: ['PL_DISTANCE'],
  years: { from: 2023 },
  reads: { Episodes: ['DECOM', 'HOME_POST', 'PL_POST'] },
  readsLast: { Episodes: ['DECOM', 'DEC', 'HOME_POST', 'PL_POST'] },
  needs: ['postcodes'],
  check: carriedOverDiffers((now, before, context) => differ(placementDistance(now, context), placementDistance(before, context))),
}

export const cases: readonly RuleCase[] = [
  {
    says: 'another home postcode',
    places: casePlaces,
    last: { Episodes: [{ DECOM: '10/01/2025', HOME_POST: 'N22 1AA', PL_POST: 'EN1 3CC' }] },
    given: { Episodes: [{ DECOM: '10/01/2025', HOME_POST: 'N17 2BB', PL_POST: 'EN1 3CC' }] },
    fires: [['Episodes', 0]],
  },
  {
    says: 'the same postcodes',
    places: casePlaces,
    last: { Episodes: [{ DECOM: '10/01/2025', HOME_POST: 'N22 1AA', PL_POST: 'EN1 3CC' }] },
    given: { Episodes: [{ DECOM: '10/01/2025', HOME_POST: 'N221AA', PL_POST: 'EN1 3CC' }] },
    fires: [],
  },
  {
    says: 'not known this year',
    places: casePlaces,
    last: { Episodes: [{ DECOM: '10/01/2025', HOME_POST: 'N22 1AA', PL_POST: 'EN1 3CC' }] },
    given: { Episodes: [{ DECOM: '10/01/2025', PL_POST: 'EN1 3CC' }] },
    fires: [],
  },
  {
    says: 'last year’s episode had ended',
    places: casePlaces,
    last: { Episodes: [{ DECOM: '10/01/2025', DEC: '01/02/2025', HOME_POST: 'N22 1AA', PL_POST: 'EN1 3CC' }] },
    given: { Episodes: [{ DECOM: '01/02/2025', HOME_POST: 'N22 1AA', PL_POST: 'N17 2BB' }] },
    fires: [],
  },
]
