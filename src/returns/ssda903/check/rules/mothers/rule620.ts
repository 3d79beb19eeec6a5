import { birthday } from '../../../../../core/time/localDate.ts'
import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule620: ChildRule = {
  code: '620',
  meaning: 'A child who is not yet 11 at the end of the year is returned as a mother.',
  mend: 'Correct that she is a mother, or her date of birth.',
  who: 'social worker',
  fields: ['DOB', 'MOTHER'],
  years: { from: 2023 },
  reads: { Header: ['DOB', 'MOTHER'] },
  // The age on 31 March: the rule does not look at when the first child was born.
  check: eachRow('Header', ({ DOB, MOTHER }, { end }) => MOTHER === '1' && DOB !== null && birthday(DOB, 11) > end),
}

export const cases: readonly RuleCase[] = [
  { says: '11 on 1 April', given: { Header: [{ DOB: '01/04/2015', MOTHER: '1' }] }, fires: [['Header', 0]] },
  { says: '11 on 31 March', given: { Header: [{ DOB: '31/03/2015', MOTHER: '1' }] }, fires: [] },
  { says: 'no mother', given: { Header: [{ DOB: '01/04/2020', MOTHER: '0' }] }, fires: [] },
  { says: 'a date of birth that cannot be read', given: { Header: [{ DOB: '2020', MOTHER: '1' }] }, fires: [] },
]
