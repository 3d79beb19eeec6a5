import { homeThen } from './caseEpisodes.ts'
import { changeReads, isNot } from './newEpisode.ts'
import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule436: ChildRule = {
  code: '436',
  meaning: 'The new episode says that both placement and legal status changed (B or U), but one of them did not.',
  mend: 'Correct the reason for the new episode, or what did not change: L for the legal status alone, P or T for the placement alone.',
  who: 'returns team',
  fields: ['RNE', 'LS', 'PLACE', 'PL_POST', 'URN', 'PLACE_PROVIDER'],
  years: { from: 2023 },
  reads: { Episodes: changeReads },
  check: isNot(['B', 'U'], { legalStatus: true, placement: true }),
}

export const cases: readonly RuleCase[] = [
  { says: 'nothing changed', given: homeThen({ RNE: 'B' }), fires: [['Episodes', 1]] },
  { says: 'the legal status alone', given: homeThen({ RNE: 'U', LS: 'C1' }), fires: [['Episodes', 1]] },
  { says: 'the placement alone', given: homeThen({ RNE: 'B', PLACE: 'K2' }), fires: [['Episodes', 1]] },
  { says: 'both', given: homeThen({ RNE: 'B', LS: 'C1', PLACE: 'K2' }), fires: [] },
  { says: 'both, with the same carers', given: homeThen({ RNE: 'U', LS: 'E1', PLACE: 'A5' }), fires: [] },
  { says: 'another reason', given: homeThen({ RNE: 'P', PLACE: 'K2' }), fires: [] },
]
