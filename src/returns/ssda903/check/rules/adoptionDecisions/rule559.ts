import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { datedDecisions, decidedOtherwiseLastYear, decisionsInOrder } from './decisions.ts'

export const rule559: ChildRule = {
  code: '559',
  meaning: 'A decision of an earlier year that the child should be placed for adoption was not in the return of last year.',
  mend: 'Check the day of the decision; if it is right, the earlier return missed it.',
  who: 'adoption team',
  fields: ['DATE_PLACED'],
  years: { from: 2023 },
  reads: { PlacedAdoption: ['DATE_PLACED'] },
  readsLast: { PlacedAdoption: ['DATE_PLACED', 'DATE_PLACED_CEASED'] },
  // Where this row only gives another day to a decision that last year had, rules 560 and 584 say so.
  check: (child, { start }, mark) => {
    if (child.PlacedAdoption.length === 0) return
    const before = decisionsInOrder(child.last?.PlacedAdoption ?? [])
    if (before === undefined) return
    const changed = decidedOtherwiseLastYear(child)
    for (const { row, on } of datedDecisions(child.PlacedAdoption)) {
      if (on < start && row !== changed && !before.some((decision) => decision.on === on)) mark(row)
    }
  },
}

export const cases: readonly RuleCase[] = [
  {
    says: 'decided on the last day of last year, not told then',
    given: { PlacedAdoption: [{ DATE_PLACED: '31/03/2025' }] },
    fires: [['PlacedAdoption', 0]],
  },
  { says: 'decided on the first day of this year', given: { PlacedAdoption: [{ DATE_PLACED: '01/04/2025' }] }, fires: [] },
  {
    says: 'told last year',
    given: { PlacedAdoption: [{ DATE_PLACED: '01/05/2024' }] },
    last: { PlacedAdoption: [{ DATE_PLACED: '01/05/2024' }] },
    fires: [],
  },
  {
    says: 'last year told only of a decision since reversed',
    given: { PlacedAdoption: [{ DATE_PLACED: '01/12/2024' }] },
    last: { PlacedAdoption: [{ DATE_PLACED: '01/05/2023', DATE_PLACED_CEASED: '01/06/2024' }] },
    fires: [['PlacedAdoption', 0]],
  },
  {
    says: 'last year gave a decision in force another day',
    given: { PlacedAdoption: [{ DATE_PLACED: '01/12/2024' }] },
    last: { PlacedAdoption: [{ DATE_PLACED: '01/05/2024' }] },
    fires: [],
  },
  {
    says: 'the day told last year cannot be read',
    given: { PlacedAdoption: [{ DATE_PLACED: '01/05/2024' }] },
    last: { PlacedAdoption: [{ DATE_PLACED: '31/04/2024' }] },
    fires: [],
  },
]
