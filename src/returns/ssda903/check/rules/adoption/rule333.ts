import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule333: ChildRule = {
  code: '333',
  meaning: 'The child was matched with the adopters before it was decided that the child should be placed for adoption.',
  mend: 'Check both days: the decision comes first, or falls on the day of the match.',
  who: 'adoption team',
  fields: ['DATE_INT'],
  years: { from: 2023 },
  reads: { AD1: ['DATE_INT', 'DATE_MATCH'] },
  check: eachRow('AD1', ({ DATE_INT, DATE_MATCH }) => DATE_INT !== null && DATE_MATCH !== null && DATE_INT > DATE_MATCH),
}

export const cases: readonly RuleCase[] = [
  { says: 'decided the day after the match', given: { AD1: [{ DATE_INT: '02/05/2025', DATE_MATCH: '01/05/2025' }] }, fires: [['AD1', 0]] },
  { says: 'decided the day of the match', given: { AD1: [{ DATE_INT: '01/05/2025', DATE_MATCH: '01/05/2025' }] }, fires: [] },
  { says: 'no match', given: { AD1: [{ DATE_INT: '02/05/2025' }] }, fires: [] },
  { says: 'a match that cannot be read', given: { AD1: [{ DATE_INT: '02/05/2025', DATE_MATCH: '31/04/2025' }] }, fires: [] },
]
