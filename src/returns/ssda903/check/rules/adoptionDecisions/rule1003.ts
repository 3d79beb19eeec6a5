import { isOrderKnown } from '../../chain.ts'
import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule1003: ChildRule = {
  code: '1003',
  meaning: 'It was decided that the child should be placed for adoption before the child came into care.',
  mend: 'Check the day of the decision and the day care began.',
  who: 'adoption team',
  fields: ['DATE_PLACED', 'DECOM', 'RNE'],
  years: { from: 2023 },
  reads: { PlacedAdoption: ['DATE_PLACED'], Episodes: ['DECOM', 'RNE'] },
  // Where the first episode of the file did not begin the care, it began in an earlier year and cannot be compared. Unlike
  // rule 334 the text does not ask for the latest period of care: a decision of an earlier one in the file may stand.
  check: (child, _context, mark) => {
    if (child.PlacedAdoption.length === 0 || !isOrderKnown(child)) return
    const first = child.Episodes[0]
    if (first === undefined || first.DECOM === null || first.RNE !== 'S') return
    for (const row of child.PlacedAdoption) {
      if (row.DATE_PLACED === null || row.DATE_PLACED >= first.DECOM) continue
      mark(row, ['DATE_PLACED'])
      mark(first, ['DECOM', 'RNE'])
    }
  },
}

export const cases: readonly RuleCase[] = [
  {
    says: 'decided the day before',
    given: { PlacedAdoption: [{ DATE_PLACED: '09/06/2025' }], Episodes: [{ DECOM: '10/06/2025', RNE: 'S' }] },
    fires: [['PlacedAdoption', 0, ['DATE_PLACED']], ['Episodes', 0, ['DECOM', 'RNE']]],
  },
  {
    says: 'decided the day care began',
    given: { PlacedAdoption: [{ DATE_PLACED: '10/06/2025' }], Episodes: [{ DECOM: '10/06/2025', RNE: 'S' }] },
    fires: [],
  },
  {
    says: 'decided in an earlier period of care',
    given: { PlacedAdoption: [{ DATE_PLACED: '01/05/2025' }], Episodes: [{ DECOM: '10/04/2025', RNE: 'S' }, { DECOM: '10/06/2025', RNE: 'S' }] },
    fires: [],
  },
  {
    says: 'care began in a year not given',
    given: { PlacedAdoption: [{ DATE_PLACED: '09/06/2024' }], Episodes: [{ DECOM: '10/06/2024', RNE: 'P' }] },
    fires: [],
  },
  {
    says: 'the day an episode began cannot be read',
    given: { PlacedAdoption: [{ DATE_PLACED: '09/06/2025' }], Episodes: [{ DECOM: '10/06/2025', RNE: 'S' }, { DECOM: '31/04/2025', RNE: 'S' }] },
    fires: [],
  },
]
