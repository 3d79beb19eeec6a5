import { sexOfCode } from '../../../sex.ts'
import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { isBlank } from '../../rows.ts'

export const rule174: ChildRule = {
  code: '174',
  meaning: 'A date of birth of a first child is given for a boy or young man; only mothers are asked for it.',
  mend: 'Take the date away, or correct the sex.',
  who: 'returns team',
  fields: ['SEX', 'MC_DOB'],
  years: { from: 2023 },
  reads: { Header: ['SEX', 'MC_DOB'] },
  // That a date is recorded is wrong whatever it says, so one that cannot be read counts.
  check: eachRow('Header', (row) => sexOfCode(row.SEX) === 'M' && !isBlank(row, 'MC_DOB')),
}

export const cases: readonly RuleCase[] = [
  { says: 'male', given: { Header: [{ SEX: 'M', MC_DOB: '01/06/2025' }] }, fires: [['Header', 0]] },
  { says: 'male in the codes up to 2024', year: 2024, given: { Header: [{ SEX: '1', MC_DOB: '01/06/2023' }] }, fires: [['Header', 0]] },
  { says: 'male, a date that cannot be read', given: { Header: [{ SEX: 'M', MC_DOB: 'June 2025' }] }, fires: [['Header', 0]] },
  {
    says: 'female, and not known',
    given: { Header: [{ SEX: 'F', MC_DOB: '01/06/2025' }, { CHILD: '2', SEX: 'U', MC_DOB: '01/06/2025' }] },
    fires: [],
  },
  { says: 'male without a date', given: { Header: [{ SEX: 'M' }] }, fires: [] },
]
