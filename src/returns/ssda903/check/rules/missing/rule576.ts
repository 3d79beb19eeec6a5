import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { isBlank, isUnreadable } from '../../rows.ts'

export const rule576: ChildRule = {
  code: '576',
  meaning: "Last year's return left the child missing or away, and this year's says nothing of that period.",
  mend: 'Repeat the period from last year with its start as it was, and give its end once the child was found or came back.',
  who: 'returns team',
  fields: ['CHILD'],
  years: { from: 2023 },
  reads: { Missing: ['MIS_START'] },
  readsLast: { Missing: ['MIS_START', 'MIS_END'] },
  check({ Missing, last }, _context, mark) {
    if (last === null) return
    for (const open of last.Missing) {
      if (open.MIS_START === null || !isBlank(open, 'MIS_END')) continue
      // A start of this year that cannot be read may be the one that is looked for.
      if (Missing.some((row) => row.MIS_START === open.MIS_START || isUnreadable(row, 'MIS_START'))) continue
      // Nothing of this year stands for what is not there, so last year's row says which period it is.
      mark(open)
    }
  },
}

export const cases: readonly RuleCase[] = [
  {
    says: 'nothing this year',
    given: { Header: [{}] },
    last: { Missing: [{ MISSING: 'M', MIS_START: '20/03/2025' }] },
    fires: [['Missing_last', 0]],
  },
  {
    says: 'another start this year',
    given: { Missing: [{ MISSING: 'M', MIS_START: '21/03/2025', MIS_END: '10/04/2025' }] },
    last: { Missing: [{ MISSING: 'M', MIS_START: '20/03/2025' }] },
    fires: [['Missing_last', 0]],
  },
  {
    says: 'the same period, ended since',
    given: { Missing: [{ MISSING: 'M', MIS_START: '20/03/2025', MIS_END: '10/04/2025' }] },
    last: { Missing: [{ MISSING: 'M', MIS_START: '20/03/2025' }] },
    fires: [],
  },
  {
    says: 'it had ended last year',
    given: { Header: [{}] },
    last: { Missing: [{ MISSING: 'M', MIS_START: '20/03/2025', MIS_END: '31/03/2025' }] },
    fires: [],
  },
  {
    says: 'a start of this year that cannot be read',
    given: { Missing: [{ MISSING: 'M', MIS_START: '20th March' }] },
    last: { Missing: [{ MISSING: 'M', MIS_START: '20/03/2025' }] },
    fires: [],
  },
]
