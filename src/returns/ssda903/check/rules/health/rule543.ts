import { lookedAfterAllYear } from '../../care.ts'
import { cohortReads, isUnderAtEnd } from '../../outcomes.ts'
import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { allYear, partYear, unreadableYear } from './caseEpisodes.ts'

export const rule543: ChildRule = {
  code: '543',
  meaning: 'Convictions are not told of a child of 10 or over who was looked after for the twelve months.',
  mend: 'Say 1 if the child was convicted or had a final warning in the year, otherwise 0.',
  who: 'health lead',
  fields: ['DOB', 'CONVICTED'],
  years: { from: 2023 },
  reads: { Episodes: cohortReads, OC2: ['DOB', 'CONVICTED'] },
  check: eachRow(
    'OC2',
    ({ DOB, CONVICTED }, context, child) =>
      CONVICTED === '' && DOB !== null && !isUnderAtEnd(DOB, 10, context) && lookedAfterAllYear(child, context) === true,
  ),
}

export const cases: readonly RuleCase[] = [
  { says: '10 on the last day of the year', given: { OC2: [{ DOB: '31/03/2016' }], Episodes: allYear }, fires: [['OC2', 0]] },
  { says: '10 the day after', given: { OC2: [{ DOB: '01/04/2016' }], Episodes: allYear }, fires: [] },
  { says: 'told', given: { OC2: [{ DOB: '31/03/2012', CONVICTED: '0' }], Episodes: allYear }, fires: [] },
  { says: 'not looked after all year', given: { OC2: [{ DOB: '31/03/2012' }], Episodes: partYear }, fires: [] },
  { says: 'nobody can tell', given: { OC2: [{ DOB: '31/03/2012' }], Episodes: unreadableYear }, fires: [] },
]
