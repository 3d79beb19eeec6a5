import { casePlaces } from './places.ts'
import { isShortBreak } from '../../care.ts'
import { placementAuthority } from '../../placement.ts'
import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule420: ChildRule = {
  code: '420',
  meaning: 'A short break (V3 or V4) says in which authority the child was placed, which the return does not ask.',
  mend: 'Leave the placement postcode blank, or check the legal status.',
  who: 'returns team',
  fields: ['PL_LA'],
  years: { from: 2023 },
  reads: { Episodes: ['LS', 'PL_POST'] },
  needs: ['postcodes'],
  check: eachRow('Episodes', (row, context) => isShortBreak(row) && placementAuthority(row, context) !== null),
}

export const cases: readonly RuleCase[] = [
  {
    says: 'a short break with a placement postcode',
    places: casePlaces,
    given: { Episodes: [{ LS: 'V3', PL_POST: 'N17 2BB' }] },
    fires: [['Episodes', 0]],
  },
  { says: 'a short break without one', places: casePlaces, given: { Episodes: [{ LS: 'V4' }] }, fires: [] },
  {
    says: 'a postcode that does not exist tells no authority',
    places: casePlaces,
    given: { Episodes: [{ LS: 'V4', PL_POST: 'ZZ9 9ZZ' }] },
    fires: [],
  },
  { says: 'accommodated', places: casePlaces, given: { Episodes: [{ LS: 'V2', PL_POST: 'N17 2BB' }] }, fires: [] },
]
