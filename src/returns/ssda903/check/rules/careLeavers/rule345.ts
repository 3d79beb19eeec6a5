import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule345: ChildRule = {
  code: '345',
  meaning: 'You are in touch with the care leaver, but activity or accommodation is given as not known.',
  mend: 'Give the activity and the accommodation, or mend whether you are in touch.',
  who: 'leaving care team',
  fields: ['IN_TOUCH', 'ACTIV', 'ACCOM'],
  years: { from: 2023 },
  reads: { OC3: ['IN_TOUCH', 'ACTIV', 'ACCOM'] },
  check: eachRow('OC3', ({ IN_TOUCH, ACTIV, ACCOM }) => IN_TOUCH === 'YES' && (ACTIV === '0' || ACCOM === '0')),
}

export const cases: readonly RuleCase[] = [
  { says: 'activity 0', given: { OC3: [{ IN_TOUCH: 'YES', ACTIV: '0', ACCOM: 'B1' }] }, fires: [['OC3', 0]] },
  { says: 'accommodation 0', given: { OC3: [{ IN_TOUCH: 'YES', ACTIV: 'F1', ACCOM: '0' }] }, fires: [['OC3', 0]] },
  { says: 'both told', given: { OC3: [{ IN_TOUCH: 'YES', ACTIV: 'F1', ACCOM: 'B1' }] }, fires: [] },
  { says: 'not in touch', given: { OC3: [{ IN_TOUCH: 'NO', ACTIV: '0', ACCOM: '0' }] }, fires: [] },
]
