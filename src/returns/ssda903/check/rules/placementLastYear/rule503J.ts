import { differ } from './differs.ts'
import { carriedOverDiffers } from '../../openLastYear.ts'
import { placementLocation } from '../../placement.ts'
import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { casePlaces } from '../postcodes/places.ts'

export const rule503J: ChildRule = {
  code: '503J',
  meaning: 'Whether the child lives inside or outside the authority is not what it was last year, when the episode was still open.',
  mend: 'Give the same placement postcode as last year; if the child moved, end the episode and begin another. If last year’s was wrong, tell the DfE.',
  who: 'placements team',
  fields: ['PL_LOCATION'],
  years: { from: 2023 },
  reads: { Episodes: ['DECOM', 'PL_POST'] },
  readsLast: { Episodes: ['DECOM', 'DEC', 'PL_POST'] },
  needs: ['postcodes', 'authority'],
  check: carriedOverDiffers((now, before, context) => differ(placementLocation(now, context), placementLocation(before, context))),
}

export const cases: readonly RuleCase[] = [
  {
    says: 'outside, and now inside',
    places: casePlaces,
    last: { Episodes: [{ DECOM: '10/01/2025', PL_POST: 'EN1 3CC' }] },
    given: { Episodes: [{ DECOM: '10/01/2025', PL_POST: 'N17 2BB' }] },
    fires: [['Episodes', 0]],
  },
  {
    says: 'two authorities outside',
    places: casePlaces,
    last: { Episodes: [{ DECOM: '10/01/2025', PL_POST: 'EN1 3CC' }] },
    given: { Episodes: [{ DECOM: '10/01/2025', PL_POST: 'CF10 4DD' }] },
    fires: [],
  },
  {
    says: 'not known this year',
    places: casePlaces,
    last: { Episodes: [{ DECOM: '10/01/2025', PL_POST: 'EN1 3CC' }] },
    given: { Episodes: [{ DECOM: '10/01/2025', PL_POST: 'ZZ9 9ZZ' }] },
    fires: [],
  },
]
