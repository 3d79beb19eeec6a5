import { anyGiven } from '../../given.ts'
import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule631: ChildRule = {
  code: '631',
  meaning: 'What permanence the child had before is not one of the codes, or is left blank beside a date or an authority.',
  mend: 'Give P1 to P4, or Z1 if there was no earlier permanence.',
  who: 'social worker',
  fields: ['PREV_PERM'],
  years: { from: 2023 },
  reads: { PrevPerm: ['PREV_PERM'] },
  readsIfGiven: { PrevPerm: ['LA_PERM', 'DATE_PERM'] },
  // A row that gives anything has to give the code: a blank is none, as it is none of RNE (rule 143). A row of blanks says
  // nothing of anything, as an empty PERMANENCE of the XML does: of whom a code is asked rule 630 tells, and a child who
  // came into care before 1 April 2016 must have none (rule 634), so here it could never be put right.
  check: eachRow('PrevPerm', (row, { codes }) =>
    !codes('PREV_PERM').has(row.PREV_PERM) && anyGiven(row, ['PREV_PERM', 'LA_PERM', 'DATE_PERM'])),
}

export const cases: readonly RuleCase[] = [
  { says: 'a code that does not exist', given: { PrevPerm: [{ PREV_PERM: 'P5' }] }, fires: [['PrevPerm', 0]] },
  {
    says: 'blank',
    given: { PrevPerm: [{ LA_PERM: '309' }, { CHILD: '2', DATE_PERM: 'zz/zz/2012' }] },
    fires: [['PrevPerm', 0], ['PrevPerm', 1]],
  },
  { says: 'a row of blanks', given: { PrevPerm: [{}] }, fires: [] },
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
