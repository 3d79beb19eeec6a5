import { birthday } from '../../../../../core/time/localDate.ts'
import { eachEpisodeByBirth } from '../../birth.ts'
import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule460: ChildRule = {
  code: '460',
  meaning: 'Care ended because the young person stayed with their carers at 18, but they were not yet 18.',
  mend: 'End the episode on the 18th birthday, or put right the reason or the date of birth.',
  who: 'leaving care team',
  fields: ['DEC', 'REC'],
  years: { from: 2023 },
  reads: { Episodes: ['DEC', 'REC'], Header: ['DOB'] },
  check: eachEpisodeByBirth(({ DEC, REC }, born) => REC === 'E17' && DEC !== null && DEC < birthday(born, 18)),
}

export const cases: readonly RuleCase[] = [
  {
    says: 'the day before the 18th birthday',
    given: { Header: [{ DOB: '01/06/2007' }], Episodes: [{ DEC: '31/05/2025', REC: 'E17' }] },
    fires: [['Episodes', 0]],
  },
  {
    says: 'on the birthday',
    given: { Header: [{ DOB: '01/06/2007' }], Episodes: [{ DEC: '01/06/2025', REC: 'E17' }] },
    fires: [],
  },
  {
    says: 'born on 29 February: not yet 18 on 28 February',
    given: {
      Header: [{ DOB: '29/02/2008' }],
      Episodes: [{ DEC: '28/02/2026', REC: 'E17' }, { DEC: '01/03/2026', REC: 'E17' }],
    },
    fires: [['Episodes', 0]],
  },
  { says: 'another end', given: { Header: [{ DOB: '01/06/2007' }], Episodes: [{ DEC: '31/05/2025', REC: 'E5' }] }, fires: [] },
]
