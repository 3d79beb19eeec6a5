import { casePlaces } from './places.ts'
import { isShortBreak } from '../../care.ts'
import { placementLocation } from '../../placement.ts'
import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule179: ChildRule = {
  code: '179',
  meaning: 'Whether the child lives inside or outside the authority cannot be told: the placement postcode is missing or does not exist.',
  mend: 'Give the postcode where the child lives. In a temporary placement it is that of the usual placement.',
  who: 'placements team',
  fields: ['PL_LOCATION'],
  years: { from: 2023 },
  reads: { Episodes: ['LS', 'PL_POST'] },
  needs: ['postcodes', 'authority'],
  // The location is no longer supplied: where it cannot be worked out there is none, which is no valid code either.
  check: eachRow('Episodes', (row, context) => !isShortBreak(row) && placementLocation(row, context) === null),
}

export const cases: readonly RuleCase[] = [
  {
    says: 'one that does not exist',
    places: casePlaces,
    given: { Episodes: [{ LS: 'C2', PL_POST: 'ZZ9 9ZZ' }] },
    fires: [['Episodes', 0]],
  },
  { says: 'no placement postcode', places: casePlaces, given: { Episodes: [{ LS: 'C2' }] }, fires: [['Episodes', 0]] },
  {
    says: 'inside and outside',
    places: casePlaces,
    given: { Episodes: [{ LS: 'C2', PL_POST: 'N17 2BB' }, { LS: 'C2', PL_POST: 'EN1 3CC' }] },
    fires: [],
  },
  { says: 'a short break', places: casePlaces, given: { Episodes: [{ LS: 'V3' }] }, fires: [] },
]
