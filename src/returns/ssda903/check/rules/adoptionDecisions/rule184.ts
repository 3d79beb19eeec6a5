import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule184: ChildRule = {
  code: '184',
  meaning: 'It was decided that the child should be placed for adoption before the child was born.',
  mend: 'Check the day of the decision and the date of birth.',
  who: 'adoption team',
  fields: ['DATE_PLACED', 'DOB'],
  years: { from: 2023 },
  reads: { PlacedAdoption: ['DATE_PLACED'], Header: ['DOB'] },
  check: ({ Header, PlacedAdoption }, _context, mark) => {
    for (const row of PlacedAdoption) {
      if (row.DATE_PLACED === null) continue
      for (const header of Header) {
        if (header.DOB === null || row.DATE_PLACED >= header.DOB) continue
        mark(row, ['DATE_PLACED'])
        mark(header, ['DOB'])
      }
    }
  },
}

export const cases: readonly RuleCase[] = [
  {
    says: 'the day before the birth',
    given: { PlacedAdoption: [{ DATE_PLACED: '30/04/2025' }], Header: [{ DOB: '01/05/2025' }] },
    fires: [['PlacedAdoption', 0, ['DATE_PLACED']], ['Header', 0, ['DOB']]],
  },
  { says: 'the day of the birth', given: { PlacedAdoption: [{ DATE_PLACED: '01/05/2025' }], Header: [{ DOB: '01/05/2025' }] }, fires: [] },
  {
    says: 'a date of birth that cannot be read',
    given: { PlacedAdoption: [{ DATE_PLACED: '30/04/2025' }], Header: [{ DOB: '31/04/2026' }] },
    fires: [],
  },
  { says: 'no day of a decision', given: { PlacedAdoption: [{}], Header: [{ DOB: '01/05/2025' }] }, fires: [] },
]
