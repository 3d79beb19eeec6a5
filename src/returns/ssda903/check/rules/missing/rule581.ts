import { careStretches } from './careStretches.ts'
import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule581: ChildRule = {
  code: '581',
  meaning: 'The child is said to have gone missing or away before coming into care.',
  mend: 'Check the day against the day care began. What happened before care does not belong in the return.',
  who: 'social worker',
  fields: ['MIS_START'],
  years: { from: 2023 },
  reads: { Episodes: ['DECOM', 'RNE', 'DEC', 'REC'], Missing: ['MIS_START'] },
  check(child, context, mark) {
    // An episode whose start cannot be read may be the care the child was in. Between two periods of care rule 578 speaks.
    if (child.Missing.length === 0 || child.Episodes.some(({ DECOM }) => DECOM === null)) return
    const began = careStretches(child, context)[0]?.from ?? null
    if (began === null) return
    for (const row of child.Missing) if (row.MIS_START !== null && row.MIS_START < began) mark(row)
  },
}

export const cases: readonly RuleCase[] = [
  {
    says: 'the day before care began',
    given: { Episodes: [{ DECOM: '01/05/2025', RNE: 'S' }], Missing: [{ MIS_START: '30/04/2025' }] },
    fires: [['Missing', 0]],
  },
  {
    says: 'the day care began',
    given: { Episodes: [{ DECOM: '01/05/2025', RNE: 'S' }], Missing: [{ MIS_START: '01/05/2025' }] },
    fires: [],
  },
  {
    says: 'the first episode of the year did not begin care',
    given: { Episodes: [{ DECOM: '01/05/2025', RNE: 'P' }], Missing: [{ MIS_START: '20/03/2025' }] },
    fires: [],
  },
  { says: 'no episodes', given: { Missing: [{ MIS_START: '20/03/2025' }] }, fires: [] },
  {
    says: 'a start of care that cannot be read',
    given: { Episodes: [{ DECOM: 'May', RNE: 'S' }, { DECOM: '01/09/2025', RNE: 'S' }], Missing: [{ MIS_START: '20/06/2025' }] },
    fires: [],
  },
]
