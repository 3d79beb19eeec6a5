import { birthday } from '../../../../../core/time/localDate.ts'
import { eachEpisodeByBirth } from '../../birth.ts'
import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule389: ChildRule = {
  code: '389',
  meaning: 'Care ended with a transfer to adult social care, but the young person was under 16.',
  mend: 'Put right the reason, the day the episode ended or the date of birth.',
  who: 'social worker',
  fields: ['REC'],
  years: { from: 2023 },
  reads: { Episodes: ['DEC', 'REC'], Header: ['DOB'] },
  check: eachEpisodeByBirth(({ DEC, REC }, born) => REC === 'E7' && DEC !== null && DEC < birthday(born, 16)),
}

export const cases: readonly RuleCase[] = [
  {
    says: 'the day before the 16th birthday',
    given: { Header: [{ DOB: '01/06/2009' }], Episodes: [{ DEC: '31/05/2025', REC: 'E7' }] },
    fires: [['Episodes', 0]],
  },
  {
    says: 'on the birthday',
    given: { Header: [{ DOB: '01/06/2009' }], Episodes: [{ DEC: '01/06/2025', REC: 'E7' }] },
    fires: [],
  },
  {
    says: 'born on 29 February: 16 on 1 March of a common year is not asked of a leap year',
    given: { Header: [{ DOB: '29/02/2008' }], Episodes: [{ DEC: '28/02/2024', REC: 'E7' }, { DEC: '29/02/2024', REC: 'E7' }] },
    year: 2024,
    fires: [['Episodes', 0]],
  },
  { says: 'went home', given: { Header: [{ DOB: '01/06/2009' }], Episodes: [{ DEC: '31/05/2025', REC: 'E4A' }] }, fires: [] },
]
