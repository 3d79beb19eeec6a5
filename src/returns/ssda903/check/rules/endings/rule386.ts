import { birthday } from '../../../../../core/time/localDate.ts'
import { isAdopted } from '../../adoption.ts'
import { eachEpisodeByBirth } from '../../birth.ts'
import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule386: ChildRule = {
  code: '386',
  meaning: 'Care ended with adoption on or after the 18th birthday.',
  mend: 'Put right the reason, the day the episode ended or the date of birth.',
  who: 'adoption team',
  fields: ['REC'],
  years: { from: 2023 },
  reads: { Episodes: ['DEC', 'REC'], Header: ['DOB'] },
  check: eachEpisodeByBirth((episode, born) => isAdopted(episode) && episode.DEC !== null && episode.DEC >= birthday(born, 18)),
}

export const cases: readonly RuleCase[] = [
  {
    says: 'on the 18th birthday',
    given: {
      Header: [{ DOB: '01/06/2007' }],
      Episodes: [{ DEC: '01/06/2025', REC: 'E11' }, { DEC: '01/06/2025', REC: 'E12' }],
    },
    fires: [['Episodes', 0], ['Episodes', 1]],
  },
  {
    says: 'the day before',
    given: { Header: [{ DOB: '01/06/2007' }], Episodes: [{ DEC: '31/05/2025', REC: 'E12' }] },
    fires: [],
  },
  {
    says: 'another end at 18',
    given: { Header: [{ DOB: '01/06/2007' }], Episodes: [{ DEC: '01/06/2025', REC: 'E17' }] },
    fires: [],
  },
  {
    says: 'an end that cannot be read',
    given: { Header: [{ DOB: '01/06/2000' }], Episodes: [{ DEC: 'June', REC: 'E12' }] },
    fires: [],
  },
  { says: 'a child without a Header row', given: { Episodes: [{ DEC: '01/06/2025', REC: 'E12' }] }, fires: [] },
]
