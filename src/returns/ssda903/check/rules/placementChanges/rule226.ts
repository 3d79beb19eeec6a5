import { endsCare, isTemporary } from '../../care.ts'
import { isOrderKnown } from '../../chain.ts'
import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { isBlank, type EpisodeRow } from '../../rows.ts'

/** Since the rules of 2026 only temporary placements are spoken of here, and episodes that go on by rule 233. */
const NARROWED = 2026

/**
 * The message first said of no placement in particular that the reason is not required; in 2026 it was narrowed to
 * temporary placements as rule 233 was added for open episodes. So until 2025 it also fires where no placement changed.
 */
export const rule226: ChildRule = {
  code: '226',
  meaning: 'A reason for a change of placement is given where none is asked: for a move into or out of a temporary placement or, until 2025, for no move at all.',
  mend: 'Take out the reason for the change of placement.',
  who: 'placements team',
  fields: ['REASON_PLACE_CHANGE', 'PLACE'],
  years: { from: 2023 },
  reads: { Episodes: ['DECOM', 'RNE', 'PLACE', 'DEC', 'REC', 'REASON_PLACE_CHANGE'] },
  check(child, { ruleYear }, mark) {
    for (const [at, episode] of child.Episodes.entries()) {
      if (episode.REASON_PLACE_CHANGE === '') continue
      const after = isOrderKnown(child) && episode.REC === 'X1' ? child.Episodes[at + 1] : undefined
      const next = after?.RNE === 'S' ? undefined : after
      // Only the row that gives a reason: in the temporary placement after it there is nothing to take out.
      if (isTemporary(episode)) mark(episode)
      else if ((next !== undefined && isTemporary(next)) || (ruleYear < NARROWED && nothingMoved(episode, next))) {
        mark(episode, ['REASON_PLACE_CHANGE'])
      }
    }
  },
}

export const cases: readonly RuleCase[] = [
  {
    says: 'a holiday, and back',
    given: {
      Episodes: [
        { DECOM: '01/05/2025', PLACE: 'U6', REC: 'X1', REASON_PLACE_CHANGE: 'OTHER' },
        { DECOM: '01/06/2025', RNE: 'P', PLACE: 'T2', REC: 'X1', REASON_PLACE_CHANGE: 'OTHER' },
        { DECOM: '15/06/2025', RNE: 'P', PLACE: 'U6' },
      ],
    },
    fires: [['Episodes', 0, ['REASON_PLACE_CHANGE']], ['Episodes', 1]],
  },
  {
    says: 'a reason for the move into a temporary placement alone',
    given: {
      Episodes: [
        { DECOM: '01/05/2025', PLACE: 'U6', REC: 'X1', REASON_PLACE_CHANGE: 'OTHER' },
        { DECOM: '01/06/2025', RNE: 'P', PLACE: 'T2', REC: 'X1' },
        { DECOM: '15/06/2025', RNE: 'P', PLACE: 'U6' },
      ],
    },
    fires: [['Episodes', 0, ['REASON_PLACE_CHANGE']]],
  },
  {
    says: 'a temporary placement that goes on',
    given: { Episodes: [{ DECOM: '01/05/2025', PLACE: 'T0', REASON_PLACE_CHANGE: 'OTHER' }] },
    fires: [['Episodes', 0]],
  },
  {
    says: 'a move to another home',
    given: {
      Episodes: [
        { DECOM: '01/05/2025', PLACE: 'U6', REC: 'X1', REASON_PLACE_CHANGE: 'CARPL' },
        { DECOM: '01/06/2025', RNE: 'P', PLACE: 'U4' },
      ],
    },
    fires: [],
  },
  {
    says: 'only the legal status changed, until 2025',
    year: 2025,
    given: {
      Episodes: [
        { DECOM: '01/05/2024', PLACE: 'U6', REC: 'X1', REASON_PLACE_CHANGE: 'CARPL' },
        { DECOM: '01/06/2024', RNE: 'L', PLACE: 'U6' },
      ],
    },
    fires: [['Episodes', 0, ['REASON_PLACE_CHANGE']]],
  },
  {
    says: 'only the legal status changed, since',
    given: {
      Episodes: [
        { DECOM: '01/05/2025', PLACE: 'U6', REC: 'X1', REASON_PLACE_CHANGE: 'CARPL' },
        { DECOM: '01/06/2025', RNE: 'L', PLACE: 'U6' },
      ],
    },
    fires: [],
  },
  {
    says: 'an open episode, and the end of care, until 2025',
    year: 2025,
    given: {
      Episodes: [
        { DECOM: '01/05/2024', PLACE: 'U6', DEC: '01/06/2024', REC: 'E4A', REASON_PLACE_CHANGE: 'CARPL' },
        { DECOM: '01/07/2024', RNE: 'S', PLACE: 'U6', REASON_PLACE_CHANGE: 'CARPL' },
      ],
    },
    fires: [['Episodes', 0, ['REASON_PLACE_CHANGE']], ['Episodes', 1, ['REASON_PLACE_CHANGE']]],
  },
  {
    says: 'an open episode, since: that is for rule 233',
    given: { Episodes: [{ DECOM: '01/05/2025', PLACE: 'U6', REASON_PLACE_CHANGE: 'CARPL' }] },
    fires: [],
  },
  {
    says: 'a move to another home, until 2025',
    year: 2025,
    given: {
      Episodes: [
        { DECOM: '01/05/2024', PLACE: 'U6', DEC: '01/06/2024', REC: 'X1', REASON_PLACE_CHANGE: 'CARPL' },
        { DECOM: '01/06/2024', RNE: 'P', PLACE: 'U4' },
      ],
    },
    fires: [],
  },
  { says: 'no reason', given: { Episodes: [{ DECOM: '01/05/2025', PLACE: 'T0' }] }, fires: [] },
]

/** Whether an episode goes on, ended care, or was followed by a new legal status alone. */
function nothingMoved(episode: EpisodeRow, next: EpisodeRow | undefined): boolean {
  return endsCare(episode) || (isBlank(episode, 'DEC') && episode.REC === '') || next?.RNE === 'L'
}
