import { careStretches, stretchOn } from './careStretches.ts'
import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { isBlank } from '../../rows.ts'

export const rule580: ChildRule = {
  code: '580',
  meaning: 'The child was missing on the day care ended, but the reason given for the end is not E8.',
  mend: 'Give E8 where the child was still missing; where the child was found that day, check the end of the missing period.',
  who: 'social worker',
  fields: ['REC'],
  years: { from: 2023 },
  reads: { Episodes: ['DECOM', 'RNE', 'DEC', 'REC'], Missing: ['MISSING', 'MIS_START', 'MIS_END'] },
  check(child, context, mark) {
    // UNCERTAIN: only M. The message says "missing" where its neighbours say "missing/away from placement", and where it
    // is known where the child is, care ends for a reason that is known too.
    const missing = child.Missing.filter(({ MISSING }) => MISSING === 'M')
    if (missing.length === 0) return
    const stretches = careStretches(child, context)
    for (const row of missing) {
      const stretch = row.MIS_START === null ? undefined : stretchOn(stretches, row.MIS_START)
      if (stretch === undefined || stretch.to === null || stretch.lastEpisode.REC === 'E8') continue
      // A child still missing has the day care ended for an end (the guide to the return, missing).
      if (isBlank(row, 'MIS_END') || (row.MIS_END !== null && row.MIS_END >= stretch.to)) mark(stretch.lastEpisode)
    }
  },
}

export const cases: readonly RuleCase[] = [
  {
    says: 'missing to the day care ended, E6',
    given: {
      Episodes: [{ DECOM: '01/04/2025', RNE: 'S', DEC: '10/06/2025', REC: 'E6' }],
      Missing: [{ MISSING: 'M', MIS_START: '05/06/2025', MIS_END: '10/06/2025' }],
    },
    fires: [['Episodes', 0]],
  },
  {
    says: 'still missing, E6',
    given: { Episodes: [{ DECOM: '01/04/2025', RNE: 'S', DEC: '10/06/2025', REC: 'E6' }], Missing: [{ MISSING: 'M', MIS_START: '05/06/2025' }] },
    fires: [['Episodes', 0]],
  },
  {
    says: 'missing to the day care ended, E8',
    given: {
      Episodes: [{ DECOM: '01/04/2025', RNE: 'S', DEC: '10/06/2025', REC: 'E8' }],
      Missing: [{ MISSING: 'M', MIS_START: '05/06/2025', MIS_END: '10/06/2025' }],
    },
    fires: [],
  },
  {
    says: 'found the day before',
    given: {
      Episodes: [{ DECOM: '01/04/2025', RNE: 'S', DEC: '10/06/2025', REC: 'E6' }],
      Missing: [{ MISSING: 'M', MIS_START: '05/06/2025', MIS_END: '09/06/2025' }],
    },
    fires: [],
  },
  {
    says: 'away, and known where',
    given: {
      Episodes: [{ DECOM: '01/04/2025', RNE: 'S', DEC: '10/06/2025', REC: 'E6' }],
      Missing: [{ MISSING: 'A', MIS_START: '05/06/2025', MIS_END: '10/06/2025' }],
    },
    fires: [],
  },
  {
    says: 'an end that cannot be read',
    given: {
      Episodes: [{ DECOM: '01/04/2025', RNE: 'S', DEC: '10/06/2025', REC: 'E6' }],
      Missing: [{ MISSING: 'M', MIS_START: '05/06/2025', MIS_END: 'June' }],
    },
    fires: [],
  },
]
