import { casePlaces } from './places.ts'
import { isShortBreak } from '../../care.ts'
import { placementAuthority } from '../../placement.ts'
import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule169: ChildRule = {
  code: '169',
  meaning: 'In which authority the child lives cannot be told: the placement postcode is missing or does not exist.',
  mend: 'Give the postcode where the child lives. In a temporary placement it is that of the usual placement.',
  who: 'placements team',
  fields: ['PL_LA'],
  years: { from: 2023 },
  reads: { Episodes: ['LS', 'PL_POST'] },
  needs: ['postcodes'],
  // Unaccompanied children have a placement postcode as everybody has: only the home postcode is not asked of them.
  check: eachRow('Episodes', (row, context) => !isShortBreak(row) && placementAuthority(row, context) === null),
}

export const cases: readonly RuleCase[] = [
  {
    says: 'no placement postcode',
    places: casePlaces,
    given: { Episodes: [{ LS: 'C2', HOME_POST: 'N22 1AA' }] },
    fires: [['Episodes', 0]],
  },
  {
    says: 'one that does not exist',
    places: casePlaces,
    given: { Episodes: [{ LS: 'C2', PL_POST: 'ZZ9 9ZZ' }] },
    fires: [['Episodes', 0]],
  },
  {
    says: 'an unaccompanied child without one',
    places: casePlaces,
    given: { Episodes: [{ LS: 'V2' }], UASC: [{}] },
    fires: [['Episodes', 0]],
  },
  {
    says: 'in England and in Wales',
    places: casePlaces,
    given: { Episodes: [{ LS: 'C2', PL_POST: 'EN1 3CC' }, { LS: 'C2', PL_POST: 'CF10 4DD' }] },
    fires: [],
  },
  {
    says: 'in Northern Ireland, whose postcodes the directory leaves out',
    places: casePlaces,
    given: { Episodes: [{ LS: 'C2', PL_POST: 'BT1 5GS' }] },
    fires: [],
  },
  { says: 'a short break', places: casePlaces, given: { Episodes: [{ LS: 'V4' }] }, fires: [] },
]
