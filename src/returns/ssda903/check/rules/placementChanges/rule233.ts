import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'
import { isBlank } from '../../rows.ts'

export const rule233: ChildRule = {
  code: '233',
  meaning: 'A reason for a change of placement is given, but the episode still goes on.',
  mend: 'Take out the reason; or, if the child moved, give the day and the reason the episode ended.',
  who: 'placements team',
  // The list names the field twice.
  fields: ['REASON_PLACE_CHANGE'],
  years: { from: 2026 },
  reads: { Episodes: ['DEC', 'REC', 'REASON_PLACE_CHANGE'] },
  check: eachRow('Episodes', (episode) =>
    episode.REASON_PLACE_CHANGE !== '' && isBlank(episode, 'DEC') && isBlank(episode, 'REC')),
}

export const cases: readonly RuleCase[] = [
  { says: 'an open episode', given: { Episodes: [{ REASON_PLACE_CHANGE: 'CARPL' }] }, fires: [['Episodes', 0]] },
  { says: 'one that ended', given: { Episodes: [{ DEC: '01/06/2025', REC: 'X1', REASON_PLACE_CHANGE: 'CARPL' }] }, fires: [] },
  { says: 'an end that cannot be read', given: { Episodes: [{ DEC: 'June', REASON_PLACE_CHANGE: 'CARPL' }] }, fires: [] },
  { says: 'a reason for the end without a day', given: { Episodes: [{ REC: 'X1', REASON_PLACE_CHANGE: 'CARPL' }] }, fires: [] },
  { says: 'an open episode without a reason', given: { Episodes: [{}] }, fires: [] },
]
