import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule703: ChildRule = {
  code: '703',
  meaning: 'A deprivation of liberty order began after the year of the return.',
  mend: 'Correct the date, or leave the order for the next return.',
  who: 'returns team',
  fields: ['DOLO_START'],
  years: { from: 2027 },
  reads: { DoLo: ['DOLO_START'] },
  check: eachRow('DoLo', ({ DOLO_START }, { end }) => DOLO_START !== null && DOLO_START > end),
}

export const cases: readonly RuleCase[] = [
  { says: '1 April, after the year', given: { DoLo: [{ DOLO_START: '01/04/2027' }] }, fires: [['DoLo', 0]] },
  { says: '31 March', given: { DoLo: [{ DOLO_START: '31/03/2027' }] }, fires: [] },
  { says: 'before the year, and still in force', given: { DoLo: [{ DOLO_START: '31/03/2026' }] }, fires: [] },
]
