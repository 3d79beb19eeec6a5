import { isTemporary } from '../../care.ts'
import { eachNext, saysMoved } from '../../chain.ts'
import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule225: ChildRule = {
  code: '225',
  meaning: 'The child moved to another placement when this episode ended, but no reason for the change is given.',
  mend: 'Give the reason for the change of placement in the episode that ended.',
  who: 'social worker',
  fields: ['REASON_PLACE_CHANGE'],
  years: { from: 2023 },
  reads: { Episodes: ['DECOM', 'RNE', 'PLACE', 'REC', 'REASON_PLACE_CHANGE'] },
  check(child, _context, mark) {
    eachNext(child, (before, next) => {
      if (before.REASON_PLACE_CHANGE !== '' || before.REC !== 'X1' || !saysMoved(next)) return
      // No reason is asked for a move into a temporary placement or back (rule 226).
      if (!isTemporary(before) && !isTemporary(next)) mark(before)
    })
  },
}

export const cases: readonly RuleCase[] = [
  {
    says: 'a move to another home',
    given: { Episodes: [{ DECOM: '01/05/2025', PLACE: 'U6', REC: 'X1' }, { DECOM: '01/06/2025', RNE: 'P', PLACE: 'U4' }] },
    fires: [['Episodes', 0]],
  },
  {
    says: 'with the same carer, or with the legal status',
    given: {
      Episodes: [
        { DECOM: '01/05/2025', PLACE: 'U6', REC: 'X1' },
        { DECOM: '01/06/2025', RNE: 'T', PLACE: 'U4', REC: 'X1' },
        { DECOM: '01/07/2025', RNE: 'B', PLACE: 'K2', REC: 'X1' },
        { DECOM: '01/08/2025', RNE: 'U', PLACE: 'R1' },
      ],
    },
    fires: [['Episodes', 0], ['Episodes', 1], ['Episodes', 2]],
  },
  {
    says: 'a reason is given',
    given: {
      Episodes: [
        { DECOM: '01/05/2025', PLACE: 'U6', REC: 'X1', REASON_PLACE_CHANGE: 'CARPL' },
        { DECOM: '01/06/2025', RNE: 'P', PLACE: 'U4' },
      ],
    },
    fires: [],
  },
  {
    says: 'only the legal status changed',
    given: { Episodes: [{ DECOM: '01/05/2025', PLACE: 'U6', REC: 'X1' }, { DECOM: '01/06/2025', RNE: 'L', PLACE: 'U6' }] },
    fires: [],
  },
  {
    says: 'a holiday, and back',
    given: {
      Episodes: [
        { DECOM: '01/05/2025', PLACE: 'U6', REC: 'X1' },
        { DECOM: '01/06/2025', RNE: 'P', PLACE: 'T2', REC: 'X1' },
        { DECOM: '15/06/2025', RNE: 'P', PLACE: 'U6' },
      ],
    },
    fires: [],
  },
  {
    says: 'care ended and began anew',
    given: { Episodes: [{ DECOM: '01/05/2025', PLACE: 'U6', REC: 'E4A' }, { DECOM: '01/06/2025', RNE: 'S', PLACE: 'U4' }] },
    fires: [],
  },
]
