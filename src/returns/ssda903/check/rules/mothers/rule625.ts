import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { leavingEpisode } from '../../yearEnd.ts'

export const rule625: ChildRule = {
  code: '625',
  meaning: "The young mother's first child was born after the year of the return, or after she left care.",
  mend: 'Correct the date. A child born after she left care is not returned.',
  who: 'social worker',
  fields: ['MC_DOB', 'DEC'],
  years: { from: 2023 },
  reads: { Header: ['MC_DOB'], Episodes: ['DECOM', 'DEC', 'REC', 'LS'] },
  check: (child, { end }, mark) => {
    const left = leavingEpisode(child)
    const leftOn = left?.DEC ?? null
    for (const row of child.Header) {
      if (row.MC_DOB === null) continue
      const afterLeaving = leftOn !== null && row.MC_DOB > leftOn
      if (row.MC_DOB > end || afterLeaving) mark(row, ['MC_DOB'])
      if (left !== undefined && afterLeaving) mark(left, ['DEC'])
    }
  },
}

export const cases: readonly RuleCase[] = [
  {
    says: 'born on 1 April, after the year',
    given: { Header: [{ MC_DOB: '01/04/2026' }], Episodes: [{ DECOM: '01/05/2025', LS: 'C2' }] },
    fires: [['Header', 0, ['MC_DOB']]],
  },
  { says: 'born on 31 March', given: { Header: [{ MC_DOB: '31/03/2026' }], Episodes: [{ DECOM: '01/05/2025', LS: 'C2' }] }, fires: [] },
  {
    says: 'born the day after she left',
    given: { Header: [{ MC_DOB: '02/09/2025' }], Episodes: [{ DECOM: '01/05/2025', LS: 'C2', DEC: '01/09/2025', REC: 'E4A' }] },
    fires: [['Header', 0, ['MC_DOB']], ['Episodes', 0, ['DEC']]],
  },
  {
    says: 'born the day she left',
    given: { Header: [{ MC_DOB: '01/09/2025' }], Episodes: [{ DECOM: '01/05/2025', LS: 'C2', DEC: '01/09/2025', REC: 'E4A' }] },
    fires: [],
  },
  {
    says: 'left and came back',
    given: {
      Header: [{ MC_DOB: '02/12/2025' }],
      Episodes: [{ DECOM: '01/05/2025', LS: 'C2', DEC: '01/09/2025', REC: 'E4A' }, { DECOM: '01/11/2025', LS: 'V2' }],
    },
    fires: [],
  },
  {
    says: 'a date that cannot be read',
    given: { Header: [{ MC_DOB: 'next May' }], Episodes: [{ DECOM: '01/05/2025', LS: 'C2' }] },
    fires: [],
  },
]
