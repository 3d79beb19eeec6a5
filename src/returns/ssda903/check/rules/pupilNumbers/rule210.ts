import { periodsOfCare } from '../../care.ts'
import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { episodeAtYearEnd } from '../../yearEnd.ts'

const DAYS = 7

export const rule210: ChildRule = {
  code: '210',
  meaning: 'The unique pupil number is given as not yet known because care began so late in the year (UN4), but the child had been looked after for more than a week on 31 March.',
  mend: 'Ask the school for the number, or correct when care began.',
  who: 'social worker',
  fields: ['UPN', 'DECOM'],
  years: { from: 2023 },
  reads: { Header: ['UPN'], Episodes: ['DECOM', 'RNE', 'LS', 'DEC', 'REC'] },
  check: (child, context, mark) => {
    const unknown = child.Header.filter(({ UPN }) => UPN === 'UN4')
    if (unknown.length === 0) return
    const now = episodeAtYearEnd(child, context)
    if (now === undefined) return
    const first = periodsOfCare(child).find((period) => period.includes(now))?.[0]
    if (first === undefined || first.DECOM === null || context.end - first.DECOM <= DAYS) return
    for (const row of unknown) mark(row, ['UPN'])
    mark(first, ['DECOM'])
  },
}

export const cases: readonly RuleCase[] = [
  {
    says: 'eight days',
    given: { Header: [{ UPN: 'UN4' }], Episodes: [{ DECOM: '23/03/2026', RNE: 'S', LS: 'V2' }] },
    fires: [['Header', 0, ['UPN']], ['Episodes', 0, ['DECOM']]],
  },
  { says: 'exactly a week', given: { Header: [{ UPN: 'UN4' }], Episodes: [{ DECOM: '24/03/2026', RNE: 'S', LS: 'V2' }] }, fires: [] },
  {
    says: 'a new episode in the last week of a longer period of care',
    given: {
      Header: [{ UPN: 'UN4' }],
      Episodes: [{ DECOM: '01/02/2026', RNE: 'S', LS: 'V2', DEC: '28/03/2026', REC: 'X1' }, { DECOM: '28/03/2026', RNE: 'P', LS: 'V2' }],
    },
    fires: [['Header', 0, ['UPN']], ['Episodes', 0, ['DECOM']]],
  },
  {
    says: 'came back in the last week',
    given: {
      Header: [{ UPN: 'UN4' }],
      Episodes: [{ DECOM: '01/02/2026', RNE: 'S', LS: 'V2', DEC: '03/03/2026', REC: 'E4A' }, { DECOM: '28/03/2026', RNE: 'S', LS: 'V2' }],
    },
    fires: [],
  },
  {
    says: 'left before 31 March',
    given: { Header: [{ UPN: 'UN4' }], Episodes: [{ DECOM: '01/02/2026', RNE: 'S', LS: 'V2', DEC: '31/03/2026', REC: 'E4A' }] },
    fires: [],
  },
  { says: 'a number', given: { Header: [{ UPN: 'A123456789012' }], Episodes: [{ DECOM: '01/02/2026', RNE: 'S', LS: 'V2' }] }, fires: [] },
  { says: 'short breaks', given: { Header: [{ UPN: 'UN4' }], Episodes: [{ DECOM: '01/02/2026', RNE: 'S', LS: 'V4' }] }, fires: [] },
]
