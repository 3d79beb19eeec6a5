import { birthday } from '../../../../../core/time/localDate.ts'
import { eachEpisodeByBirth } from '../../birth.ts'
import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule234: ChildRule = {
  code: '234',
  meaning: 'The placement is said to have changed because the child was taken into custody, but the child was under 10.',
  mend: 'Put right the reason for the change of placement, or the date of birth.',
  who: 'social worker',
  fields: ['REASON_PLACE_CHANGE', 'DOB'],
  years: { from: 2026 },
  reads: { Episodes: ['DEC', 'REASON_PLACE_CHANGE'], Header: ['DOB'] },
  // The age on the day of the change, which is the day the episode ended. A child under 10 cannot be guilty of an offence
  // (Children and Young Persons Act 1933 s.50).
  check: eachEpisodeByBirth(
    ({ DEC, REASON_PLACE_CHANGE }, born) => REASON_PLACE_CHANGE === 'CUSTOD' && DEC !== null && DEC < birthday(born, 10),
    ['REASON_PLACE_CHANGE'],
  ),
}

export const cases: readonly RuleCase[] = [
  {
    says: 'the day before the 10th birthday',
    given: { Header: [{ DOB: '02/06/2015' }], Episodes: [{ DEC: '01/06/2025', REASON_PLACE_CHANGE: 'CUSTOD' }] },
    fires: [['Episodes', 0, ['REASON_PLACE_CHANGE']], ['Header', 0, ['DOB']]],
  },
  {
    says: 'on the birthday',
    given: { Header: [{ DOB: '01/06/2015' }], Episodes: [{ DEC: '01/06/2025', REASON_PLACE_CHANGE: 'CUSTOD' }] },
    fires: [],
  },
  {
    says: 'another reason',
    given: { Header: [{ DOB: '02/06/2015' }], Episodes: [{ DEC: '01/06/2025', REASON_PLACE_CHANGE: 'CARPL' }] },
    fires: [],
  },
  {
    says: 'no end given',
    given: { Header: [{ DOB: '02/06/2020' }], Episodes: [{ REASON_PLACE_CHANGE: 'CUSTOD' }] },
    fires: [],
  },
]
