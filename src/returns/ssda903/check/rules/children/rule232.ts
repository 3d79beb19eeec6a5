import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule232: ChildRule = {
  code: '232',
  meaning: "The child's sex is returned as unknown.",
  mend: 'Give M or F if it is known. Leave U if it truly is not.',
  who: 'social worker',
  fields: ['SEX'],
  years: { from: 2025 },
  reads: { Header: ['SEX'] },
  check: eachRow('Header', ({ SEX }) => SEX === 'U'),
}

export const cases: readonly RuleCase[] = [
  { says: 'unknown', given: { Header: [{ SEX: 'U' }] }, fires: [['Header', 0]] },
  { says: 'known', given: { Header: [{ SEX: 'M' }, { CHILD: '2', SEX: 'F' }] }, fires: [] },
  { says: 'blank is for rule 101', given: { Header: [{ SEX: '' }] }, fires: [] },
]
