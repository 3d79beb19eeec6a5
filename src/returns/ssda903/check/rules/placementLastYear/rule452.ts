import { differ } from './differs.ts'
import { sameEpisodeLastYear } from '../../lastYear.ts'
import { placementAuthority } from '../../placement.ts'
import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { casePlaces } from '../postcodes/places.ts'

export const rule452: ChildRule = {
  code: '452',
  meaning: 'The authority in which the child lives is another than last year’s return said of the same episode.',
  mend: 'Check the placement postcode in both returns. If last year’s was wrong, tell the DfE.',
  who: 'placements team',
  fields: ['PL_LA'],
  years: { from: 2023 },
  reads: { Episodes: ['DECOM', 'PL_POST'] },
  readsLast: { Episodes: ['DECOM', 'PL_POST'] },
  needs: ['postcodes'],
  // Beside 503H, which asks of the episode left open and of no date, it asks whether one episode was told in two ways:
  // of two episodes each may be right.
  check(child, context, mark) {
    const pair = sameEpisodeLastYear(child, context)
    if (pair !== null && differ(placementAuthority(pair.now, context), placementAuthority(pair.before, context))) mark(pair.now)
  },
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
    says: 'another authority, though last year’s return had ended the episode',
    places: casePlaces,
    last: { Episodes: [{ DECOM: '10/01/2025', DEC: '31/03/2025', PL_POST: 'EN1 3CC' }] },
    given: { Episodes: [{ DECOM: '10/01/2025', PL_POST: 'N17 2BB' }] },
    fires: [['Episodes', 0]],
  },
  {
    says: 'the same authority',
    places: casePlaces,
    last: { Episodes: [{ DECOM: '10/01/2025', PL_POST: 'N22 1AA' }] },
    given: { Episodes: [{ DECOM: '10/01/2025', PL_POST: 'N17 2BB' }] },
    fires: [],
  },
  {
    says: 'two episodes',
    places: casePlaces,
    last: { Episodes: [{ DECOM: '10/01/2025', PL_POST: 'EN1 3CC' }] },
    given: { Episodes: [{ DECOM: '01/04/2025', PL_POST: 'N17 2BB' }] },
    fires: [],
  },
  {
    says: 'not known this year',
    places: casePlaces,
    last: { Episodes: [{ DECOM: '10/01/2025', PL_POST: 'EN1 3CC' }] },
    given: { Episodes: [{ DECOM: '10/01/2025' }] },
    fires: [],
  },
]
