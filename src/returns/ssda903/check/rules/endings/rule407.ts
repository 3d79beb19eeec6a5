import { birthday } from '../../../../../core/time/localDate.ts'
import { eachEpisodeByBirth } from '../../birth.ts'
import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

/** A special guardianship order, to former foster carers (E45, E46) or to others (E47, E48). */
const specialGuardianship: ReadonlySet<string> = new Set(['E45', 'E46', 'E47', 'E48'])

export const rule407: ChildRule = {
  code: '407',
  meaning: 'Care ended with a special guardianship order on or after the 18th birthday.',
  mend: 'Put right the reason, the day the episode ended or the date of birth.',
  who: 'social worker',
  fields: ['DEC', 'DOB', 'REC'],
  years: { from: 2023 },
  reads: { Episodes: ['DEC', 'REC'], Header: ['DOB'] },
  // A special guardian is appointed for a child, that is a person under 18 (Children Act 1989 ss.14A, 105).
  check: eachEpisodeByBirth(
    ({ DEC, REC }, born) => specialGuardianship.has(REC) && DEC !== null && DEC >= birthday(born, 18),
    ['DEC', 'REC'],
  ),
}

export const cases: readonly RuleCase[] = [
  {
    says: 'on the 18th birthday',
    given: { Header: [{ DOB: '01/06/2007' }], Episodes: [{ DEC: '01/06/2025', REC: 'E45' }] },
    fires: [['Episodes', 0, ['DEC', 'REC']], ['Header', 0, ['DOB']]],
  },
  {
    says: 'each of the four codes',
    given: {
      Header: [{ DOB: '01/06/2007' }],
      Episodes: [{ DEC: '02/06/2025', REC: 'E46' }, { DEC: '02/06/2025', REC: 'E47' }, { DEC: '02/06/2025', REC: 'E48' }],
    },
    fires: [
      ['Episodes', 0, ['DEC', 'REC']],
      ['Episodes', 1, ['DEC', 'REC']],
      ['Episodes', 2, ['DEC', 'REC']],
      ['Header', 0, ['DOB']],
    ],
  },
  {
    says: 'the day before',
    given: { Header: [{ DOB: '01/06/2007' }], Episodes: [{ DEC: '31/05/2025', REC: 'E45' }] },
    fires: [],
  },
  { says: 'another end', given: { Header: [{ DOB: '01/06/2007' }], Episodes: [{ DEC: '01/06/2025', REC: 'E17' }] }, fires: [] },
]
