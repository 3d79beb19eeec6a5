import { careStretches, stretchOn, type CareStretch } from './careStretches.ts'
import type { LocalDate } from '../../../../../core/time/localDate.ts'
import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule578: ChildRule = {
  code: '578',
  meaning: 'The child is said to have gone missing or away after having left care.',
  mend: 'Check the day against the day care ended. What happened after care does not belong in the return.',
  who: 'social worker',
  fields: ['MIS_START'],
  years: { from: 2023 },
  reads: { Episodes: ['DECOM', 'RNE', 'DEC', 'REC'], Missing: ['MIS_START'] },
  check(child, context, mark) {
    // An episode whose start cannot be read may be the care the child was in.
    if (child.Missing.length === 0 || child.Episodes.some(({ DECOM }) => DECOM === null)) return
    const stretches = careStretches(child, context)
    for (const row of child.Missing) if (row.MIS_START !== null && isAfterCare(stretches, row.MIS_START)) mark(row)
  },
}

export const cases: readonly RuleCase[] = [
  {
    says: 'the day after care ended',
    given: { Episodes: [{ DECOM: '01/04/2025', RNE: 'S', DEC: '10/06/2025', REC: 'E4A' }], Missing: [{ MIS_START: '11/06/2025' }] },
    fires: [['Missing', 0]],
  },
  {
    says: 'the day care ended',
    given: { Episodes: [{ DECOM: '01/04/2025', RNE: 'S', DEC: '10/06/2025', REC: 'E4A' }], Missing: [{ MIS_START: '10/06/2025' }] },
    fires: [],
  },
  {
    says: 'between two periods of care',
    given: {
      Episodes: [{ DECOM: '01/04/2025', RNE: 'S', DEC: '10/06/2025', REC: 'E4A' }, { DECOM: '01/09/2025', RNE: 'S' }],
      Missing: [{ MIS_START: '20/07/2025' }],
    },
    fires: [['Missing', 0]],
  },
  {
    says: 'in the second period of care',
    given: {
      Episodes: [{ DECOM: '01/04/2025', RNE: 'S', DEC: '10/06/2025', REC: 'E4A' }, { DECOM: '01/09/2025', RNE: 'S' }],
      Missing: [{ MIS_START: '01/09/2025' }],
    },
    fires: [],
  },
  {
    says: 'before care began: rule 581 says so',
    given: { Episodes: [{ DECOM: '01/05/2025', RNE: 'S', DEC: '10/06/2025', REC: 'E4A' }], Missing: [{ MIS_START: '20/04/2025' }] },
    fires: [],
  },
  {
    says: 'an end of care that cannot be read',
    given: { Episodes: [{ DECOM: '01/05/2025', RNE: 'S', DEC: 'June', REC: 'E4A' }], Missing: [{ MIS_START: '20/07/2025' }] },
    fires: [],
  },
]

const isAfterCare = (stretches: readonly CareStretch[], day: LocalDate): boolean =>
  stretchOn(stretches, day) === undefined && stretches.some(({ to }) => to !== null && to < day)
