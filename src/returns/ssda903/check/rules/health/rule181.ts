import { outcomeColumns } from '../../outcomes.ts'
import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule181: ChildRule = {
  code: '181',
  meaning: 'One of the health and outcome questions of the year is answered with something other than 0 or 1.',
  mend: 'Give 1 for yes, 0 for no.',
  who: 'health lead',
  fields: outcomeColumns,
  years: { from: 2023 },
  reads: { OC2: outcomeColumns },
  check: ({ OC2 }, { codes }, mark) => {
    if (OC2.length === 0) return
    const yesOrNo = codes('YESNO_01')
    for (const row of OC2) {
      const wrong = outcomeColumns.filter((column) => row[column] !== '' && !yesOrNo.has(row[column]))
      if (wrong.length > 0) mark(row, wrong)
    }
  },
}

export const cases: readonly RuleCase[] = [
  {
    says: 'a 2 and a word',
    given: { OC2: [{ CONVICTED: '2', HEALTH_CHECK: '1', TEETH_CHECK: 'Yes' }] },
    fires: [['OC2', 0, ['CONVICTED', 'TEETH_CHECK']]],
  },
  { says: 'noughts and ones', given: { OC2: [{ IMMUNISATIONS: '0', TEETH_CHECK: '1', INTERVENTION_OFFERED: '0' }] }, fires: [] },
  { says: 'nothing', given: { OC2: [{}] }, fires: [] },
]
