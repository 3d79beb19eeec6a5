import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule570: ChildRule = {
  code: '570',
  meaning: 'The child went missing or away after 31 March, the end of the year.',
  mend: 'Check the day. What began after 31 March belongs in the next return.',
  who: 'returns team',
  fields: ['MIS_START'],
  years: { from: 2023 },
  reads: { Missing: ['MIS_START'] },
  check: eachRow('Missing', ({ MIS_START }, { end }) => MIS_START !== null && MIS_START > end),
}

export const cases: readonly RuleCase[] = [
  { says: 'on 1 April after the year', given: { Missing: [{ MIS_START: '01/04/2026' }] }, fires: [['Missing', 0]] },
  { says: 'on 31 March', given: { Missing: [{ MIS_START: '31/03/2026' }] }, fires: [] },
  { says: 'in the year before', given: { Missing: [{ MIS_START: '31/03/2025' }] }, fires: [] },
]
