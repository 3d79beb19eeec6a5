import { casePlaces } from './places.ts'
import { isShortBreak } from '../../care.ts'
import { isUnknownPostcode } from '../../placement.ts'
import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { isOrWasUnaccompanied } from '../../unaccompanied.ts'

export const rule392a: ChildRule = {
  code: '392a',
  meaning: 'How far the child lives from home is not known: a postcode is missing or does not exist.',
  mend: 'Give both postcodes. Where the child has no home postcode (from abroad, or parents without a fixed address), tell the DfE so.',
  who: 'placements team',
  fields: ['PL_DISTANCE'],
  years: { from: 2023 },
  reads: { Episodes: ['LS', 'HOME_POST', 'PL_POST'] },
  // It runs without the UASC tables, as the list has it: the message itself warns of what is then found of the unaccompanied.
  readsIfGiven: { UASC: [] },
  readsLastIfGiven: { UASC: [] },
  needs: ['postcodes'],
  check: eachRow(
    'Episodes',
    (row, { places }, child) =>
      (row.HOME_POST === '' ||
        row.PL_POST === '' ||
        isUnknownPostcode(row.HOME_POST, places) ||
        isUnknownPostcode(row.PL_POST, places)) &&
      !isShortBreak(row) &&
      !isOrWasUnaccompanied(child),
  ),
}

export const cases: readonly RuleCase[] = [
  {
    says: 'no home postcode',
    places: casePlaces,
    given: { Episodes: [{ LS: 'C2', PL_POST: 'N17 2BB' }] },
    fires: [['Episodes', 0]],
  },
  {
    says: 'no placement postcode',
    places: casePlaces,
    given: { Episodes: [{ LS: 'C2', HOME_POST: 'N22 1AA' }] },
    fires: [['Episodes', 0]],
  },
  {
    says: 'a postcode that does not exist',
    places: casePlaces,
    given: { Episodes: [{ LS: 'C2', HOME_POST: 'N22 1AA', PL_POST: 'ZZ9 9ZZ' }] },
    fires: [['Episodes', 0]],
  },
  {
    says: 'a distance',
    places: casePlaces,
    given: { Episodes: [{ LS: 'C2', HOME_POST: 'N22 1AA', PL_POST: 'N17 2BB' }] },
    fires: [],
  },
  {
    says: 'at home: no miles are a distance',
    places: casePlaces,
    given: { Episodes: [{ LS: 'C2', HOME_POST: 'N22 1AA', PL_POST: 'N22 1AA' }] },
    fires: [],
  },
  {
    says: 'a place without a grid reference, whose distance is recorded as not known',
    places: casePlaces,
    given: { Episodes: [{ LS: 'C2', HOME_POST: 'N22 1AA', PL_POST: 'JE2 7GG' }] },
    fires: [],
  },
  { says: 'a short break', places: casePlaces, given: { Episodes: [{ LS: 'V3' }] }, fires: [] },
  {
    says: 'an unaccompanied child',
    places: casePlaces,
    given: { Episodes: [{ LS: 'V2', PL_POST: 'N17 2BB' }], UASC: [{}] },
    fires: [],
  },
]
