import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule571: ChildRule = {
  code: '571',
  meaning: 'The child was found or came back outside the year, which runs from 1 April to 31 March.',
  mend: 'Check the day. What ended before 1 April is left out; leave the end blank if the child was still missing on 31 March.',
  who: 'returns team',
  fields: ['MIS_END'],
  years: { from: 2023 },
  reads: { Missing: ['MIS_END'] },
  check: eachRow('Missing', ({ MIS_END }, { start, end }) => MIS_END !== null && (MIS_END < start || MIS_END > end)),
}

export const cases: readonly RuleCase[] = [
  {
    says: 'on 31 March before the year',
    given: { Missing: [{ MIS_START: '01/03/2025', MIS_END: '31/03/2025' }] },
    fires: [['Missing', 0]],
  },
  {
    says: 'on 1 April after the year',
    given: { Missing: [{ MIS_START: '01/03/2026', MIS_END: '01/04/2026' }] },
    fires: [['Missing', 0]],
  },
  {
    says: 'on its first and its last day',
    given: { Missing: [{ MIS_START: '01/03/2025', MIS_END: '01/04/2025' }, { MIS_START: '01/03/2026', MIS_END: '31/03/2026' }] },
    fires: [],
  },
  { says: 'still missing', given: { Missing: [{ MIS_START: '01/03/2026' }] }, fires: [] },
]
