import { differ } from './differs.ts'
import { carriedOverDiffers } from '../../openLastYear.ts'
import { placementAuthority } from '../../placement.ts'
import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { casePlaces } from '../postcodes/places.ts'

export const rule503H: ChildRule = {
  code: '503H',
  meaning: 'The authority in which the child lives is not what it was last year, when the episode was still open.',
  mend: 'Give the same placement postcode as last year; if the child moved, end the episode and begin another. If last year’s was wrong, tell the DfE.',
  who: 'placements team',
  fields: ['PL_LA'],
  years: { from: 2023 },
  reads: { Episodes: ['DECOM', 'PL_POST'] },
  readsLast: { Episodes: ['DECOM', 'DEC', 'PL_POST'] },
  needs: ['postcodes'],
  check: carriedOverDiffers((now, before, context) => differ(placementAuthority(now, context), placementAuthority(before, context))),
}

export const cases: readonly RuleCase[] = [
  {
    says: 'another authority',
    places: casePlaces,
    last: { Episodes: [{ DECOM: '10/01/2025', PL_POST: 'EN1 3CC' }] },
    given: { Episodes: [{ DECOM: '10/01/2025', PL_POST: 'N17 2BB' }] },
    fires: [['Episodes', 0]],
  },
  {
    says: 'another postcode of the same authority',
    places: casePlaces,
    last: { Episodes: [{ DECOM: '10/01/2025', PL_POST: 'N22 1AA' }] },
    given: { Episodes: [{ DECOM: '10/01/2025', PL_POST: 'N17 2BB' }] },
    fires: [],
  },
  {
    says: 'not known last year',
    places: casePlaces,
    last: { Episodes: [{ DECOM: '10/01/2025' }] },
    given: { Episodes: [{ DECOM: '10/01/2025', PL_POST: 'N17 2BB' }] },
    fires: [],
  },
  {
    says: 'last year’s episode had ended',
    places: casePlaces,
    last: { Episodes: [{ DECOM: '10/01/2025', DEC: '01/02/2025', PL_POST: 'EN1 3CC' }] },
    given: { Episodes: [{ DECOM: '01/02/2025', PL_POST: 'N17 2BB' }] },
    fires: [],
  },
]
