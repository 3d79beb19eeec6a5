import { birthday } from '../../../../../core/time/localDate.ts'
import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule304: ChildRule = {
  code: '304',
  meaning: 'The child is said to have been an unaccompanied asylum-seeking child after their 18th birthday.',
  mend: 'Give the 18th birthday, or the earlier day on which the status ceased.',
  who: 'social worker',
  fields: ['DUC'],
  years: { from: 2023 },
  reads: { UASC: ['DUC', 'DOB'] },
  check: eachRow('UASC', ({ DUC, DOB }) => DUC !== null && DOB !== null && DUC > birthday(DOB, 18)),
}

export const cases: readonly RuleCase[] = [
  { says: 'the day after the birthday', given: { UASC: [{ DOB: '13/10/2007', DUC: '14/10/2025' }] }, fires: [['UASC', 0]] },
  { says: 'on the birthday', given: { UASC: [{ DOB: '13/10/2007', DUC: '13/10/2025' }] }, fires: [] },
  { says: 'born on 29 February: 18 on 1 March', given: { UASC: [{ DOB: '29/02/2008', DUC: '01/03/2026' }] }, fires: [] },
  { says: 'born on 29 February, the day after', given: { UASC: [{ DOB: '29/02/2008', DUC: '02/03/2026' }] }, fires: [['UASC', 0]] },
  {
    says: 'one date is missing or cannot be read',
    given: { UASC: [{ DUC: '14/10/2025' }, { CHILD: '2', DOB: '13/10/2007', DUC: '31/11/2025' }] },
    fires: [],
  },
]
