import { isUnderAtEnd } from '../../outcomes.ts'
import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule347: ChildRule = {
  code: '347',
  meaning: 'A care leaver who was under 18 on 31 March is said to live in a foyer.',
  mend: 'Check the accommodation and the date of birth.',
  who: 'leaving care team',
  // The list names PLACE, DEC and URN, which stand in another table: accommodation is what the text speaks of.
  fields: ['ACCOM'],
  years: { from: 2024 },
  reads: { OC3: ['DOB', 'ACCOM'] },
  // What is told belongs to the birthday in the year: whoever turned 18 in it is told of as 18.
  check: eachRow('OC3', ({ DOB, ACCOM }, context) => (ACCOM === 'T1' || ACCOM === 'T2') && DOB !== null && isUnderAtEnd(DOB, 18, context)),
}

export const cases: readonly RuleCase[] = [
  { says: '18 the day after the year ended', given: { OC3: [{ DOB: '01/04/2008', ACCOM: 'T1' }] }, fires: [['OC3', 0]] },
  { says: '18 on the last day of the year', given: { OC3: [{ DOB: '31/03/2008', ACCOM: 'T1' }] }, fires: [] },
  { says: 'not suitable', given: { OC3: [{ DOB: '01/06/2008', ACCOM: 'T2' }] }, fires: [['OC3', 0]] },
  { says: 'supported lodgings', given: { OC3: [{ DOB: '01/06/2008', ACCOM: 'E1' }] }, fires: [] },
  { says: 'a date of birth that cannot be read', given: { OC3: [{ DOB: '31/06/2008', ACCOM: 'T1' }] }, fires: [] },
]
