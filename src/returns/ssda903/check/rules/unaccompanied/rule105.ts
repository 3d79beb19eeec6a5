import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule105: ChildRule = {
  code: '105',
  meaning: 'It is not said, or not in one of the codes, whether the child is an unaccompanied asylum-seeking child.',
  mend: 'Give 1 if the child was one at any time in the year, 0 if not.',
  who: 'returns team',
  fields: ['UASC'],
  years: { from: 2023 },
  // Only the XML has the flag: for CSV files the rule does not run.
  reads: { Header: ['UASC'] },
  check: eachRow('Header', ({ UASC }, { codes }) => !codes('UASC').has(UASC)),
}

export const cases: readonly RuleCase[] = [
  { says: 'blank', given: { Header: [{ UASC: '' }] }, fires: [['Header', 0]] },
  { says: 'a code that does not exist', given: { Header: [{ UASC: 'Y' }] }, fires: [['Header', 0]] },
  { says: 'yes and no', given: { Header: [{ UASC: '1' }, { CHILD: '2', UASC: '0' }] }, fires: [] },
]
