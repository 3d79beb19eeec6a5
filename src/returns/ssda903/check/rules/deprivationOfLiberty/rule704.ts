import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule704: ChildRule = {
  code: '704',
  meaning: 'A deprivation of liberty order ended before the year of the return began or after it ended.',
  mend: 'Correct the date. An order that was over before the year is left out; one still in force has no end.',
  who: 'returns team',
  fields: ['DOLO_END'],
  years: { from: 2027 },
  reads: { DoLo: ['DOLO_END'] },
  check: eachRow('DoLo', ({ DOLO_END }, { start, end }) => DOLO_END !== null && (DOLO_END < start || DOLO_END > end)),
}

export const cases: readonly RuleCase[] = [
  { says: '31 March, before the year', given: { DoLo: [{ DOLO_END: '31/03/2026' }] }, fires: [['DoLo', 0]] },
  { says: 'its first day and its last', given: { DoLo: [{ DOLO_END: '01/04/2026' }, { DOLO_END: '31/03/2027' }] }, fires: [] },
  { says: '1 April, after the year', given: { DoLo: [{ DOLO_END: '01/04/2027' }] }, fires: [['DoLo', 0]] },
  { says: 'still in force', given: { DoLo: [{ DOLO_START: '01/05/2026' }] }, fires: [] },
]
