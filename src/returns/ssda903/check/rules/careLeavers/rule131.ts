import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule131: ChildRule = {
  code: '131',
  meaning: 'Whether you are in touch with the care leaver is not one of the codes.',
  mend: 'Give YES, NO, DIED, REFU, NREQ or RHOM.',
  who: 'leaving care team',
  fields: ['IN_TOUCH'],
  years: { from: 2023 },
  reads: { OC3: ['IN_TOUCH'] },
  check: eachRow('OC3', ({ IN_TOUCH }, { codes }) => IN_TOUCH !== '' && !codes('IN_TOUCH').has(IN_TOUCH)),
}

export const cases: readonly RuleCase[] = [
  { says: 'a code that does not exist', given: { OC3: [{ IN_TOUCH: '1' }] }, fires: [['OC3', 0]] },
  {
    says: 'every code there is, in either case',
    given: { OC3: [{ IN_TOUCH: 'Yes' }, { IN_TOUCH: 'NO' }, { IN_TOUCH: 'DIED' }, { IN_TOUCH: 'REFU' }, { IN_TOUCH: 'NREQ' }, { IN_TOUCH: 'RHOM' }] },
    fires: [],
  },
  { says: 'no code: that is rule 153', given: { OC3: [{ IN_TOUCH: '' }] }, fires: [] },
]
