import type { LocalDate } from '../../../../../core/time/localDate.ts'
import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { isBlank, isUnreadable, type EpisodeRow } from '../../rows.ts'

export const rule575: ChildRule = {
  code: '575',
  meaning: 'The placement from which the child went missing or away has ended, but the period of being missing or away has no end.',
  mend: 'Give the day on which the child was found, came back or moved on; if the child is still missing, check the end of the placement.',
  who: 'social worker',
  fields: ['MIS_END'],
  years: { from: 2023 },
  reads: { Episodes: ['DECOM', 'DEC', 'RNE'], Missing: ['MIS_START', 'MIS_END'] },
  check({ Episodes, Missing }, _context, mark) {
    for (const row of Missing) {
      if (row.MIS_START !== null && isBlank(row, 'MIS_END') && hasEnded(Episodes, row.MIS_START)) mark(row)
    }
  },
}

export const cases: readonly RuleCase[] = [
  {
    says: 'missing, and moved since',
    given: {
      Episodes: [{ DECOM: '01/04/2025', RNE: 'S', DEC: '10/06/2025', REC: 'X1' }, { DECOM: '10/06/2025', RNE: 'P' }],
      Missing: [{ MISSING: 'M', MIS_START: '05/06/2025' }],
    },
    fires: [['Missing', 0]],
  },
  {
    says: 'care ended',
    given: {
      Episodes: [{ DECOM: '01/04/2025', RNE: 'S', DEC: '10/06/2025', REC: 'E8' }],
      Missing: [{ MISSING: 'A', MIS_START: '05/06/2025' }],
    },
    fires: [['Missing', 0]],
  },
  {
    says: 'only the legal status changed',
    given: {
      Episodes: [{ DECOM: '01/04/2025', RNE: 'S', DEC: '10/06/2025', REC: 'X1' }, { DECOM: '10/06/2025', RNE: 'L' }],
      Missing: [{ MISSING: 'M', MIS_START: '05/06/2025' }],
    },
    fires: [],
  },
  {
    says: 'the legal status changed, and then the placement',
    given: {
      Episodes: [
        { DECOM: '01/04/2025', RNE: 'S', DEC: '10/06/2025', REC: 'X1' },
        { DECOM: '10/06/2025', RNE: 'L', DEC: '12/06/2025', REC: 'X1' },
        { DECOM: '12/06/2025', RNE: 'P' },
      ],
      Missing: [{ MISSING: 'M', MIS_START: '05/06/2025' }],
    },
    fires: [['Missing', 0]],
  },
  {
    says: 'missing since the day of the move: from the new placement',
    given: {
      Episodes: [{ DECOM: '01/04/2025', RNE: 'S', DEC: '10/06/2025', REC: 'X1' }, { DECOM: '10/06/2025', RNE: 'P' }],
      Missing: [{ MISSING: 'M', MIS_START: '10/06/2025' }],
    },
    fires: [],
  },
  {
    says: 'back before the move',
    given: {
      Episodes: [{ DECOM: '01/04/2025', RNE: 'S', DEC: '10/06/2025', REC: 'X1' }, { DECOM: '10/06/2025', RNE: 'P' }],
      Missing: [{ MISSING: 'M', MIS_START: '05/06/2025', MIS_END: '06/06/2025' }],
    },
    fires: [],
  },
]

/** Whether the placement in which the child was on a day is over. A legal status that changes (L) leaves it what it was. */
function hasEnded(episodes: readonly EpisodeRow[], day: LocalDate): boolean {
  let at = episodes.findLastIndex((one) => one.DECOM !== null && one.DECOM <= day)
  const since = episodes[at]
  if (since === undefined || isUnreadable(since, 'DEC') || (since.DEC !== null && since.DEC < day)) return false
  while (episodes[at + 1]?.RNE === 'L' && episodes[at + 1]?.DECOM !== null) at += 1
  return episodes[at]?.DEC !== null
}
