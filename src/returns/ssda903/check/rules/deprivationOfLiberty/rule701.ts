import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { isUnreadable } from '../../rows.ts'

export const rule701: ChildRule = {
  code: '701',
  meaning: 'The day on which a deprivation of liberty order ended is not a date.',
  mend: 'Give it as day, month and year, or leave it blank while the order is in force.',
  who: 'social worker',
  fields: ['DOLO_END'],
  years: { from: 2027 },
  reads: { DoLo: ['DOLO_END'] },
  check: eachRow('DoLo', (row) => isUnreadable(row, 'DOLO_END')),
}

export const cases: readonly RuleCase[] = [
  { says: 'no such day', given: { DoLo: [{ DOLO_END: '31/06/2026' }] }, fires: [['DoLo', 0]] },
  { says: 'a date', given: { DoLo: [{ DOLO_END: '30/06/2026' }] }, fires: [] },
  { says: 'blank: still in force', given: { DoLo: [{ DOLO_START: '30/06/2026' }] }, fires: [] },
]
