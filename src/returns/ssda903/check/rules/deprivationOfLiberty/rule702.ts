import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule702: ChildRule = {
  code: '702',
  meaning: 'A deprivation of liberty order is said to have ended before it began.',
  mend: 'Correct one of the two dates from the order.',
  who: 'social worker',
  fields: ['DOLO_START', 'DOLO_END'],
  years: { from: 2027 },
  reads: { DoLo: ['DOLO_START', 'DOLO_END'] },
  check: eachRow('DoLo', ({ DOLO_START, DOLO_END }) => DOLO_START !== null && DOLO_END !== null && DOLO_END < DOLO_START),
}

export const cases: readonly RuleCase[] = [
  { says: 'a day before', given: { DoLo: [{ DOLO_START: '02/06/2026', DOLO_END: '01/06/2026' }] }, fires: [['DoLo', 0]] },
  { says: 'the same day', given: { DoLo: [{ DOLO_START: '02/06/2026', DOLO_END: '02/06/2026' }] }, fires: [] },
  {
    says: 'in force, or an end that cannot be read',
    given: { DoLo: [{ DOLO_START: '02/06/2026' }, { DOLO_START: '02/06/2026', DOLO_END: '31/04/2026' }] },
    fires: [],
  },
]
