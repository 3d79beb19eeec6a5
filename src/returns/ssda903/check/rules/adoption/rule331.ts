import { adoptionOrder, adoptionPlacements } from '../../adoption.ts'
import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule331: ChildRule = {
  code: '331',
  meaning: 'The child was adopted, and was placed for adoption with the adopters before being matched with them.',
  mend: 'Check the day of the match and the day the placement for adoption began.',
  who: 'adoption team',
  fields: ['DATE_MATCH', 'DECOM', 'REC'],
  years: { from: 2023 },
  reads: { AD1: ['DATE_MATCH'], Episodes: ['DECOM', 'RNE', 'PLACE', 'DEC', 'REC'] },
  // The fields name REC: the placement spoken of is the one that ended in adoption. What counts is the day it began, even
  // where a change of legal status began another episode within it. An order without such a placement is rule 390.
  check: (child, context, mark) => {
    if (child.AD1.length === 0) return
    const order = adoptionOrder(child, context)
    const ended = order?.DECOM ?? null
    if (order === undefined || ended === null) return
    const placed = adoptionPlacements(child).findLast(({ on }) => on <= ended)
    if (placed === undefined) return
    for (const row of child.AD1) {
      if (row.DATE_MATCH === null || row.DATE_MATCH <= placed.on) continue
      mark(row, ['DATE_MATCH'])
      mark(placed.episode, ['DECOM'])
      mark(order, ['REC'])
    }
  },
}

export const cases: readonly RuleCase[] = [
  {
    says: 'matched the day after the placement began',
    given: {
      AD1: [{ DATE_MATCH: '02/05/2025' }],
      Episodes: [{ DECOM: '01/05/2025', RNE: 'P', PLACE: 'A6', DEC: '01/02/2026', REC: 'E12' }],
    },
    fires: [['AD1', 0, ['DATE_MATCH']], ['Episodes', 0, ['DECOM']], ['Episodes', 0, ['REC']]],
  },
  {
    says: 'matched the same day',
    given: {
      AD1: [{ DATE_MATCH: '01/05/2025' }],
      Episodes: [{ DECOM: '01/05/2025', RNE: 'P', PLACE: 'A6', DEC: '01/02/2026', REC: 'E12' }],
    },
    fires: [],
  },
  {
    says: 'matched between the placement and a change of legal status in it',
    given: {
      AD1: [{ DATE_MATCH: '01/07/2025' }],
      Episodes: [
        { DECOM: '01/05/2025', RNE: 'P', PLACE: 'A4', DEC: '01/09/2025', REC: 'X1' },
        { DECOM: '01/09/2025', RNE: 'U', PLACE: 'A6', DEC: '01/02/2026', REC: 'E11' },
      ],
    },
    fires: [['AD1', 0, ['DATE_MATCH']], ['Episodes', 0, ['DECOM']], ['Episodes', 1, ['REC']]],
  },
  {
    says: 'an earlier placement with others does not count',
    given: {
      AD1: [{ DATE_MATCH: '01/07/2025' }],
      Episodes: [
        { DECOM: '01/05/2025', RNE: 'P', PLACE: 'A6', DEC: '01/09/2025', REC: 'X1' },
        { DECOM: '01/09/2025', RNE: 'P', PLACE: 'A6', DEC: '01/02/2026', REC: 'E11' },
      ],
    },
    fires: [],
  },
  {
    says: 'a match that cannot be read',
    given: { AD1: [{ DATE_MATCH: '31/06/2025' }], Episodes: [{ DECOM: '01/05/2025', RNE: 'P', PLACE: 'A6', DEC: '01/02/2026', REC: 'E12' }] },
    fires: [],
  },
]
