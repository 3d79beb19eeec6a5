import { isShortBreak } from '../../care.ts'
import { isOrderKnown } from '../../chain.ts'
import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule118: ChildRule = {
  code: '118',
  meaning: 'A decision that the child should be placed for adoption was reversed before the year began, or before the child came into care.',
  mend: 'Check the day of the reversal: the return of its own year is the place for an earlier one.',
  who: 'adoption team',
  // The list names DECOM twice: the first of the two stands for the day of the reversal.
  fields: ['DATE_PLACED_CEASED', 'DECOM', 'LS'],
  years: { from: 2023 },
  reads: { PlacedAdoption: ['DATE_PLACED_CEASED'], Episodes: ['DECOM', 'LS'] },
  // The fields name LS: short breaks are not the care spoken of. The earliest care of the year's file is what counts, for
  // a decision reversed in a period of care that ended since stands in the same file.
  check: (child, { start }, mark) => {
    if (child.PlacedAdoption.length === 0) return
    const first = child.Episodes.find((episode) => !isShortBreak(episode))
    const known = isOrderKnown(child)
    for (const row of child.PlacedAdoption) {
      const day = row.DATE_PLACED_CEASED
      if (day === null) continue
      const beforeCare = known && first !== undefined && first.DECOM !== null && day < first.DECOM
      if (day < start || beforeCare) mark(row, ['DATE_PLACED_CEASED'])
      if (beforeCare) mark(first, ['DECOM', 'LS'])
    }
  },
}

export const cases: readonly RuleCase[] = [
  {
    says: 'the day before the year',
    given: { PlacedAdoption: [{ DATE_PLACED_CEASED: '31/03/2025' }], Episodes: [{ DECOM: '01/02/2024', LS: 'C2' }] },
    fires: [['PlacedAdoption', 0, ['DATE_PLACED_CEASED']]],
  },
  {
    says: 'the first day of the year',
    given: { PlacedAdoption: [{ DATE_PLACED_CEASED: '01/04/2025' }], Episodes: [{ DECOM: '01/02/2024', LS: 'C2' }] },
    fires: [],
  },
  {
    says: 'the day before the child came into care',
    given: { PlacedAdoption: [{ DATE_PLACED_CEASED: '09/06/2025' }], Episodes: [{ DECOM: '10/06/2025', LS: 'C1' }] },
    fires: [['PlacedAdoption', 0, ['DATE_PLACED_CEASED']], ['Episodes', 0, ['DECOM', 'LS']]],
  },
  {
    says: 'the day the child came into care',
    given: { PlacedAdoption: [{ DATE_PLACED_CEASED: '10/06/2025' }], Episodes: [{ DECOM: '10/06/2025', LS: 'C1' }] },
    fires: [],
  },
  {
    says: 'only short breaks before',
    given: { PlacedAdoption: [{ DATE_PLACED_CEASED: '09/06/2025' }], Episodes: [{ DECOM: '05/05/2025', LS: 'V3' }, { DECOM: '10/06/2025', LS: 'V2' }] },
    fires: [['PlacedAdoption', 0, ['DATE_PLACED_CEASED']], ['Episodes', 1, ['DECOM', 'LS']]],
  },
  { says: 'not reversed', given: { PlacedAdoption: [{}], Episodes: [{ DECOM: '10/06/2025', LS: 'C1' }] }, fires: [] },
]
