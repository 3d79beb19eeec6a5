import { isPlacedForAdoption } from '../../adoption.ts'
import { isBlank } from '../../rows.ts'
import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule551: ChildRule = {
  code: '551',
  meaning: 'The child is placed for adoption, but no day is given on which that was decided.',
  mend: 'Give the day of the decision that the child should be placed for adoption, or mend the placement.',
  who: 'adoption team',
  fields: ['DATE_PLACED', 'PLACE'],
  years: { from: 2023 },
  reads: { Episodes: ['PLACE'], PlacedAdoption: ['DATE_PLACED'] },
  check: ({ Episodes, PlacedAdoption }, _context, mark) => {
    const placed = Episodes.filter(isPlacedForAdoption)
    if (placed.length === 0 || PlacedAdoption.some((row) => !isBlank(row, 'DATE_PLACED'))) return
    for (const row of PlacedAdoption) mark(row, ['DATE_PLACED'])
    for (const episode of placed) mark(episode, ['PLACE'])
  },
}

export const cases: readonly RuleCase[] = [
  { says: 'no decision', given: { Episodes: [{ PLACE: 'U5' }, { PLACE: 'A3' }] }, fires: [['Episodes', 1, ['PLACE']]] },
  {
    says: 'a decision without its day',
    given: { Episodes: [{ PLACE: 'A6' }], PlacedAdoption: [{ REASON_PLACED_CEASED: 'RD1' }] },
    fires: [['Episodes', 0, ['PLACE']], ['PlacedAdoption', 0, ['DATE_PLACED']]],
  },
  { says: 'a decision', given: { Episodes: [{ PLACE: 'A4' }], PlacedAdoption: [{ DATE_PLACED: '01/05/2024' }] }, fires: [] },
  {
    says: 'a day that cannot be read is given',
    given: { Episodes: [{ PLACE: 'A5' }], PlacedAdoption: [{ DATE_PLACED: '31/04/2024' }] },
    fires: [],
  },
  { says: 'fostered by approved adopters, not placed for adoption', given: { Episodes: [{ PLACE: 'U5' }] }, fires: [] },
]
