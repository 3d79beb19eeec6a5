import { birthday } from '../../../../../core/time/localDate.ts'
import { eachEpisodeByBirth } from '../../birth.ts'
import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule387: ChildRule = {
  code: '387',
  meaning: 'Care ended with a move into independent living, but the child was under 14.',
  mend: 'Put right the reason, the day the episode ended or the date of birth.',
  who: 'social worker',
  fields: ['REC'],
  years: { from: 2023 },
  reads: { Episodes: ['DEC', 'REC'], Header: ['DOB'] },
  // Independent living with formal support (E5) and without (E6).
  check: eachEpisodeByBirth(
    ({ DEC, REC }, born) => (REC === 'E5' || REC === 'E6') && DEC !== null && DEC < birthday(born, 14),
  ),
}

export const cases: readonly RuleCase[] = [
  {
    says: 'the day before the 14th birthday',
    given: { Header: [{ DOB: '01/06/2011' }], Episodes: [{ DEC: '31/05/2025', REC: 'E5' }, { DEC: '31/05/2025', REC: 'E6' }] },
    fires: [['Episodes', 0], ['Episodes', 1]],
  },
  {
    says: 'on the birthday',
    given: { Header: [{ DOB: '01/06/2011' }], Episodes: [{ DEC: '01/06/2025', REC: 'E5' }] },
    fires: [],
  },
  { says: 'went home', given: { Header: [{ DOB: '01/06/2011' }], Episodes: [{ DEC: '31/05/2025', REC: 'E4A' }] }, fires: [] },
]
