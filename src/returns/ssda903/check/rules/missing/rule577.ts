import { careStretches, stretchOn } from './careStretches.ts'
import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { isBlank } from '../../rows.ts'

export const rule577: ChildRule = {
  code: '577',
  meaning: 'The child is no longer looked after, but a period of being missing or away has no end.',
  mend: 'Give its end: the day the child was found or came back, or the day care ended if the child was still missing then.',
  who: 'social worker',
  fields: ['MIS_END'],
  years: { from: 2023 },
  reads: { Episodes: ['DECOM', 'RNE', 'DEC', 'REC'], Missing: ['MIS_START', 'MIS_END'] },
  check(child, context, mark) {
    const open = child.Missing.filter((row) => isBlank(row, 'MIS_END'))
    if (open.length === 0) return
    const stretches = careStretches(child, context)
    for (const row of open) {
      // Without a start, or outside care, it is the end of all care that matters.
      const stretch = (row.MIS_START === null ? undefined : stretchOn(stretches, row.MIS_START)) ?? stretches.at(-1)
      if (stretch !== undefined && stretch.to !== null) mark(row)
    }
  },
}

export const cases: readonly RuleCase[] = [
  {
    says: 'care ended while missing',
    given: { Episodes: [{ DECOM: '01/04/2025', RNE: 'S', DEC: '10/06/2025', REC: 'E8' }], Missing: [{ MIS_START: '05/06/2025' }] },
    fires: [['Missing', 0]],
  },
  {
    says: 'back in care since',
    given: {
      Episodes: [{ DECOM: '01/04/2025', RNE: 'S', DEC: '10/06/2025', REC: 'E4A' }, { DECOM: '01/09/2025', RNE: 'S' }],
      Missing: [{ MIS_START: '05/06/2025' }],
    },
    fires: [['Missing', 0]],
  },
  {
    says: 'missing since being back in care',
    given: {
      Episodes: [{ DECOM: '01/04/2025', RNE: 'S', DEC: '10/06/2025', REC: 'E4A' }, { DECOM: '01/09/2025', RNE: 'S' }],
      Missing: [{ MIS_START: '05/09/2025' }],
    },
    fires: [],
  },
  {
    says: 'the period ended with care',
    given: {
      Episodes: [{ DECOM: '01/04/2025', RNE: 'S', DEC: '10/06/2025', REC: 'E8' }],
      Missing: [{ MIS_START: '05/06/2025', MIS_END: '10/06/2025' }],
    },
    fires: [],
  },
  {
    says: 'one episode ended and care went on',
    given: {
      Episodes: [{ DECOM: '01/04/2025', RNE: 'S', DEC: '10/06/2025', REC: 'X1' }, { DECOM: '10/06/2025', RNE: 'P' }],
      Missing: [{ MIS_START: '05/06/2025' }],
    },
    fires: [],
  },
  {
    says: 'missing since before the first episode of the year, which did not begin care',
    given: { Episodes: [{ DECOM: '10/04/2025', RNE: 'P', DEC: '10/06/2025', REC: 'E8' }], Missing: [{ MIS_START: '05/03/2025' }] },
    fires: [['Missing', 0]],
  },
]
