import { casePlaces } from './places.ts'
import { isShortBreak } from '../../care.ts'
import { placementDistance } from '../../placement.ts'
import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { isOrWasUnaccompanied } from '../../unaccompanied.ts'

const FAR = 350

export const rule454: ChildRule = {
  code: '454',
  meaning: 'The child lives more than 350 miles from home.',
  mend: 'Check both postcodes; if they are right, tell the DfE so.',
  who: 'placements team',
  fields: ['PL_DISTANCE'],
  years: { from: 2026 },
  reads: { Episodes: ['LS', 'HOME_POST', 'PL_POST'] },
  // It runs without the UASC tables, as the list has it: the message itself warns of what is then found of the unaccompanied.
  readsIfGiven: { UASC: [] },
  readsLastIfGiven: { UASC: [] },
  needs: ['postcodes'],
  check: eachRow(
    'Episodes',
    (row, context, child) => (placementDistance(row, context) ?? 0) > FAR && !isShortBreak(row) && !isOrWasUnaccompanied(child),
  ),
}

export const cases: readonly RuleCase[] = [
  {
    says: '350.1 miles',
    places: casePlaces,
    given: { Episodes: [{ LS: 'C2', HOME_POST: 'N22 1AA', PL_POST: 'ZE2 6FF' }] },
    fires: [['Episodes', 0]],
  },
  {
    says: '350 miles',
    places: casePlaces,
    given: { Episodes: [{ LS: 'C2', HOME_POST: 'N22 1AA', PL_POST: 'ZE1 5EE' }] },
    fires: [],
  },
  { says: 'not known how far', places: casePlaces, given: { Episodes: [{ LS: 'C2', PL_POST: 'ZE2 6FF' }] }, fires: [] },
  {
    says: 'a short break',
    places: casePlaces,
    given: { Episodes: [{ LS: 'V3', HOME_POST: 'N22 1AA', PL_POST: 'ZE2 6FF' }] },
    fires: [],
  },
  {
    says: 'an unaccompanied child',
    places: casePlaces,
    given: { Episodes: [{ LS: 'V2', HOME_POST: 'N22 1AA', PL_POST: 'ZE2 6FF' }], UASC: [{}] },
    fires: [],
  },
]
