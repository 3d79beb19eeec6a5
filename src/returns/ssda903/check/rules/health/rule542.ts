import { isUnderAtEnd } from '../../outcomes.ts'
import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule542: ChildRule = {
  code: '542',
  meaning: 'Convictions are told of a child who was under 10 on 31 March.',
  mend: 'Leave convictions blank, or mend the date of birth: under 10 nobody can be guilty of an offence.',
  who: 'health lead',
  fields: ['CONVICTED'],
  years: { from: 2023 },
  reads: { OC2: ['DOB', 'CONVICTED'] },
  // Ten is the age of criminal responsibility (Children and Young Persons Act 1933 section 50). A 0 is an answer too.
  check: eachRow('OC2', ({ DOB, CONVICTED }, context) => CONVICTED !== '' && DOB !== null && isUnderAtEnd(DOB, 10, context)),
}

export const cases: readonly RuleCase[] = [
  { says: '10 the day after the year ended', given: { OC2: [{ DOB: '01/04/2016', CONVICTED: '0' }] }, fires: [['OC2', 0]] },
  { says: '10 on the last day of the year', given: { OC2: [{ DOB: '31/03/2016', CONVICTED: '0' }] }, fires: [] },
  { says: 'nothing told', given: { OC2: [{ DOB: '01/04/2016' }] }, fires: [] },
  { says: 'a date of birth that cannot be read', given: { OC2: [{ DOB: '31/04/2016', CONVICTED: '0' }] }, fires: [] },
]
