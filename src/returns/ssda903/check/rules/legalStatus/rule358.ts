import { birthday } from '../../../../../core/time/localDate.ts'
import { eachEpisodeByBirth } from '../../birth.ts'
import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

const youthJustice: ReadonlySet<string> = new Set(['J1', 'J2', 'J3'])

export const rule358: ChildRule = {
  code: '358',
  meaning: 'The child was under 10 when an episode on remand, in police detention or under a youth order began.',
  mend: 'Put right the legal status, the day the episode began or the date of birth: a child under 10 cannot be guilty of an offence.',
  who: 'social worker',
  fields: ['DECOM', 'DOB', 'LS'],
  years: { from: 2023 },
  reads: { Episodes: ['DECOM', 'LS'], Header: ['DOB'] },
  // The message does not say which statuses: J1 to J3 rest on an offence, for which a child must be 10 (Children and Young
  // Persons Act 1933 s.50).
  check: eachEpisodeByBirth(
    ({ DECOM, LS }, born) => youthJustice.has(LS) && DECOM !== null && DECOM < birthday(born, 10),
    ['DECOM', 'LS'],
  ),
}

export const cases: readonly RuleCase[] = [
  {
    says: 'on remand the day before the 10th birthday',
    given: { Header: [{ DOB: '02/06/2015' }], Episodes: [{ DECOM: '01/06/2025', LS: 'J1' }] },
    fires: [['Episodes', 0, ['DECOM', 'LS']], ['Header', 0, ['DOB']]],
  },
  {
    says: 'each of the three statuses',
    given: {
      Header: [{ DOB: '02/06/2016' }],
      Episodes: [{ DECOM: '01/06/2025', LS: 'J2' }, { DECOM: '02/06/2025', LS: 'J3' }],
    },
    fires: [['Episodes', 0, ['DECOM', 'LS']], ['Episodes', 1, ['DECOM', 'LS']], ['Header', 0, ['DOB']]],
  },
  {
    says: 'on the 10th birthday',
    given: { Header: [{ DOB: '01/06/2015' }], Episodes: [{ DECOM: '01/06/2025', LS: 'J1' }] },
    fires: [],
  },
  {
    says: 'a care order',
    given: { Header: [{ DOB: '01/06/2020' }], Episodes: [{ DECOM: '01/06/2025', LS: 'C2' }] },
    fires: [],
  },
  { says: 'a child without a Header row', given: { Episodes: [{ DECOM: '01/06/2025', LS: 'J1' }] }, fires: [] },
]
