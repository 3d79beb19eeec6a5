import { careLeaverColumns } from '../../careLeavers.ts'
import { anyGiven } from '../../given.ts'
import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule348: ChildRule = {
  code: '348',
  meaning: 'Care leaver information is given for a young person whose death was told last year.',
  mend: 'Leave the young person out of this return; if the death was told in error, tell the Department for Education.',
  who: 'leaving care team',
  fields: ['IN_TOUCH'],
  years: { from: 2026 },
  reads: { OC3: careLeaverColumns },
  // The list names only OC3; what was told before stands in last year's.
  readsLast: { OC3: ['IN_TOUCH'] },
  check: eachRow(
    'OC3',
    (row, _context, { last }) => last !== null && last.OC3.some(({ IN_TOUCH }) => IN_TOUCH === 'DIED') && anyGiven(row, careLeaverColumns),
  ),
}

export const cases: readonly RuleCase[] = [
  {
    says: 'in touch with someone who died last year',
    given: { OC3: [{ IN_TOUCH: 'YES', ACTIV: 'F1', ACCOM: 'B1' }] },
    last: { OC3: [{ IN_TOUCH: 'DIED', ACTIV: '0', ACCOM: '0' }] },
    fires: [['OC3', 0]],
  },
  {
    says: 'the death told again',
    given: { OC3: [{ IN_TOUCH: 'DIED', ACTIV: '0', ACCOM: '0' }] },
    last: { OC3: [{ IN_TOUCH: 'DIED', ACTIV: '0', ACCOM: '0' }] },
    fires: [['OC3', 0]],
  },
  { says: 'not in touch last year', given: { OC3: [{ IN_TOUCH: 'YES' }] }, last: { OC3: [{ IN_TOUCH: 'NO' }] }, fires: [] },
  { says: 'a row with nothing in it', given: { OC3: [{}] }, last: { OC3: [{ IN_TOUCH: 'DIED' }] }, fires: [] },
  { says: 'somebody else died', given: { OC3: [{ IN_TOUCH: 'YES' }] }, last: { OC3: [{ CHILD: '2', IN_TOUCH: 'DIED' }] }, fires: [] },
]
