import { casePlaces } from './places.ts'
import { isShortBreak } from '../../care.ts'
import { isUnknownPostcode } from '../../placement.ts'
import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { isOrWasUnaccompanied } from '../../unaccompanied.ts'

export const rule164: ChildRule = {
  code: '164',
  meaning: 'How far the child lives from home cannot be worked out, because a postcode that is given does not exist.',
  mend: 'Check the home postcode and the placement postcode.',
  who: 'placements team',
  fields: ['PL_DISTANCE'],
  years: { from: 2023 },
  reads: { Episodes: ['LS', 'HOME_POST', 'PL_POST'] },
  // It runs without the UASC tables, as the list has it: the message itself warns of what is then found of the unaccompanied.
  readsIfGiven: { UASC: [] },
  readsLastIfGiven: { UASC: [] },
  needs: ['postcodes'],
  // The distance is no longer supplied, so it is not valid where a postcode it is worked out from is not. What is left
  // out is no wrong postcode (rule 392a), and a place without a grid reference has an unknown distance, not a wrong one.
  check: eachRow(
    'Episodes',
    (row, { places }, child) =>
      (isUnknownPostcode(row.HOME_POST, places) || isUnknownPostcode(row.PL_POST, places)) &&
      !isShortBreak(row) &&
      !isOrWasUnaccompanied(child),
  ),
}

export const cases: readonly RuleCase[] = [
  {
    says: 'a placement postcode that does not exist',
    places: casePlaces,
    given: { Episodes: [{ LS: 'C2', HOME_POST: 'N22 1AA', PL_POST: 'ZZ9 9ZZ' }] },
    fires: [['Episodes', 0]],
  },
  {
    says: 'a home postcode that does not exist',
    places: casePlaces,
    given: { Episodes: [{ LS: 'C2', HOME_POST: 'N22', PL_POST: 'N17 2BB' }] },
    fires: [['Episodes', 0]],
  },
  {
    says: 'both exist',
    places: casePlaces,
    given: { Episodes: [{ LS: 'C2', HOME_POST: 'N22 1AA', PL_POST: 'N172BB' }] },
    fires: [],
  },
  { says: 'one left out', places: casePlaces, given: { Episodes: [{ LS: 'C2', PL_POST: 'N17 2BB' }] }, fires: [] },
  {
    says: 'no grid reference, and Northern Ireland',
    places: casePlaces,
    given: { Episodes: [{ LS: 'C2', HOME_POST: 'BT1 5GS', PL_POST: 'JE2 7GG' }] },
    fires: [],
  },
  {
    says: 'a short break',
    places: casePlaces,
    given: { Episodes: [{ LS: 'V3', HOME_POST: 'N22 1AA', PL_POST: 'ZZ9 9ZZ' }] },
    fires: [],
  },
  {
    says: 'an unaccompanied child',
    places: casePlaces,
    given: { Episodes: [{ LS: 'V2', HOME_POST: 'ZZ9 9ZZ', PL_POST: 'N17 2BB' }], UASC: [{}] },
    fires: [],
  },
  {
    says: 'unaccompanied last year',
    places: casePlaces,
    given: { Episodes: [{ LS: 'V2', HOME_POST: 'ZZ9 9ZZ', PL_POST: 'N17 2BB' }] },
    last: { UASC: [{ DUC: '01/02/2025' }] },
    fires: [],
  },
]
