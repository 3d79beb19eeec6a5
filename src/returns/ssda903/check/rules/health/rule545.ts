import { lookedAfterAllYear } from '../../care.ts'
import { cohortReads, isUnderAtEnd } from '../../outcomes.ts'
import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { allYear, partYear, unreadableYear } from './caseEpisodes.ts'

export const rule545: ChildRule = {
  code: '545',
  meaning: 'Development checks are not told of a child under 5 who was looked after for the twelve months.',
  mend: "Say 1 if the child's development checks are up to date, otherwise 0.",
  who: 'health lead',
  fields: ['DOB', 'HEALTH_CHECK'],
  years: { from: 2023 },
  // The list gives the Episodes to rule 546 and not to this one; it is this one that asks who was looked after all year.
  reads: { OC2: ['DOB', 'HEALTH_CHECK'], Episodes: cohortReads },
  check: eachRow(
    'OC2',
    ({ DOB, HEALTH_CHECK }, context, child) =>
      HEALTH_CHECK === '' && DOB !== null && isUnderAtEnd(DOB, 5, context) && lookedAfterAllYear(child, context) === true,
  ),
}

export const cases: readonly RuleCase[] = [
  { says: '5 the day after the year ended', given: { OC2: [{ DOB: '01/04/2021' }], Episodes: allYear }, fires: [['OC2', 0]] },
  { says: '5 on the last day of the year', given: { OC2: [{ DOB: '31/03/2021' }], Episodes: allYear }, fires: [] },
  { says: 'told', given: { OC2: [{ DOB: '01/04/2022', HEALTH_CHECK: '0' }], Episodes: allYear }, fires: [] },
  { says: 'not looked after all year', given: { OC2: [{ DOB: '01/04/2022' }], Episodes: partYear }, fires: [] },
  { says: 'nobody can tell', given: { OC2: [{ DOB: '01/04/2022' }], Episodes: unreadableYear }, fires: [] },
]
