import { dateOf, type LocalDate } from '../../../../../core/time/localDate.ts'
import { otherDate, partialDateText, slashDate } from '../../../read/dates.ts'
import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { latestStart } from './asked.ts'

/**
 * The earliest day that a date of order may mean: the day itself, or the first of the month or year when no more is
 * known (`zz/03/2015`); null when it is said to be unknown (`zz/zz/zzzz`); undefined when it is no date.
 */
function earliestDay(text: string, collectionYear: number): LocalDate | null | undefined {
  const plain = slashDate(text)
  if (plain !== undefined) return plain
  const partial = partialDateText(text)
  if (partial === undefined) {
    const other = otherDate(text, collectionYear)
    return other.kind === 'date' ? other.date : undefined
  }
  const year = partial.slice(6)
  const month = partial.slice(3, 5)
  return year === 'zzzz' ? null : dateOf(Number(year), month === 'zz' ? 1 : Number(month), 1)
}

export const rule632: ChildRule = {
  code: '632',
  meaning: 'The day of the earlier permanence order is not a date, or lies after the child came into care this time.',
  mend: 'Give the day of the order, with zz for a day, month or year that is not known: zz/03/2015, zz/zz/2015, zz/zz/zzzz.',
  who: 'social worker',
  fields: ['DATE_PERM', 'DECOM'],
  years: { from: 2023 },
  reads: { PrevPerm: ['DATE_PERM'], Episodes: ['DECOM', 'RNE', 'REC'] },
  // Of a partial date only what is sure is said: one that may lie before is let pass. Where care began before the first
  // episode in the file the day is held against that episode, so some wrong ones pass: the message says so itself.
  check: (child, context, mark) => {
    if (child.PrevPerm.length === 0) return
    const began = latestStart(child)
    for (const row of child.PrevPerm) {
      if (row.DATE_PERM === '') continue
      const day = earliestDay(row.DATE_PERM, context.year)
      if (day === undefined) mark(row, ['DATE_PERM'])
      else if (day !== null && began !== undefined && began.DECOM !== null && day > began.DECOM) {
        mark(row, ['DATE_PERM'])
        mark(began, ['DECOM'])
      }
    }
  },
}

export const cases: readonly RuleCase[] = [
  { says: 'no such day', given: { PrevPerm: [{ DATE_PERM: '31/06/2015' }] }, fires: [['PrevPerm', 0, ['DATE_PERM']]] },
  { says: 'no such month', given: { PrevPerm: [{ DATE_PERM: 'zz/13/2015' }] }, fires: [['PrevPerm', 0, ['DATE_PERM']]] },
  { says: 'a day without a month', given: { PrevPerm: [{ DATE_PERM: '03/zz/2015' }] }, fires: [['PrevPerm', 0, ['DATE_PERM']]] },
  {
    says: 'whole and partial dates',
    given: { PrevPerm: [{ DATE_PERM: '30/06/2015' }, { DATE_PERM: 'zz/06/2015' }, { DATE_PERM: 'ZZ/zz/2015' }, { DATE_PERM: 'zz/zz/zzzz' }, {}] },
    fires: [],
  },
  {
    says: 'the day after care began',
    given: { PrevPerm: [{ DATE_PERM: '02/05/2025' }], Episodes: [{ DECOM: '01/05/2025', RNE: 'S' }] },
    fires: [['PrevPerm', 0, ['DATE_PERM']], ['Episodes', 0, ['DECOM']]],
  },
  {
    says: 'the day care began',
    given: { PrevPerm: [{ DATE_PERM: '01/05/2025' }], Episodes: [{ DECOM: '01/05/2025', RNE: 'S' }] },
    fires: [],
  },
  {
    says: 'the month care began',
    given: { PrevPerm: [{ DATE_PERM: 'zz/05/2025' }], Episodes: [{ DECOM: '01/05/2025', RNE: 'S' }] },
    fires: [],
  },
  {
    says: 'the month after',
    given: { PrevPerm: [{ DATE_PERM: 'zz/06/2025' }], Episodes: [{ DECOM: '31/05/2025', RNE: 'S' }] },
    fires: [['PrevPerm', 0, ['DATE_PERM']], ['Episodes', 0, ['DECOM']]],
  },
  {
    says: 'between leaving care and coming back',
    given: {
      PrevPerm: [{ DATE_PERM: '10/07/2025' }],
      Episodes: [{ DECOM: '01/05/2025', RNE: 'S', DEC: '10/07/2025', REC: 'E47' }, { DECOM: '01/02/2026', RNE: 'S' }],
    },
    fires: [],
  },
]
