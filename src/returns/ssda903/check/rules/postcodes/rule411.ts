import { casePlaces } from './places.ts'
import { placementAuthority, placementLocation } from '../../placement.ts'
import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule411: ChildRule = {
  code: '411',
  meaning: 'Whether the child lives inside or outside the authority disagrees with the authority in which the child lives.',
  mend: 'Check the placement postcode, from which both are worked out.',
  who: 'returns team',
  fields: ['PL_LOCATION'],
  years: { from: 2023 },
  neverFires: 'The return no longer supplies either: both are worked out from the placement postcode, so they always agree.',
  reads: { Episodes: ['PL_POST'] },
  needs: ['postcodes', 'authority'],
  check: eachRow('Episodes', (row, context) => {
    const location = placementLocation(row, context)
    return location !== null && (location === 'IN') !== (placementAuthority(row, context) === context.authority)
  }),
}

export const cases: readonly RuleCase[] = [
  { says: 'inside', places: casePlaces, given: { Episodes: [{ PL_POST: 'N17 2BB' }] }, fires: [] },
  { says: 'outside', places: casePlaces, given: { Episodes: [{ PL_POST: 'EN1 3CC' }] }, fires: [] },
  { says: 'not known where', places: casePlaces, given: { Episodes: [{ PL_POST: 'ZZ9 9ZZ' }, {}] }, fires: [] },
]
