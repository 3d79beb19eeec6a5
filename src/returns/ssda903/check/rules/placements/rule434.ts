import { homeThen } from './caseEpisodes.ts'
import { changeReads, isNot } from './newEpisode.ts'
import type { ChildRule } from '../../rule.ts'
import type { RuleCase } from '../../ruleCase.ts'

export const rule434: ChildRule = {
  code: '434',
  meaning: 'The new episode says that only the legal status changed (L), but it did not, or the placement changed as well.',
  mend: 'Correct the reason for the new episode, or what did not change: U or B where the placement changed too.',
  who: 'returns team',
  fields: ['RNE', 'LS', 'PLACE', 'PL_POST', 'URN', 'PLACE_PROVIDER'],
  years: { from: 2023 },
  reads: { Episodes: changeReads },
  check: isNot(['L'], { legalStatus: true, placement: false }),
}

export const cases: readonly RuleCase[] = [
  { says: 'nothing changed', given: homeThen({ RNE: 'L' }), fires: [['Episodes', 1]] },
  { says: 'both changed', given: homeThen({ RNE: 'L', LS: 'C1', PL_POST: 'N22 1AA' }), fires: [['Episodes', 1]] },
  { says: 'the URN changed as well', given: homeThen({ RNE: 'L', LS: 'C1', URN: 'SC444444' }), fires: [['Episodes', 1]] },
  {
    says: 'the provider changed as well',
    given: homeThen({ RNE: 'L', LS: 'C1', PLACE_PROVIDER: 'PR4' }),
    fires: [['Episodes', 1]],
  },
  { says: 'the legal status alone', given: homeThen({ RNE: 'L', LS: 'C1' }), fires: [] },
  {
    says: 'the postcode written without its space',
    given: homeThen({ RNE: 'L', LS: 'C1', PL_POST: 'N172BB' }),
    fires: [],
  },
  { says: 'a legal status that does not exist', given: homeThen({ RNE: 'L', LS: 'C9', PL_POST: 'N22 1AA' }), fires: [] },
  {
    says: 'no episode before it',
    given: { Episodes: [{ DECOM: '01/06/2025', RNE: 'L', LS: 'C1', PLACE: 'U6' }] },
    fires: [],
  },
]
