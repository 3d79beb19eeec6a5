import { adoptionColumns, adoptionOrder } from '../../adoption.ts'
import { anyBlank, blankOf } from '../../given.ts'
import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule601: ChildRule = {
  code: '601',
  meaning: 'The child was adopted in the year, but the details of the adoption are missing or not complete.',
  mend: 'Give all six details of the adoption; or mend the reason the last episode ended.',
  who: 'adoption team',
  fields: ['REC', ...adoptionColumns],
  years: { from: 2023 },
  reads: { Episodes: ['DEC', 'REC'], AD1: adoptionColumns },
  check: (child, context, mark) => {
    const order = adoptionOrder(child, context)
    if (order === undefined) return
    const wanting = child.AD1.filter((row) => anyBlank(row, adoptionColumns))
    if (child.AD1.length === 0 || wanting.length > 0) mark(order, ['REC'])
    for (const row of wanting) mark(row, blankOf(row, adoptionColumns))
  },
}

export const cases: readonly RuleCase[] = [
  { says: 'no details', given: { Episodes: [{ DEC: '01/02/2026', REC: 'E12' }] }, fires: [['Episodes', 0, ['REC']]] },
  {
    says: 'the match is missing',
    given: {
      Episodes: [{ DEC: '01/02/2026', REC: 'E11' }],
      AD1: [{ DATE_INT: '01/05/2024', FOSTER_CARE: '0', NB_ADOPTR: '2', SEX_ADOPTR: 'MF', LS_ADOPTR: 'L11' }],
    },
    fires: [['Episodes', 0, ['REC']], ['AD1', 0, ['DATE_MATCH']]],
  },
  {
    says: 'all six, a date among them that cannot be read',
    given: {
      Episodes: [{ DEC: '01/02/2026', REC: 'E11' }],
      AD1: [{ DATE_INT: '01/05/2024', DATE_MATCH: '31/09/2024', FOSTER_CARE: '0', NB_ADOPTR: '2', SEX_ADOPTR: 'MF', LS_ADOPTR: 'L11' }],
    },
    fires: [],
  },
  {
    says: 'adopted on the first and on the last day of the year',
    given: { Episodes: [{ DEC: '01/04/2025', REC: 'E11' }, { CHILD: '2', DEC: '31/03/2026', REC: 'E11' }] },
    fires: [['Episodes', 0, ['REC']], ['Episodes', 1, ['REC']]],
  },
  { says: 'adopted the day before the year', given: { Episodes: [{ DEC: '31/03/2025', REC: 'E11' }] }, fires: [] },
  { says: 'not adopted', given: { Episodes: [{ DEC: '01/02/2026', REC: 'E45' }] }, fires: [] },
]
