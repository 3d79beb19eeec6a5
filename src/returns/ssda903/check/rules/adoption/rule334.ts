import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule334: ChildRule = {
  code: '334',
  meaning: 'It was decided that the child should be placed for adoption before the child came into care this time.',
  mend: 'Check the day of the decision and the day the period of care began.',
  who: 'adoption team',
  fields: ['DATE_INT', 'DECOM', 'RNE'],
  years: { from: 2023 },
  reads: { AD1: ['DATE_INT'], Episodes: ['DECOM', 'RNE'] },
  // Where no episode of this year began the care, it began in an earlier year and cannot be compared.
  check: ({ AD1, Episodes }, _context, mark) => {
    if (AD1.length === 0) return
    const start = Episodes.findLast(({ RNE, DECOM }) => RNE === 'S' && DECOM !== null)
    if (start === undefined || start.DECOM === null) return
    for (const row of AD1) {
      if (row.DATE_INT === null || row.DATE_INT >= start.DECOM) continue
      mark(row, ['DATE_INT'])
      mark(start, ['DECOM', 'RNE'])
    }
  },
}

export const cases: readonly RuleCase[] = [
  {
    says: 'decided the day before care began',
    given: { AD1: [{ DATE_INT: '09/05/2024' }], Episodes: [{ DECOM: '10/05/2024', RNE: 'S' }] },
    fires: [['AD1', 0, ['DATE_INT']], ['Episodes', 0, ['DECOM', 'RNE']]],
  },
  { says: 'decided the day care began', given: { AD1: [{ DATE_INT: '10/05/2024' }], Episodes: [{ DECOM: '10/05/2024', RNE: 'S' }] }, fires: [] },
  {
    says: 'decided in an earlier period of care',
    given: { AD1: [{ DATE_INT: '10/04/2025' }], Episodes: [{ DECOM: '10/05/2024', RNE: 'S' }, { DECOM: '01/06/2025', RNE: 'S' }] },
    fires: [['AD1', 0, ['DATE_INT']], ['Episodes', 1, ['DECOM', 'RNE']]],
  },
  {
    says: 'care began in a year not given',
    given: { AD1: [{ DATE_INT: '09/05/2024' }], Episodes: [{ DECOM: '10/05/2024', RNE: 'P' }] },
    fires: [],
  },
]
