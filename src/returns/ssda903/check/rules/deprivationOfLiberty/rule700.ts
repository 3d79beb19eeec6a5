import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule700: ChildRule = {
  code: '700',
  meaning: 'The day on which a deprivation of liberty order began is blank or is not a date.',
  mend: 'Give it as day, month and year, from the order.',
  who: 'social worker',
  fields: ['DOLO_START'],
  years: { from: 2027 },
  reads: { DoLo: ['DOLO_START'] },
  // Every order began some day, and no other rule asks for it.
  check: eachRow('DoLo', ({ DOLO_START }) => DOLO_START === null),
}

export const cases: readonly RuleCase[] = [
  { says: 'no such day', given: { DoLo: [{ DOLO_START: '31/06/2026' }] }, fires: [['DoLo', 0]] },
  { says: 'blank', given: { DoLo: [{ DOLO_END: '30/06/2026' }] }, fires: [['DoLo', 0]] },
  { says: 'a date', given: { DoLo: [{ DOLO_START: '30/06/2026' }] }, fires: [] },
]
