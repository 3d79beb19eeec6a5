import { differ } from './differs.ts'
import { sameEpisodeLastYear } from '../../lastYear.ts'
import { placementDistance } from '../../placement.ts'
import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { casePlaces } from '../postcodes/places.ts'

export const rule453: ChildRule = {
  code: '453',
  meaning: 'How far the child lives from home is not what last year’s return said of the same episode.',
  mend: 'Check both postcodes in both returns. If last year’s were wrong, tell the DfE.',
  who: 'placements team',
  fields: ['PL_DISTANCE'],
  years: { from: 2023 },
  reads: { Episodes: ['DECOM', 'HOME_POST', 'PL_POST'] },
  readsLast: { Episodes: ['DECOM', 'HOME_POST', 'PL_POST'] },
  needs: ['postcodes'],
  // Beside 503G as 452 beside 503H.
  check(child, context, mark) {
    const pair = sameEpisodeLastYear(child, context)
    if (pair !== null && differ(placementDistance(pair.now, context), placementDistance(pair.before, context))) mark(pair.now)
  },
}

export const cases: readonly RuleCase[] = [
  {
    says: 'another distance',
    places: casePlaces,
    last: { Episodes: [{ DECOM: '10/01/2025', HOME_POST: 'N22 1AA', PL_POST: 'EN1 3CC' }] },
    given: { Episodes: [{ DECOM: '10/01/2025', HOME_POST: 'N22 1AA', PL_POST: 'N17 2BB' }] },
    fires: [['Episodes', 0]],
  },
  {
    says: 'the same distance',
    places: casePlaces,
    last: { Episodes: [{ DECOM: '10/01/2025', HOME_POST: 'N22 1AA', PL_POST: 'EN1 3CC' }] },
    given: { Episodes: [{ DECOM: '10/01/2025', HOME_POST: 'EN1 3CC', PL_POST: 'N22 1AA' }] },
    fires: [],
  },
  {
    says: 'two episodes',
    places: casePlaces,
    last: { Episodes: [{ DECOM: '10/01/2025', HOME_POST: 'N22 1AA', PL_POST: 'EN1 3CC' }] },
    given: { Episodes: [{ DECOM: '10/02/2025', HOME_POST: 'N22 1AA', PL_POST: 'N17 2BB' }] },
    fires: [],
  },
  {
    says: 'not known last year',
    places: casePlaces,
    last: { Episodes: [{ DECOM: '10/01/2025', PL_POST: 'EN1 3CC' }] },
    given: { Episodes: [{ DECOM: '10/01/2025', HOME_POST: 'N22 1AA', PL_POST: 'EN1 3CC' }] },
    fires: [],
  },
]
