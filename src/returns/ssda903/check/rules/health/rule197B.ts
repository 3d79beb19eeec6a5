import { ageOn, type LocalDate } from '../../../../../core/time/localDate.ts'
import { lookedAfterAllYear } from '../../care.ts'
import type { CheckContext } from '../../context.ts'
import { cohortReads, isReachedAtStart } from '../../outcomes.ts'
import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { allYear, partYear, unreadableYear } from './caseEpisodes.ts'

export const rule197B: ChildRule = {
  code: '197B',
  meaning: 'Neither a strengths and difficulties score nor a reason for none is given for a child who is 4, or turned 17 in the year.',
  mend: 'Give the score; if the questionnaire was not due because of the age, give SDQ1 as the reason.',
  who: 'health lead',
  fields: ['SDQ_REASON', 'DOB'],
  years: { from: 2023 },
  reads: { OC2: ['DOB', 'SDQ_SCORE', 'SDQ_REASON'], Episodes: cohortReads },
  check: eachRow(
    'OC2',
    ({ DOB, SDQ_SCORE, SDQ_REASON }, context, child) =>
      SDQ_SCORE === '' && SDQ_REASON === '' && DOB !== null && isFourOrTurnedSeventeen(DOB, context) &&
      lookedAfterAllYear(child, context) === true,
  ),
}

export const cases: readonly RuleCase[] = [
  { says: '4 on the last day of the year', given: { OC2: [{ DOB: '31/03/2022' }], Episodes: allYear }, fires: [['OC2', 0]] },
  { says: '4 the day after', given: { OC2: [{ DOB: '01/04/2022' }], Episodes: allYear }, fires: [] },
  { says: '5 on the last day of the year', given: { OC2: [{ DOB: '31/03/2021' }], Episodes: allYear }, fires: [] },
  { says: '17 on the last day of the year', given: { OC2: [{ DOB: '31/03/2009' }], Episodes: allYear }, fires: [['OC2', 0]] },
  { says: '17 the day after the year began', given: { OC2: [{ DOB: '02/04/2008' }], Episodes: allYear }, fires: [['OC2', 0]] },
  { says: '17 on the day the year began: neither is asked (rule 189)', given: { OC2: [{ DOB: '01/04/2008' }], Episodes: allYear }, fires: [] },
  {
    says: 'a reason; a score',
    given: { OC2: [{ DOB: '31/03/2022', SDQ_REASON: 'SDQ1' }, { DOB: '31/03/2009', SDQ_SCORE: '9' }], Episodes: allYear },
    fires: [],
  },
  { says: 'not looked after all year', given: { OC2: [{ DOB: '31/03/2022' }], Episodes: partYear }, fires: [] },
  { says: 'nobody can tell', given: { OC2: [{ DOB: '31/03/2022' }], Episodes: unreadableYear }, fires: [] },
]

/** 4 on 31 March, or 17 on 31 March and not yet when the year began. */
function isFourOrTurnedSeventeen(born: LocalDate, context: CheckContext): boolean {
  const age = ageOn(born, context.end)
  return age === 4 || (age === 17 && !isReachedAtStart(born, 17, context))
}
