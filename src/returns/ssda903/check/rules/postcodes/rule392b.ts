import { isShortBreak } from '../../care.ts'
import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { isOrWasUnaccompanied } from '../../unaccompanied.ts'

export const rule392b: ChildRule = {
  code: '392b',
  meaning: "The child's home postcode or placement postcode is missing.",
  mend: 'Give both postcodes. Where the child has no home postcode (from abroad, or parents without a fixed address), tell the DfE so.',
  who: 'placements team',
  fields: ['HOME_POST', 'PL_POST'],
  years: { from: 2023 },
  reads: { Episodes: ['LS', 'HOME_POST', 'PL_POST'] },
  // It runs without the UASC tables, as the list has it: the message itself warns of what is then found of the unaccompanied.
  readsIfGiven: { UASC: [] },
  readsLastIfGiven: { UASC: [] },
  // "No postcodes" is read as one of the two missing: the message warns of unaccompanied children, of whom only the home
  // postcode is not asked, so one alone must be enough.
  check(child, _context, mark) {
    for (const row of child.Episodes) {
      if ((row.HOME_POST !== '' && row.PL_POST !== '') || isShortBreak(row) || isOrWasUnaccompanied(child)) continue
      mark(row, (['HOME_POST', 'PL_POST'] as const).filter((column) => row[column] === ''))
    }
  },
}

export const cases: readonly RuleCase[] = [
  { says: 'neither', given: { Episodes: [{ LS: 'C2' }] }, fires: [['Episodes', 0]] },
  {
    says: 'no home postcode',
    given: { Episodes: [{ LS: 'C2', PL_POST: 'N17 2BB' }] },
    fires: [['Episodes', 0, ['HOME_POST']]],
  },
  {
    says: 'no placement postcode',
    given: { Episodes: [{ LS: 'C2', HOME_POST: 'N22 1AA' }] },
    fires: [['Episodes', 0, ['PL_POST']]],
  },
  { says: 'both', given: { Episodes: [{ LS: 'C2', HOME_POST: 'N22 1AA', PL_POST: 'N17 2BB' }] }, fires: [] },
  { says: 'a short break', given: { Episodes: [{ LS: 'V4' }] }, fires: [] },
  { says: 'an unaccompanied child', given: { Episodes: [{ LS: 'V2', PL_POST: 'N17 2BB' }], UASC: [{}] }, fires: [] },
  {
    says: 'unaccompanied last year',
    given: { Episodes: [{ LS: 'V2', PL_POST: 'N17 2BB' }] },
    last: { UASC: [{}] },
    fires: [],
  },
]
