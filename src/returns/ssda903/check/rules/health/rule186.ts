import { lookedAfterAllYear } from '../../care.ts'
import { cohortReads, isFourToSixteenAllYear } from '../../outcomes.ts'
import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { allYear, partYear, unreadableYear } from './caseEpisodes.ts'

export const rule186: ChildRule = {
  code: '186',
  meaning: 'There is no strengths and difficulties score for a child of 4 to 16 who was looked after for the twelve months.',
  mend: 'Give the score. Where there can be none and the reason is given, be ready to confirm it.',
  who: 'health lead',
  fields: ['SDQ_SCORE'],
  years: { from: 2023 },
  reads: { Episodes: cohortReads, OC2: ['DOB', 'SDQ_SCORE'] },
  // UNCERTAIN: the text asks for a score and says nothing of a reason instead; rule 197B, for those who turned 4 or 17, asks
  // for either. So a reason does not still it. A child without any row of outcomes is rule 191's.
  check: eachRow(
    'OC2',
    ({ DOB, SDQ_SCORE }, context, child) =>
      SDQ_SCORE === '' && DOB !== null && isFourToSixteenAllYear(DOB, context) && lookedAfterAllYear(child, context) === true,
  ),
}

export const cases: readonly RuleCase[] = [
  { says: '4 on the day the year began', given: { OC2: [{ DOB: '01/04/2021' }], Episodes: allYear }, fires: [['OC2', 0]] },
  { says: '4 the day after', given: { OC2: [{ DOB: '02/04/2021' }], Episodes: allYear }, fires: [] },
  { says: '17 the day after the year ended', given: { OC2: [{ DOB: '01/04/2009' }], Episodes: allYear }, fires: [['OC2', 0]] },
  { says: '17 on the day the year ended', given: { OC2: [{ DOB: '31/03/2009' }], Episodes: allYear }, fires: [] },
  { says: 'a reason instead', given: { OC2: [{ DOB: '01/06/2015', SDQ_REASON: 'SDQ2' }], Episodes: allYear }, fires: [['OC2', 0]] },
  { says: 'a score', given: { OC2: [{ DOB: '01/06/2015', SDQ_SCORE: '0' }], Episodes: allYear }, fires: [] },
  {
    says: 'not looked after all year, nobody can tell, no date of birth',
    given: {
      OC2: [{ DOB: '01/06/2015' }, { CHILD: '2', DOB: '01/06/2015' }, { CHILD: '3' }],
      Episodes: [...partYear, { CHILD: '2', ...unreadableYear[0] }, { CHILD: '3', ...allYear[0] }],
    },
    fires: [],
  },
]
