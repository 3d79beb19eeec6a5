import { careLeaverColumns } from '../../careLeavers.ts'
import { anyBlank, anyGiven } from '../../given.ts'
import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule153: ChildRule = {
  code: '153',
  meaning: 'Of being in touch, activity and accommodation of a care leaver some are given and others left blank.',
  mend: 'Give all three, with 0 for what is not known; or none.',
  who: 'leaving care team',
  fields: careLeaverColumns,
  years: { from: 2023 },
  reads: { OC3: careLeaverColumns },
  check: eachRow('OC3', (row) => anyGiven(row, careLeaverColumns) && anyBlank(row, careLeaverColumns)),
}

export const cases: readonly RuleCase[] = [
  { says: 'accommodation is missing', given: { OC3: [{ IN_TOUCH: 'YES', ACTIV: 'F1' }] }, fires: [['OC3', 0]] },
  { says: 'only a 0', given: { OC3: [{ ACTIV: '0' }] }, fires: [['OC3', 0]] },
  { says: 'all three', given: { OC3: [{ IN_TOUCH: 'NO', ACTIV: '0', ACCOM: '0' }] }, fires: [] },
  { says: 'none', given: { OC3: [{ DOB: '01/05/2007' }] }, fires: [] },
]
