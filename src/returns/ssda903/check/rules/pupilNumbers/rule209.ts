import { addMonths, birthday, type LocalDate } from '../../../../../core/time/localDate.ts'
import type { CheckContext } from '../../context.ts'
import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

/**
 * Whether a child is of compulsory school age on 31 March of the return (Education Act 1996, section 8). It begins on
 * 31 August, 31 December or 31 March on or after the fifth birthday, so a child who is 5 on 31 March has begun; it ends
 * on the leaving date of the school year in which the child is 16, so one who was 16 by 31 August has ended.
 */
function isOfSchoolAge(born: LocalDate, { start, end }: CheckContext): boolean {
  return birthday(born, 5) <= end && birthday(born, 16) >= addMonths(start, 5)
}

export const rule209: ChildRule = {
  code: '209',
  meaning: 'The unique pupil number is given as not yet needed (UN1), but the child is of school age.',
  mend: 'Ask the school for the number, or correct the date of birth.',
  who: 'social worker',
  fields: ['UPN', 'DOB'],
  years: { from: 2023 },
  reads: { Header: ['UPN', 'DOB'] },
  // UNCERTAIN: the message does not say from which age nor on which day; compulsory school age on 31 March is taken.
  check: eachRow('Header', ({ UPN, DOB }, context) => UPN === 'UN1' && DOB !== null && isOfSchoolAge(DOB, context)),
}

export const cases: readonly RuleCase[] = [
  {
    says: '5 on 31 March, a day on which school age begins',
    given: { Header: [{ UPN: 'UN1', DOB: '31/03/2021' }] },
    fires: [['Header', 0]],
  },
  { says: '5 on 1 April, after the year', given: { Header: [{ UPN: 'UN1', DOB: '01/04/2021' }] }, fires: [] },
  {
    says: '16 on 1 September, still of school age until the summer',
    given: { Header: [{ UPN: 'UN1', DOB: '01/09/2009' }] },
    fires: [['Header', 0]],
  },
  { says: '16 on 31 August, left school age in June', given: { Header: [{ UPN: 'UN1', DOB: '31/08/2009' }] }, fires: [] },
  {
    says: 'another code or a number',
    given: { Header: [{ UPN: 'UN2', DOB: '01/05/2014' }, { CHILD: '2', UPN: 'A123456789012', DOB: '01/05/2014' }] },
    fires: [],
  },
  { says: 'a date of birth that cannot be read', given: { Header: [{ UPN: 'UN1', DOB: '2014' }] }, fires: [] },
]
