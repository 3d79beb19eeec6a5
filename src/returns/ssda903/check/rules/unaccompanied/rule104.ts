import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { isUnreadable } from '../../rows.ts'

export const rule104: ChildRule = {
  code: '104',
  meaning: 'The date on which the child ceased to be an unaccompanied asylum-seeking child is not a date.',
  mend: 'Give it as day, month and year.',
  who: 'social worker',
  fields: ['DUC'],
  years: { from: 2023 },
  reads: { UASC: ['DUC'] },
  check: eachRow('UASC', (row) => isUnreadable(row, 'DUC')),
}

export const cases: readonly RuleCase[] = [
  { says: 'no such day', given: { UASC: [{ DUC: '31/11/2025' }] }, fires: [['UASC', 0]] },
  { says: 'a date', given: { UASC: [{ DUC: '30/11/2025' }] }, fires: [] },
  { says: 'blank: the status goes on', given: { UASC: [{ DUC: '' }] }, fires: [] },
]
