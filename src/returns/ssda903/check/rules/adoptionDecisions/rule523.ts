import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { decisionsInOrder } from './decisions.ts'

export const rule523: ChildRule = {
  code: '523',
  meaning: 'The decision that the child should be placed for adoption has one day among the decisions and another with the adoption.',
  mend: 'Give the same day in both places.',
  who: 'adoption team',
  fields: ['DATE_PLACED', 'DATE_INT'],
  years: { from: 2023 },
  reads: { PlacedAdoption: ['DATE_PLACED'], AD1: ['DATE_INT'] },
  // Where a decision was reversed and made again, the adoption rests on the last one.
  check: ({ AD1, PlacedAdoption }, _context, mark) => {
    if (AD1.length === 0) return
    const decision = decisionsInOrder(PlacedAdoption)?.at(-1)
    if (decision === undefined) return
    for (const row of AD1) {
      if (row.DATE_INT === null || row.DATE_INT === decision.on) continue
      mark(decision.row, ['DATE_PLACED'])
      mark(row, ['DATE_INT'])
    }
  },
}

export const cases: readonly RuleCase[] = [
  {
    says: 'a day apart',
    given: { PlacedAdoption: [{ DATE_PLACED: '01/05/2024' }], AD1: [{ DATE_INT: '02/05/2024' }] },
    fires: [['PlacedAdoption', 0, ['DATE_PLACED']], ['AD1', 0, ['DATE_INT']]],
  },
  { says: 'the same day', given: { PlacedAdoption: [{ DATE_PLACED: '01/05/2024' }], AD1: [{ DATE_INT: '01/05/2024' }] }, fires: [] },
  {
    says: 'the day of an earlier decision',
    given: { PlacedAdoption: [{ DATE_PLACED: '01/12/2024' }, { DATE_PLACED: '01/05/2024' }], AD1: [{ DATE_INT: '01/05/2024' }] },
    fires: [['PlacedAdoption', 0, ['DATE_PLACED']], ['AD1', 0, ['DATE_INT']]],
  },
  {
    says: 'the day of the last decision',
    given: { PlacedAdoption: [{ DATE_PLACED: '01/12/2024' }, { DATE_PLACED: '01/05/2024' }], AD1: [{ DATE_INT: '01/12/2024' }] },
    fires: [],
  },
  {
    says: 'the day of one decision cannot be read',
    given: { PlacedAdoption: [{ DATE_PLACED: '31/11/2024' }, { DATE_PLACED: '01/05/2024' }], AD1: [{ DATE_INT: '01/12/2024' }] },
    fires: [],
  },
  { says: 'no day with the adoption', given: { PlacedAdoption: [{ DATE_PLACED: '01/05/2024' }], AD1: [{}] }, fires: [] },
]
