import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule631: ChildRule = {
  code: '631',
  meaning: 'What permanence the child had before is blank or not one of the codes.',
  mend: 'Give P1 to P4, or Z1 if there was no earlier permanence.',
  who: 'social worker',
  fields: ['PREV_PERM'],
  years: { from: 2023 },
  reads: { PrevPerm: ['PREV_PERM'] },
  // A row of this table is there to give the code: a blank is none, as it is none of RNE (rule 143).
  check: eachRow('PrevPerm', ({ PREV_PERM }, { codes }) => !codes('PREV_PERM').has(PREV_PERM)),
}

export const cases: readonly RuleCase[] = [
  { says: 'a code that does not exist', given: { PrevPerm: [{ PREV_PERM: 'P5' }] }, fires: [['PrevPerm', 0]] },
  { says: 'blank', given: { PrevPerm: [{ LA_PERM: '309' }] }, fires: [['PrevPerm', 0]] },
  {
    says: 'every code there is',
    given: {
      PrevPerm: [
        { PREV_PERM: 'P1' }, { CHILD: '2', PREV_PERM: 'P2' }, { CHILD: '3', PREV_PERM: 'P3' }, { CHILD: '4', PREV_PERM: 'P4' },
        { CHILD: '5', PREV_PERM: 'Z1' },
      ],
    },
    fires: [],
  },
]
