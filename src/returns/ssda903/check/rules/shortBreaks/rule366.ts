import { saysMoved } from '../../chain.ts'
import { eachRow, type ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule366: ChildRule = {
  code: '366',
  meaning: 'An episode of a short break says that the placement changed, which it cannot within one break.',
  mend: 'Give S if this is a break by itself; if care went on elsewhere it was no short break.',
  who: 'social worker',
  fields: ['RNE'],
  years: { from: 2023 },
  reads: { Episodes: ['RNE', 'LS'] },
  // V3 alone: V4 records an agreement for a series, not an individual break.
  check: eachRow('Episodes', (episode) => episode.LS === 'V3' && saysMoved(episode)),
}

export const cases: readonly RuleCase[] = [
  { says: 'a change of placement', given: { Episodes: [{ LS: 'V3', RNE: 'P' }] }, fires: [['Episodes', 0]] },
  {
    says: 'with the same carer, or with the status',
    given: { Episodes: [{ LS: 'V3', RNE: 'T' }, { LS: 'V3', RNE: 'B' }, { LS: 'V3', RNE: 'U' }] },
    fires: [['Episodes', 0], ['Episodes', 1], ['Episodes', 2]],
  },
  { says: 'a break that starts', given: { Episodes: [{ LS: 'V3', RNE: 'S' }] }, fires: [] },
  { says: 'the legal status alone changed', given: { Episodes: [{ LS: 'V3', RNE: 'L' }] }, fires: [] },
  { says: 'a change of placement under another status', given: { Episodes: [{ LS: 'V2', RNE: 'P' }] }, fires: [] },
]
