import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { isBlank, isUnreadable, type RowOf } from '../../rows.ts'

type MissingRow = RowOf<'Missing'>

export const rule574: ChildRule = {
  code: '574',
  meaning: 'The child went missing or away while already missing or away: the one period is still open, or the two overlap.',
  mend: 'Check the days. Close the earlier period before the next begins; a child who goes from away to missing has two periods that meet on one day.',
  who: 'social worker',
  fields: ['MIS_START', 'MIS_END'],
  years: { from: 2023 },
  reads: { Missing: ['MIS_START', 'MIS_END'] },
  check({ Missing }, _context, mark) {
    if (Missing.length < 2) return
    // What begins or ends on a day that cannot be read is left out: nothing follows from where it stands.
    const readable = Missing.filter((row) => row.MIS_START !== null && !isUnreadable(row, 'MIS_END')).toSorted(inOrder)
    let longest: MissingRow | undefined
    for (const row of readable) {
      // Meeting on one day is no overlap: a child can go missing twice in a day, or be away first and then missing.
      if (longest !== undefined && startOf(row) < endOf(longest)) {
        mark(longest, ['MIS_END'])
        mark(row, ['MIS_START'])
      }
      if (longest === undefined || endOf(row) > endOf(longest)) longest = row
    }
  },
}

export const cases: readonly RuleCase[] = [
  {
    says: 'a new period while the last is open',
    given: { Missing: [{ MIS_START: '05/06/2025' }, { MIS_START: '01/07/2025', MIS_END: '02/07/2025' }] },
    fires: [['Missing', 0, ['MIS_END']], ['Missing', 1, ['MIS_START']]],
  },
  {
    says: 'two that overlap, the later written first',
    given: { Missing: [{ MIS_START: '09/06/2025', MIS_END: '20/06/2025' }, { MIS_START: '05/06/2025', MIS_END: '10/06/2025' }] },
    fires: [['Missing', 1, ['MIS_END']], ['Missing', 0, ['MIS_START']]],
  },
  {
    says: 'a long one around two short ones',
    given: {
      Missing: [
        { MIS_START: '01/06/2025', MIS_END: '30/06/2025' },
        { MIS_START: '05/06/2025', MIS_END: '06/06/2025' },
        { MIS_START: '08/06/2025', MIS_END: '09/06/2025' },
      ],
    },
    fires: [['Missing', 0, ['MIS_END']], ['Missing', 1, ['MIS_START']], ['Missing', 2, ['MIS_START']]],
  },
  {
    says: 'away, then missing from the same day on',
    given: { Missing: [{ MISSING: 'A', MIS_START: '05/06/2025', MIS_END: '07/06/2025' }, { MISSING: 'M', MIS_START: '07/06/2025' }] },
    fires: [],
  },
  {
    says: 'twice on one day',
    given: { Missing: [{ MIS_START: '05/06/2025', MIS_END: '05/06/2025' }, { MIS_START: '05/06/2025', MIS_END: '05/06/2025' }] },
    fires: [],
  },
  {
    says: 'an end that cannot be read is not open',
    given: { Missing: [{ MIS_START: '05/06/2025', MIS_END: 'June' }, { MIS_START: '01/07/2025', MIS_END: '02/07/2025' }] },
    fires: [],
  },
]

const startOf = ({ MIS_START }: MissingRow): number => MIS_START ?? Number.POSITIVE_INFINITY

const endOf = (row: MissingRow): number => (isBlank(row, 'MIS_END') ? Number.POSITIVE_INFINITY : (row.MIS_END ?? Number.POSITIVE_INFINITY))

const inOrder = (a: MissingRow, b: MissingRow): number =>
  startOf(a) - startOf(b) || (endOf(a) === endOf(b) ? a.row - b.row : endOf(a) - endOf(b))
