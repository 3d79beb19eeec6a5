import { birthday } from '../../../../../core/time/localDate.ts'
import { eachEpisodeByBirth } from '../../birth.ts'
import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule352: ChildRule = {
  code: '352',
  meaning: 'The young person started to be looked after on or after their 18th birthday.',
  mend: 'Put right the day care began, the reason for the new episode or the date of birth; or take the episode out.',
  who: 'social worker',
  fields: ['DECOM', 'RNE'],
  years: { from: 2023 },
  reads: { Episodes: ['DECOM', 'RNE'], Header: ['DOB'] },
  check: eachEpisodeByBirth(({ DECOM, RNE }, born) => RNE === 'S' && DECOM !== null && DECOM >= birthday(born, 18)),
}

export const cases: readonly RuleCase[] = [
  {
    says: 'on the 18th birthday',
    given: { Header: [{ DOB: '01/05/2007' }], Episodes: [{ DECOM: '01/05/2025', RNE: 'S' }] },
    fires: [['Episodes', 0]],
  },
  {
    says: 'the day before',
    given: { Header: [{ DOB: '01/05/2007' }], Episodes: [{ DECOM: '30/04/2025', RNE: 'S' }] },
    fires: [],
  },
  {
    says: 'born on 29 February: 18 on 1 March of a common year',
    given: {
      Header: [{ DOB: '29/02/2008' }],
      Episodes: [{ DECOM: '28/02/2026', RNE: 'S' }, { DECOM: '01/03/2026', RNE: 'S' }],
    },
    fires: [['Episodes', 1]],
  },
  {
    says: 'a change of placement at 18 is no start',
    given: { Header: [{ DOB: '01/05/2007' }], Episodes: [{ DECOM: '01/05/2025', RNE: 'P' }] },
    fires: [],
  },
]
