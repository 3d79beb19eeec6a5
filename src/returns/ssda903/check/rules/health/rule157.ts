import { lookedAfterAllYear } from '../../care.ts'
import { cohortReads, isFourToSixteenAllYear } from '../../outcomes.ts'
import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { allYear, partYear, unreadableYear } from './caseEpisodes.ts'

export const rule157: ChildRule = {
  code: '157',
  meaning: 'The reason for no strengths and difficulties score is the age of the child, who was 4 to 16 all year.',
  mend: 'Give the score, or the true reason why there is none.',
  who: 'health lead',
  fields: ['SDQ_REASON', 'DOB'],
  years: { from: 2023 },
  reads: { OC2: ['SDQ_REASON', 'DOB'], Episodes: cohortReads },
  // The text joins the two ages with "or"; so read it would catch every child, even one of 3, for whom the code is made.
  // It reads the Episodes: of a child outside the cohort no reason is asked at all, which rule 198 says.
  check: eachRow(
    'OC2',
    ({ DOB, SDQ_REASON }, context, child) =>
      SDQ_REASON === 'SDQ1' && DOB !== null && isFourToSixteenAllYear(DOB, context) && lookedAfterAllYear(child, context) === true,
  ),
}

export const cases: readonly RuleCase[] = [
  { says: '4 on the day the year began', given: { OC2: [{ DOB: '01/04/2021', SDQ_REASON: 'SDQ1' }], Episodes: allYear }, fires: [['OC2', 0]] },
  { says: '4 the day after', given: { OC2: [{ DOB: '02/04/2021', SDQ_REASON: 'SDQ1' }], Episodes: allYear }, fires: [] },
  { says: '17 the day after the year ended', given: { OC2: [{ DOB: '01/04/2009', SDQ_REASON: 'SDQ1' }], Episodes: allYear }, fires: [['OC2', 0]] },
  { says: '17 on the day the year ended', given: { OC2: [{ DOB: '31/03/2009', SDQ_REASON: 'SDQ1' }], Episodes: allYear }, fires: [] },
  { says: 'another reason', given: { OC2: [{ DOB: '01/04/2015', SDQ_REASON: 'SDQ2' }], Episodes: allYear }, fires: [] },
  { says: 'not looked after all year', given: { OC2: [{ DOB: '01/04/2015', SDQ_REASON: 'SDQ1' }], Episodes: partYear }, fires: [] },
  { says: 'nobody can tell', given: { OC2: [{ DOB: '01/04/2015', SDQ_REASON: 'SDQ1' }], Episodes: unreadableYear }, fires: [] },
]
