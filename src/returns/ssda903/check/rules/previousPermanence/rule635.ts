import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule635: ChildRule = {
  code: '635',
  meaning: 'The child is said to have had no earlier permanence, but a date of an order or an authority that arranged one is given.',
  mend: 'Take the date and the authority away, or give the code of the permanence there was.',
  who: 'social worker',
  fields: ['LA_PERM', 'DATE_PERM', 'PREV_PERM'],
  years: { from: 2023 },
  reads: { PrevPerm: ['LA_PERM', 'DATE_PERM', 'PREV_PERM'] },
  // Either entry contradicts Z1: 'and' in the message lists the two fields that must be blank.
  check: eachRow('PrevPerm', ({ LA_PERM, DATE_PERM, PREV_PERM }) => PREV_PERM === 'Z1' && (LA_PERM !== '' || DATE_PERM !== '')),
}

export const cases: readonly RuleCase[] = [
  { says: 'both', given: { PrevPerm: [{ PREV_PERM: 'Z1', LA_PERM: '309', DATE_PERM: '01/06/2014' }] }, fires: [['PrevPerm', 0]] },
  {
    says: 'one of the two',
    given: { PrevPerm: [{ PREV_PERM: 'Z1', LA_PERM: '309' }, { CHILD: '2', PREV_PERM: 'Z1', DATE_PERM: 'zz/zz/zzzz' }] },
    fires: [['PrevPerm', 0], ['PrevPerm', 1]],
  },
  { says: 'neither', given: { PrevPerm: [{ PREV_PERM: 'Z1' }] }, fires: [] },
  { says: 'an adoption', given: { PrevPerm: [{ PREV_PERM: 'P1', LA_PERM: '309', DATE_PERM: '01/06/2014' }] }, fires: [] },
]
