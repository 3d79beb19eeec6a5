import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { ASKED_SINCE, latestStart } from './asked.ts'

export const rule634: ChildRule = {
  code: '634',
  meaning: 'An earlier permanence is given for a child who came into care before 1 April 2016, when it was not asked.',
  mend: 'Take the entries away, or correct when care began.',
  who: 'returns team',
  fields: ['LA_PERM', 'PREV_PERM', 'DATE_PERM', 'DECOM'],
  years: { from: 2023 },
  reads: { PrevPerm: ['LA_PERM', 'PREV_PERM', 'DATE_PERM'], Episodes: ['DECOM', 'RNE', 'REC'] },
  // A later first episode in the file whose reason is not S does not say when care began: then nothing is said.
  check: (child, _, mark) => {
    const entries = child.PrevPerm.filter(({ LA_PERM, PREV_PERM, DATE_PERM }) => LA_PERM !== '' || PREV_PERM !== '' || DATE_PERM !== '')
    if (entries.length === 0) return
    const began = latestStart(child)
    if (began === undefined || began.DECOM === null || began.DECOM >= ASKED_SINCE) return
    for (const row of entries) mark(row, ['LA_PERM', 'PREV_PERM', 'DATE_PERM'])
    mark(began, ['DECOM'])
  },
}

export const cases: readonly RuleCase[] = [
  {
    says: 'came in on 31 March 2016',
    given: { PrevPerm: [{ PREV_PERM: 'P1' }], Episodes: [{ DECOM: '31/03/2016', RNE: 'S' }] },
    fires: [['PrevPerm', 0, ['LA_PERM', 'PREV_PERM', 'DATE_PERM']], ['Episodes', 0, ['DECOM']]],
  },
  {
    says: 'came in on 1 April 2016',
    given: { PrevPerm: [{ PREV_PERM: 'P1' }], Episodes: [{ DECOM: '01/04/2016', RNE: 'S' }] },
    fires: [],
  },
  {
    says: 'already in care in 2015',
    given: {
      PrevPerm: [{ DATE_PERM: 'zz/zz/2010' }],
      Episodes: [{ DECOM: '01/05/2015', RNE: 'P', DEC: '02/09/2025', REC: 'X1' }, { DECOM: '02/09/2025', RNE: 'P' }],
    },
    fires: [['PrevPerm', 0, ['LA_PERM', 'PREV_PERM', 'DATE_PERM']], ['Episodes', 0, ['DECOM']]],
  },
  {
    says: 'moved since: when care began is not in the file',
    given: { PrevPerm: [{ PREV_PERM: 'Z1' }], Episodes: [{ DECOM: '01/05/2022', RNE: 'P' }] },
    fires: [],
  },
  {
    says: 'left and came back',
    given: {
      PrevPerm: [{ PREV_PERM: 'P2' }],
      Episodes: [{ DECOM: '01/05/2015', RNE: 'S', DEC: '02/05/2025', REC: 'E45' }, { DECOM: '02/11/2025', RNE: 'S' }],
    },
    fires: [],
  },
  { says: 'a row without entries', given: { PrevPerm: [{}], Episodes: [{ DECOM: '31/03/2016', RNE: 'S' }] }, fires: [] },
]
