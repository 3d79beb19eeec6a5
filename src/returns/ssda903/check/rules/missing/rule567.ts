import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule567: ChildRule = {
  code: '567',
  meaning: 'The child was found or came back before going missing or away.',
  mend: 'Check both days: one of them is wrong.',
  who: 'social worker',
  fields: ['MIS_START', 'MIS_END'],
  years: { from: 2023 },
  reads: { Missing: ['MIS_START', 'MIS_END'] },
  check: eachRow('Missing', ({ MIS_START, MIS_END }) => MIS_START !== null && MIS_END !== null && MIS_END < MIS_START),
}

export const cases: readonly RuleCase[] = [
  {
    says: 'back the day before',
    given: { Missing: [{ MIS_START: '05/06/2025', MIS_END: '04/06/2025' }] },
    fires: [['Missing', 0]],
  },
  { says: 'back the same day', given: { Missing: [{ MIS_START: '05/06/2025', MIS_END: '05/06/2025' }] }, fires: [] },
  { says: 'still missing', given: { Missing: [{ MIS_START: '05/06/2025' }] }, fires: [] },
  { says: 'an end that cannot be read', given: { Missing: [{ MIS_START: '05/06/2025', MIS_END: 'May' }] }, fires: [] },
]
